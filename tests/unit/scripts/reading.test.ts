import { describe, expect, test } from 'vitest';
import { readingOf, sentencesOf, wordsOf } from '../../../scripts/reading/grade.mjs';
import { blocksOfMessages, spoken } from '../../../scripts/reading/texts.mjs';

describe('what is read', () => {
	test('a block falls into its sentences', () => {
		expect(sentencesOf('Rest. One small step counts! 2 smells? “Yes.” Good')).toEqual([
			'Rest.',
			'One small step counts!',
			'2 smells?',
			'“Yes.”',
			'Good'
		]);
	});

	test('a French sentence keeps its colon and its quotation marks', () => {
		expect(sentencesOf('Touchez « Installer ». Par exemple : lire.')).toEqual([
			'Touchez « Installer ».',
			'Par exemple : lire.'
		]);
	});

	test('telephone numbers and addresses are not words', () => {
		expect(wordsOf('Call 9-8-8 or 1 866 277-3553, see suicide.ca : now')).toEqual([
			'Call',
			'or',
			'see',
			'now'
		]);
	});

	test('a message is read with its plural for several', () => {
		expect(spoken('{count, plural, one {Show # more step} other {Show # more steps}}')).toBe(
			'Show 3 more steps'
		);
		expect(spoken('Why: {reason}')).toBe('Why: ');
	});
});

describe('how hard it is', () => {
	test('small words in short sentences are easy in both languages', () => {
		expect(readingOf('en', ['Drink some water.', 'Go to bed.']).isEasy).toBe(true);
		expect(readingOf('fr', ['Boire de l’eau.', 'Aller au lit.']).isEasy).toBe(true);
	});

	test('long words in a long sentence are too hard in both languages', () => {
		const english =
			'The multidisciplinary rehabilitation organization continuously facilitates individualized psychosocial interventions.';
		const french =
			'L’organisation multidisciplinaire de réadaptation facilite continuellement des interventions psychosociales individualisées.';
		expect(readingOf('en', [english]).isEasy).toBe(false);
		expect(readingOf('fr', [french]).isEasy).toBe(false);
	});

	test('the figures are those of the formulas', () => {
		// three words, one sentence, four syllables each
		expect(readingOf('en', ['Drink some water.']).score).toBeCloseTo(0.39 * 3 + (11.8 * 4) / 3 - 15.59, 5);
		expect(readingOf('fr', ['Une petite marche.']).score).toBeCloseTo(207 - 1.015 * 3 - (73.6 * 4) / 3, 5);
	});
});

describe('the promise about privacy', () => {
	test.each(['en', 'fr'] as const)('fits in 150 words (%s)', (lang) => {
		const blocks = blocksOfMessages(`messages/${lang}/privacy.json`);
		const words = blocks
			.join(' ')
			.split(/[\s\u00a0]+/)
			.filter((word) => /[\p{L}\d]/u.test(word));
		expect(words.length).toBeLessThanOrEqual(150);
	});
});
