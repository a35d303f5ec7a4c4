import type { OwnIdea } from '../lib/domain/idea';
import { parseKeptDice } from '../lib/domain/kept-dice';
import { readOnce } from './read-once';

/**
 * What the person put off, in their own words; undefined where the page shows it otherwise. Begun before the styles of the page are
 * asked for, which every script after them waits for. `later.ts` draws what it found.
 */
export function begin(): void {
	window.envolLater = readOnce(['settings'], (reading) => {
		const dice = reading.objectStore('settings').get('dice');
		return (): readonly OwnIdea[] | undefined => {
			const { own, later, play } = parseKeptDice((dice.result as { value?: unknown } | undefined)?.value);
			const ideas = later.flatMap((id) => own.find((each) => each.id === id) ?? []);
			// the page above is another with three dice, or six faces
			return ideas.length === later.length && play !== 'three' && play !== 'six' ? ideas : undefined;
		};
	});
}
