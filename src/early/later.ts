import { isolated } from '../lib/domain/isolated';
import { copyOf, isTooLate, place } from './place';

/** The dice: what the person put off, in their own words, as `later-read.ts` found it. Other ideas need the app to be named. */
export function begin(): void {
	const here = place();
	void window.envolLater?.then((ideas) => {
		if (!ideas || ideas.length === 0 || isTooLate()) return;
		const section = copyOf(here.template.querySelector('section')!);
		const row = section.querySelector('li')!;
		section.querySelector('ul')!.replaceChildren(
			...ideas.map(({ id, words, form, isQuoted }) => {
				const each = copyOf(row);
				each.classList.replace('of-mental', `of-${form}`);
				const title = isQuoted ? here.say('quoted')!.replace('{words}', () => isolated(words)) : words;
				const [take, off] = each.querySelectorAll('button');
				take!.id = `take-${id}`;
				take!.textContent = title;
				off!.id = `off-${id}`;
				const label = off!.querySelector('span')!;
				label.textContent = `${label.textContent!.split(',')[0]}, ${title}`;
				each.onclick = ({ target }) => {
					const pressed = (target as Element).closest('button');
					if (pressed) window.envolEarlyPressed = pressed.id;
				};
				return each;
			})
		);
		here.parts[0]!.append(section);
		here.isShown();
	});
}
