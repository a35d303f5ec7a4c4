let segmenter: Intl.Segmenter | undefined;

/** Splits a text into graphemes: an emoji of five code points, or a letter with its accents, is one. */
export function graphemes(text: string): string[] {
	// a browser from before 2024 may not have it
	if (!('Segmenter' in Intl)) return graphemesByPattern(text);
	segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A fallback without a segmenter: keeps a letter with its accents and a joined emoji whole. */
function graphemesByPattern(text: string): string[] {
	return text.match(/[^](?:[\p{M}\p{Emoji_Modifier}]|\u200d[^]?)*/gu) ?? [];
}

/**
 * The beginning of a text, at most `longest` characters, without splitting a grapheme. Every cut by length goes
 * through here.
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
