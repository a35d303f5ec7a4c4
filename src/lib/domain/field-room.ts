import { graphemes } from './graphemes';

/** What of a text fits into the room of a field, which counts as browsers do; it ends between two letters as people see them. */
export function partThatFits(coming: string, room: number): string {
	let part = '';
	for (const letter of graphemes(coming)) {
		if (part.length + letter.length > room) break;
		part += letter;
	}
	return part;
}
