import { names, sixty, longPhone, troublesOnEveryPaper, type Filling } from './every-paper.ts';
import { expect } from './fixtures.ts';
import { test } from './paper-page.ts';

const fillings: Filling[] = [
	{ name: undefined, words: undefined, steps: 0, langs: 'fr', hasReview: false, phone: undefined },
	{ name: names[0], words: sixty.sentence, steps: 3, langs: 'fr', hasReview: true, phone: '514-555-0123' },
	{ name: names[1], words: sixty.unbroken, steps: 3, langs: 'en', hasReview: true, phone: longPhone },
	{ name: names[2], words: sixty.sentence, steps: 'petals', langs: 'fr', hasReview: true, phone: longPhone },
	{
		name: names[3],
		words: sixty.unbroken,
		steps: 'petals',
		langs: 'en-fr',
		hasReview: true,
		phone: 'W'.repeat(40)
	},
	{ name: names[4], words: sixty.sentence, steps: 9, langs: 'fr-en', hasReview: false, phone: longPhone },
	{ name: names[2], words: undefined, steps: 'catalogue', langs: 'en', hasReview: true, phone: longPhone },
	{ name: names[1], words: undefined, steps: 'catalogue', langs: 'fr', hasReview: true, phone: longPhone },
	{ name: names[2], words: undefined, steps: 'catalogue', langs: 'fr-en', hasReview: true, phone: longPhone }
];

test('on every paper all words stand whole in their place, whoever it is for', async ({ page }) => {
	await page.goto('/');
	expect(await troublesOnEveryPaper(page, fillings, ['Letter', 'A4'])).toEqual([]);
});
