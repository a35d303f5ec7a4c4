let segmenter: Intl.Segmenter | undefined;

/** The letters of a text as people see them: an emoji of five signs, or a letter with its accents, is one. */
export function graphemes(text: string): string[] {
	// a browser from before 2024 may have none
	if (!('Segmenter' in Intl)) return joinedSigns(text);
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Without a segmenter: a letter with its accents and a joined picture stay whole. */
function joinedSigns(text: string): string[] {
	return text.match(/[^](?:[\p{M}\p{Emoji_Modifier}]|\u200d[^]?)*/gu) ?? [];
}

/**
 * The beginning of a text, at most `longest` characters, cut between two letters as people see them. Any cut of words
 * by their length goes through here.
 */
export function shortened(text: string, longest: number): string {
	if (text.length <= longest) return text;
	let room = longest;
	let cut = '';
	for (const letter of graphemes(text)) {
		room -= [...letter].length;
		if (room < 0) break;
		cut += letter;
	}
	return cut;
}
