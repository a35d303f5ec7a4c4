import { drawBelow, type Random32 } from './draw';

/**
 * The passphrase that encrypts a copy. People hear it, read it from paper and type it with a tired thumb, so
 * capitals, accents, spaces, hyphens, full stops, commas and apostrophes never matter, whether Envol offered the
 * words or the person chose their own.
 *
 * How strong an offered one is: each word is drawn independently and uniformly from a list of 1,024
 * (`src/lib/content/passphrase-words-en.ts`, `-fr.ts`), which is 10 bits; five words are 50 bits. No word of a list
 * is the beginning of another, so nothing is lost when the gaps between words are ignored. With 600,000 rounds of
 * PBKDF2 for each guess, a machine that makes ten thousand guesses a second tries half of them in 1,800 years.
 */

/** The number of words in a passphrase that Envol offers. */
export const wordsOffered = 5;
/** The number of words in each list: a power of two, so that each word is a whole number of bits. */
export const wordsInList = 1024;
/** The strength of an offered one, in bits. */
export const bitsOffered = wordsOffered * Math.log2(wordsInList);

/** The fewest and most characters in the person's own, counted after `normalisePassphrase`. */
export const shortestPassphrase = 12;
export const longestPassphrase = 200;
/** Own words shorter than this, or with fewer different characters, are accepted with a warning. */
const shortForOwn = 18;
const fewDifferent = 8;

/**
 * What is compared, and what the key is made of (as UTF-8): compatibility forms (NFKD) in small letters, without accents
 * (U+0300 to U+036F), spaces, invisible characters, hyphens and dashes, full stops, commas and apostrophes; "œ" and "æ" in two
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

/** Five words to encrypt a copy with. @param words the word list of the person's language */
export function offerPassphrase(words: readonly string[], random: Random32): string[] {
	return Array.from({ length: wordsOffered }, () => words[drawBelow(words.length, random)]!);
}

/** The assessment of the person's own words: unusable, usable but easy to guess, or good. */
export type OwnPassphrase = 'empty' | 'short' | 'long' | 'weak' | 'good';

/** Assesses the person's own words by length and variety alone; no list can tell what others may guess. */
export function lookAtOwn(typed: string): OwnPassphrase {
	const chars = [...normalisePassphrase(typed)];
	if (chars.length === 0) return 'empty';
	if (chars.length < shortestPassphrase) return 'short';
	if (chars.length > longestPassphrase) return 'long';
	const isOnlyDigits = chars.every((char) => /\p{Nd}/u.test(char));
	if (chars.length < shortForOwn || new Set(chars).size < fewDifferent || isOnlyDigits) return 'weak';
	return 'good';
}

/** The prefix of the code on a printed passphrase page. */
const mark = 'Envol copy:';

/**
 * The text of the code printed beside the words, readable by any code reader. Accents, which never matter, are left out: with
 * them some readers guess another encoding and return other letters.
 */
export function passphraseCode(passphrase: string): string {
	const plain = passphrase.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
	return `${mark} ${plain.replace(/œ/g, 'oe').replace(/Œ/g, 'OE')}`;
}

/** The words in such a code; undefined for any other text. */
export function passphraseIn(code: string): string | undefined {
	if (!code.startsWith(mark)) return undefined;
	const words = code.slice(mark.length).trim();
	const { length } = normalisePassphrase(words);
	return length > 0 && length <= longestPassphrase ? words : undefined;
}
