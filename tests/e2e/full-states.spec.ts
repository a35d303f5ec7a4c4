import { expect, test } from './fixtures.ts';
import { axeOnStates, reflowOfStates, walkStatesByKey } from './full-states.ts';

/** The fullest pages; all of them are looked at in `tests/endurance`. */
const fullest = {
	en: ['today/', 'plan/people/', 'hope/write/#full-note'],
	fr: ['prescription/', 'plan/crisis/', 'dice/']
} as const;

test('a person with something of everything meets no barrier on the fullest pages', async ({ page }) => {
	// colours are the same in each language: each other look is looked at in one
	expect(await axeOnStates(page, 'en', fullest.en, ['contrast'])).toEqual([]);
	expect(await axeOnStates(page, 'fr', fullest.fr, ['dark'])).toEqual([]);
});

test('with very long words and very large letters, the fullest pages never scroll sideways', async ({
	page
}) => {
	expect(await reflowOfStates(page, 'fr', [...fullest.en, ...fullest.fr])).toEqual([]);
});

test('every place of a full page is reached by keyboard, both ways, and can be seen there', async ({
	page
}) => {
	expect(await walkStatesByKey(page, 'en', ['plan/people/', 'plan/agreements/', 'hope/all/'])).toEqual([]);
});
