import type { EarlyList, EarlyRow } from '../lib/domain/early-list';
import { besideEachOther, isolated } from '../lib/domain/isolated';
import type { Frequency, Step } from '../lib/domain/step';
import { copyOf, isTooLate, lang, place, type Place } from './place';

/** Rows of the early list, by step: the names and drawings of steps from the catalogue, in the language on screen. */
function knownRows(list: Partial<EarlyList>): ReadonlyMap<string, EarlyRow> {
	return new Map(list.lang === lang() ? list.rows?.map((row) => [row.step, row]) : []);
}

/** Undefined for days of the week that were not written while building. */
function frequencyIn({ say }: Place, frequency: Frequency): string | undefined {
	const written = say(JSON.stringify(frequency));
	if (written !== undefined || frequency.kind !== 'weekdays') return written;
	const named = ([1, 2, 3] as const).map((day) => say(JSON.stringify({ kind: 'weekdays', days: [day] }))!);
	const three = say(JSON.stringify({ kind: 'weekdays', days: [1, 2, 3] }))!;
	const [first, second, third] = named as [string, string, string];
	const between = three.slice(first.length, three.indexOf(second));
	const last = three.slice(three.indexOf(second) + second.length, three.indexOf(third));
	const days = frequency.days.map((day) => say(JSON.stringify({ kind: 'weekdays', days: [day] })) ?? '');
	return days.reduce((all, day, i) => all + (i === days.length - 1 ? last : between) + day);
}

/** Draws src/lib/features/plan/PlanSteps.svelte; undefined where one of the steps cannot be named. */
function draw(here: Place, steps: readonly Step[], rows: ReadonlyMap<string, EarlyRow>): Element | undefined {
	const { template, say } = here;
	const [picture, plain] = template.querySelectorAll('li');
	const titles: string[] = [];
	const drawn: Element[] = [];
	for (const step of steps) {
		const known = rows.get(step.id);
		const title = step.words && !step.isQuoted ? step.words : known?.title;
		const often = frequencyIn(here, step.frequency);
		const hasDrawing = step.item ?? step.activity;
		if (!title || !often || (hasDrawing && !known)) return undefined;
		titles.push(title);
		const icon = hasDrawing && known?.icon;
		const row = copyOf(icon ? picture! : plain!);
		if (icon) row.querySelector('use')!.setAttribute('href', `/pictograms.svg#${icon}`);
		row.querySelector('svg')!.classList.replace('of-wake', `of-${step.habit}`);
		const [name, when, why] = row.querySelector('.words')!.children;
		name!.textContent = title;
		when!.textContent = `${say(step.moment)} · ${often}`;
		if (step.reason) why!.textContent = say('because')!.replace('{reason}', () => isolated(step.reason!));
		else why!.remove();
		drawn.push(row);
	}
	const section = copyOf(template.querySelector('section')!);
	section.querySelector('summary .meta')!.textContent = besideEachOther(titles.slice(0, 2));
	section.querySelector('ul')!.replaceChildren(...drawn);
	return section;
}

/** My plan: its steps, as `steps-read.ts` found them in the database itself. */
export function begin(): void {
	const here = place();
	void window.envolSteps?.then(async (found) => {
		const rows = found && knownRows(await found.list);
		if (!rows || found.steps.length === 0 || isTooLate()) return;
		const section = draw(here, found.steps, rows);
		if (!section) return;
		here.parts[0]!.append(section);
		here.isShown();
	});
}
