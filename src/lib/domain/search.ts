const alike: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Letters that differ for the eye alone are the same here; what joins two words stays between them. */
function folded(text: string): string {
	return (
		text
			// no letter, though a word may hold it: where it may be cut, which way it runs
			.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
			// all that is typed for an apostrophe: one of them is a letter, one falls apart into a space and an accent
			.replace(/[’‘ʼʻ´`′]/g, "'")
			.toLowerCase()
			.normalize('NFKD')
			.toLowerCase()
			.replace(/\p{M}/gu, '')
			.replace(/[œæßøłđı]/g, (letter) => alike[letter]!)
	);
}

const joints = /['\p{Pd}]/gu;

/** Without accents, capitals and typographic marks: "Été" and "ete" are the same to who looks for it. */
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
 * Words and pictures of a text, each after a space: what begins a word is found by the space before it. What is written
 * with a hyphen or an apostrophe stands there in one word too.
 */
export function spaced(text: string): string {
	const fold = folded(text);
	const asOne = (fold.match(joined) ?? []).filter((each) => typedAsOne.test(each));
	return [...(fold.match(word) ?? []), ...asOne.map((each) => each.replace(lettersOnly, ''))]
		.map((each) => ` ${each}`)
		.join('');
}

/** Does each word that was typed begin a word of this {@link spaced} text? Undefined when nothing was typed. */
export function asked(typed: string): ((there: string) => boolean) | undefined {
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

/** Nothing typed finds everything. */
export function matches(text: string, typed: string): boolean {
	return asked(typed)?.(spaced(text)) ?? true;
}
