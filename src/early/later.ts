import type { OwnIdea } from '../lib/domain/idea';
import { parseKeptDice } from '../lib/domain/kept-dice';
import { isolated } from '../lib/domain/isolated';
import { copyOf, isTooLate, place } from './place';
import { readOnce } from './read-once';

/** The dice: what the person put off, in their own words, read from the database itself. Other ideas need the app to be named. */
export function begin(): void {
	const here = place();
	void readOnce(['settings'], (reading) => {
		const dice = reading.objectStore('settings').get('dice');
		return () => {
			const { own, later, play } = parseKeptDice((dice.result as { value?: unknown } | undefined)?.value);
			const ideas = later.flatMap((id) => own.find((each) => each.id === id) ?? []);
			// the page above is another with three dice, or six faces
			return ideas.length === later.length && play !== 'three' && play !== 'six' ? ideas : undefined;
		};
	}).then((ideas) => {
		if (!ideas || ideas.length === 0 || isTooLate()) return;
		const section = copyOf(here.template.querySelector('section')!);
		const row = section.querySelector('li')!;
		section.querySelector('ul')!.replaceChildren(
			...ideas.map(({ id, words, isQuoted }: OwnIdea) => {
				const each = copyOf(row);
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
