/** Letters written from right to left, and the digits that stand among them. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const numbers = /\+?\p{Nd}[\p{Nd}\s()./\p{Pd}]*\p{Nd}/gu;

/**
 * Own words as they may stand beside others in one line: words written from right to left never turn what is beside
 * them, and a number is always read from left to right. For the screen and for paper; what is kept stays as it was
 * typed. Words that turn nothing come back as they are.
 */
export function isolated(words: string): string {
	if (!fromRight.test(words) || words.startsWith('\u2068')) return words;
	const apart = words.replace(numbers, (number) => {
		// Arabic digits turn the spaces between them as letters do
		const read = /[\u0660-\u0669]/.test(number) ? number.replace(/[^\p{Nd}]+/gu, '\u200e$&\u200e') : number;
		return `\u2066${read}\u2069`;
	});
	return `\u2068${apart}\u2069`;
}

/** Several of them in one line; what is not there is left out. */
export function besideEachOther(parts: readonly (string | false | undefined)[], between = ' · '): string {
	return parts.flatMap((part) => (part ? isolated(part) : [])).join(between);
}
