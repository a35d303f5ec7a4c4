import { graphemes } from './graphemes';

/**
 * The part of a text that fits into the room left in a field, counted as browsers count it, never splitting a
 * grapheme.
 */
export function partThatFits(coming: string, room: number): string {
	let part = '';
	for (const letter of graphemes(coming)) {
		if (part.length + letter.length > room) break;
		part += letter;
	}
	return part;
}
