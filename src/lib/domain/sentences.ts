/** A full stop after one of these, or after an initial, does not end a sentence. */
const abbreviation =
	/(?:^|[\s(«’'])(?:dre?s?|mrs?|ms|st|ste|sts|mm?|mmes?|mlles?|me|prof|p|ex|p\.\s?ex|i\.\s?e|e\.\s?g|c\.-à-d|cf|vs|no|nos|tél|av|boul|approx|env|\p{Lu})\.\s*$/iu;
/**
 * A sentence ends only before a space: not in "2.5 km" or in an address. Closing quotes belong to the sentence they
 * close.
 */
const piece = /.+?(?:[.!?…؟।]+(?:\s*[»”"’)])*\s+|[。！？]+)|.+$/gu;

/**
 * The sentences of a text, in order, as a person reads them: "Dr. Roy", "2.5 km" and « Oui. » stay whole.
 * `Intl.Segmenter` was tried: it knows no abbreviations, and does not end a sentence at « … » or after « Oui. ».
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
