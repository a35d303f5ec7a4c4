/** Behind one of these, or behind an initial, a full stop ends no sentence. */
const abbreviation =
	/(?:^|[\s(«’'])(?:dre?s?|mrs?|ms|st|ste|sts|mm?|mmes?|mlles?|me|prof|p|ex|p\.\s?ex|i\.\s?e|e\.\s?g|c\.-à-d|cf|vs|no|nos|tél|av|boul|approx|env|\p{Lu})\.\s*$/iu;
/** Ends only before a gap: in "2.5 km" and in an address nothing ends. Marks that close belong to what they close. */
const piece = /.+?(?:[.!?…؟।]+(?:\s*[»”"’)])*\s+|[。！？]+)|.+$/gu;

/**
 * The sentences of a text, in order, as somebody reads them: "Dr. Roy", "2.5 km" and « Oui. » stay whole.
 * `Intl.Segmenter` was tried: it knows no abbreviation, and ends nothing at « … » or after « Oui. ».
 */
export function sentencesIn(text: string): string[] {
	return text.split(/\n+/).flatMap((line) => {
		const whole: string[] = [];
		for (const next of line.match(piece) ?? []) {
			const before = whole.at(-1);
			if (before !== undefined && abbreviation.test(before)) whole[whole.length - 1] = before + next;
			else whole.push(next);
		}
		return whole.map((each) => each.trim()).filter(Boolean);
	});
}
