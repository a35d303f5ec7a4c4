import { drawBelow, type Random32 } from './draw';

/**
 * What seals a copy. It is read by ear, from paper and with a tired thumb: capitals, accents, spaces, hyphens, full stops,
 * commas and apostrophes never matter, whether Envol offered the words or the person chose their own.
 *
 * How much an offered one is worth: each of its words is drawn by itself and with equal chance from a list of 1,024
 * (`src/lib/content/passphrase-words-en.ts`, `-fr.ts`), which is 10 bits; five words are 50 bits. No word of a list is the
 * beginning of another, so that nothing of this is lost when the gaps between the words do not count. With 600,000
 * rounds of PBKDF2 for each guess, a machine that makes ten thousand guesses a second tries half of them in 1,800 years.
 */

/** Words in one that Envol offers. */
export const wordsOffered = 5;
/** Words in each list: a power of two, so that each word is whole bits. */
export const wordsInList = 1024;
/** Bits of an offered one. */
export const bitsOffered = wordsOffered * Math.log2(wordsInList);

/** Fewest and most characters of one's own, counted in what is left by `normalisePassphrase`. */
export const shortestPassphrase = 12;
export const longestPassphrase = 200;
/** Own words shorter than this, or with fewer different characters, are taken with a word of care. */
const shortForOwn = 18;
const fewDifferent = 8;

/**
 * What is compared, and what the key is made of (as UTF-8): compatibility forms (NFKD) in small letters, without accents
 * (U+0300 to U+036F), spaces, invisible signs, hyphens and dashes, full stops, commas and apostrophes; "œ" and "æ" in two
 * letters. Part of the format of a copy (`docs/copy-format.md`): a change here locks people out of the copies they have.
 */
export function normalisePassphrase(typed: string): string {
	return typed
		.normalize('NFKD')
		.toLowerCase()
		.normalize('NFKD')
		.replace(/œ/g, 'oe')
		.replace(/æ/g, 'ae')
		.replace(/[\u0300-\u036f\s\u00ad\u200b-\u200f\u2060\u2010-\u2015\u2212\-.,'\u2018\u2019\u02bc]/g, '');
}

/** Five words to seal a copy with. @param words the list of the person's language */
export function offerPassphrase(words: readonly string[], random: Random32): string[] {
	return Array.from({ length: wordsOffered }, () => words[drawBelow(words.length, random)]!);
}

/** What is said of one's own: it cannot be used, it can and is easily guessed, or all is well. */
export type OwnPassphrase = 'empty' | 'short' | 'long' | 'weak' | 'good';

/** How one's own words stand. Only their length and variety are looked at; no list can tell what others may guess. */
export function lookAtOwn(typed: string): OwnPassphrase {
	const signs = [...normalisePassphrase(typed)];
	if (signs.length === 0) return 'empty';
	if (signs.length < shortestPassphrase) return 'short';
	if (signs.length > longestPassphrase) return 'long';
	const isOnlyDigits = signs.every((sign) => /\p{Nd}/u.test(sign));
	if (signs.length < shortForOwn || new Set(signs).size < fewDifferent || isOnlyDigits) return 'weak';
	return 'good';
}

/** What stands before the words in the code on a page that was put away. */
const mark = 'Envol copy:';

/** The text of the code that stands beside the words on paper: readable by anything that reads codes. */
export function passphraseCode(passphrase: string): string {
	return `${mark} ${passphrase}`;
}

/** The words in such a code; undefined for any other text. */
export function passphraseIn(code: string): string | undefined {
	if (!code.startsWith(mark)) return undefined;
	const words = code.slice(mark.length).trim();
	const { length } = normalisePassphrase(words);
	return length > 0 && length <= longestPassphrase ? words : undefined;
}
