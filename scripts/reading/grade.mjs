import { syllable } from 'syllable';
import { frenchSyllables } from './french-syllables.mjs';

/** @typedef {'en' | 'fr'} Lang */
/** @typedef {{ score: number, words: number, sentences: number, isEasy: boolean }} Reading */

/** The hardest a page may be: a school grade in English; in French a scale where 100 is easiest. */
export const limits = { en: 6, fr: 70 };
/**
 * The same for pages that only people at work open (a clinic, a team, a peer worker): they need the words of their trade,
 * "consent", "self-assessment", which count as hard however short the sentence.
 */
export const limitsForWork = { en: 9, fr: 55 };

/** Cuts a block of text (a paragraph, a heading, a button, one line of a list) into sentences. @param {string} block */
export function sentencesOf(block) {
	return block
		.split(/(?<=[.!?…]["”»)]?)[\s\u00a0]+(?=["“«(]?[\p{Lu}\d])/u)
		.filter((sentence) => wordsOf(sentence).length > 0);
}

/**
 * Words that hold a letter. Figures and telephone numbers are looked at rather than read, and are left out.
 * @param {string} sentence
 */
export function wordsOf(sentence) {
	return sentence
		.split(/[\s\u00a0]+/)
		.filter((word) => /\p{L}/u.test(word) && !/^https?:|\.(?:ca|com|org)\b/.test(word));
}

/**
 * How hard some blocks of text are to read.
 * English: Flesch-Kincaid grade. French: Kandel and Moles, 1958.
 * @param {Lang} lang
 * @param {readonly string[]} blocks
 * @param {typeof limits} [most]
 * @returns {Reading}
 */
export function readingOf(lang, blocks, most = limits) {
	const sentences = blocks.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	if (words.length === 0) return { score: lang === 'en' ? 0 : 100, words: 0, sentences: 0, isEasy: true };
	const count = lang === 'en' ? syllable : frenchSyllables;
	const syllables = words.reduce((sum, word) => sum + Math.max(1, count(word)), 0);
	const length = words.length / sentences.length;
	const weight = syllables / words.length;
	const score = lang === 'en' ? 0.39 * length + 11.8 * weight - 15.59 : 207 - 1.015 * length - 73.6 * weight;
	return {
		score,
		words: words.length,
		sentences: sentences.length,
		isEasy: lang === 'en' ? score <= most.en : score >= most.fr
	};
}
