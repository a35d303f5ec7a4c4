import { shortened } from './graphemes';

/** Longest own words, in characters; the same on screen and on paper. */
export const longestWords = 60;

/**
 * The text on one line, without control, direction-changing or invisible characters, at most `longest` characters;
 * undefined when nothing is left.
 */
export function tidyWords(text: string | undefined, longest = longestWords): string | undefined {
	if (text === undefined) return undefined;
	const line = text
		.replace(/\p{Cs}/gu, '')
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\u200b\u2060-\u2064\ufeff\u00ad]/g, '')
		.normalize('NFC')
		.replace(/ {2,}/g, ' ')
		.trim();
	const words = shortened(line, longest).trim();
	// invisible characters alone are not words
	return /[\p{L}\p{N}\p{P}\p{S}]/u.test(words) ? words : undefined;
}

/** The same, line by line: empty lines are removed, other line breaks stay. */
export function tidyLines(text: string | undefined, longest: number): string | undefined {
	const lines = (text ?? '')
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.flatMap((line) => tidyWords(line, longest) ?? []);
	return shortened(lines.join('\n'), longest).trim() || undefined;
}
