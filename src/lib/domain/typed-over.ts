/** Joins what was typed into what is stored now; throws where the two have no room in one field. */
export type TypedOver = (kept: string | undefined) => string | undefined;

const piecesOf = (text: string) => text.split(/(\s+)/u).filter(Boolean);
const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Where two lists of pieces differ: from the first piece that differs to the last. */
function changeOf(from: readonly string[], to: readonly string[]) {
	const most = Math.min(from.length, to.length);
	let start = 0;
	while (start < most && from[start] === to[start]) start += 1;
	let rest = 0;
	while (rest < most - start && from.at(-1 - rest) === to.at(-1 - rest)) rest += 1;
	return { start, end: from.length - rest, pieces: to.slice(start, to.length - rest) };
}

/**
 * The text of a field that two tabs wrote in at the same time. Changes in different places are both made; where both
 * wrote in the same place, both texts stay. Emptying the field never removes what somebody else wrote meanwhile.
 * @param theirs the text that is stored now
 * @param mine the text that was typed here
 * @param from the text that typing began from
 * @param between stands between two texts that are both kept whole
 */
export function typedOver(theirs: string, mine: string, from: string, between: string): string {
	const [a, b, base] = [theirs, mine, from].map(plain) as [string, string, string];
	if (a === base || a === b || !a) return mine;
	// what was typed here is in it already
	if (b === base || a.includes(b)) return theirs;
	if (b.includes(a)) return mine;
	const both = theirs + between + mine;
	if (!base) return both;
	const begun = piecesOf(from);
	const [they, I] = [changeOf(begun, piecesOf(theirs)), changeOf(begun, piecesOf(mine))];
	const [one, two] = I.start <= they.start && I.end <= they.start ? [I, they] : [they, I];
	if (one.end > two.start) return both;
	return [
		...begun.slice(0, one.start),
		...one.pieces,
		...begun.slice(one.end, two.start),
		...two.pieces,
		...begun.slice(two.end)
	].join('');
}
