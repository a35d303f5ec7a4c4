/** Letters written from right to left, and the digits used among them. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const numbers = /\+?\p{Nd}[\p{Nd}\s()./\p{Pd}]*\p{Nd}/gu;

/**
 * Wraps own words so that they can stand beside others on one line: right-to-left words never reorder what is beside
 * them, and a number always reads from left to right. For screen and paper only; the stored text stays as typed.
 * Words that need no isolation are returned unchanged.
 */
export function isolated(words: string): string {
	if (!fromRight.test(words) || words.startsWith('\u2068')) return words;
	const apart = words.replace(numbers, (number) => {
		// Arabic digits affect the direction of the spaces between them, as letters do
		const read = /[\u0660-\u0669]/.test(number) ? number.replace(/[^\p{Nd}]+/gu, '\u200e$&\u200e') : number;
		return `\u2066${read}\u2069`;
	});
	return `\u2068${apart}\u2069`;
}

/** Joins several such texts on one line; missing ones are skipped. */
export function besideEachOther(parts: readonly (string | false | undefined)[], between = ' · '): string {
	return parts.flatMap((part) => (part ? isolated(part) : [])).join(between);
}
