const alike: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Folds letters that only differ to the eye, but leaves hyphens and apostrophes between words. */
function folded(text: string): string {
	return (
		text
			// soft hyphens and direction marks are not letters
			.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
			// all characters typed as an apostrophe: one is classed as a letter, one decomposes into a space and an
			// accent
			.replace(/[’‘ʼʻ´`′]/g, "'")
			.toLowerCase()
			.normalize('NFKD')
			.toLowerCase()
			.replace(/\p{M}/gu, '')
			.replace(/[œæßøłđı]/g, (letter) => alike[letter]!)
	);
}

const joints = /['\p{Pd}]/gu;

/** Text without accents, capitals and typographic marks: "Été" and "ete" compare equal. */
export function plain(text: string): string {
	return folded(text).replace(joints, ' ');
}

const word =
	/[\p{L}\p{N}]+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gu;
/** Words with a hyphen or an apostrophe between them: "rendez-vous", "don't". */
const joined = /[\p{L}\p{N}]+(?:['\p{Pd}][\p{L}\p{N}]+)+/gu;
const lettersOnly = /[^\p{L}\p{N}]/gu;
/** "dont" is how many type "don't"; but "ill" is not "I'll". */
const typedAsOne = /^(?:[\p{L}\p{N}]{3,}.*|[^']*)$/su;

/**
 * The words and emoji of a text, each after a space, so that the start of a word can be found by the space before it.
 * A word with a hyphen or an apostrophe also appears as one word.
 */
export function spaced(text: string): string {
	const fold = folded(text);
	const asOne = (fold.match(joined) ?? []).filter((each) => typedAsOne.test(each));
	return [...(fold.match(word) ?? []), ...asOne.map((each) => each.replace(lettersOnly, ''))]
		.map((each) => ` ${each}`)
		.join('');
}

/**
 * A predicate that tells whether each typed word begins a word of a {@link spaced} text. Undefined when nothing was
 * typed.
 */
export function wordMatcher(typed: string): ((there: string) => boolean) | undefined {
	const each = folded(typed)
		.split(/\s+/)
		.map((piece) => ({
			words: (piece.match(word) ?? []).map((part) => ` ${part}`),
			asOne: ` ${piece.replace(lettersOnly, '')}`
		}))
		.filter(({ words }) => words.length > 0);
	if (each.length === 0) return undefined;
	return (there) =>
		each.every(
			({ words, asOne }) =>
				words.every((part) => there.includes(part)) || (words.length > 1 && there.includes(asOne))
		);
}

/** Whether the text matches; an empty search matches everything. */
export function matches(text: string, typed: string): boolean {
	return wordMatcher(typed)?.(spaced(text)) ?? true;
}
