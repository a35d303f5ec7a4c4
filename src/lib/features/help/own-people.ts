import { besideEachOther, isolated } from '$lib/domain/isolated';
import { parsePeople, reachable, waysTo } from '$lib/domain/people';

/** Fills in names and links from the template in the page; all words are inserted as text. */
export function showPeople(slot: HTMLElement, kept: unknown): void {
	const list = slot.querySelector('ul');
	const pattern = slot.querySelector('template')?.content.firstElementChild;
	if (!list || !pattern) return;
	const { stay = '', someone = '' } = slot.dataset;
	const rows = reachable(parsePeople(kept)).map((person) => {
		const row = pattern.cloneNode(true) as HTMLElement;
		const ways = waysTo(person, stay);
		const name = person.name || someone;
		row.querySelector('b')!.textContent = besideEachOther([name, person.when]);
		for (const way of ['tel', 'sms'] as const) {
			const link = row.querySelector<HTMLAnchorElement>(`.${way}`)!;
			const href = ways[way];
			if (!href) link.remove();
			else {
				link.href = href;
				link.querySelector('span')!.textContent = link.dataset.words ?? '';
				if (way === 'tel') link.querySelector('bdi')!.textContent = isolated(person.phone ?? '');
				link.setAttribute(
					'aria-label',
					besideEachOther([link.dataset.words, way === 'tel' && person.phone, name], ' ')
				);
			}
		}
		return row;
	});
	list.replaceChildren(...rows);
	slot.hidden = rows.length === 0;
}
