import { expect, test } from './fixtures.ts';
import { axeInTurn, reflowOfStates, walkStatesByKey } from './full-states.ts';

/** The fullest pages, each in one language and one look; all of them in every look in `tests/endurance`. */
const fullest = {
	en: [
		['today/', 'light'],
		['plan/people/', 'dark'],
		['hope/write/#full-note', 'contrast']
	],
	fr: [
		['prescription/', 'light'],
		['plan/crisis/', 'light'],
		['dice/', 'dark']
	]
} as const;

test('a person with something of everything meets no barrier on the fullest pages', async ({ page }) => {
	expect(await axeInTurn(page, 'en', fullest.en)).toEqual([]);
	expect(await axeInTurn(page, 'fr', fullest.fr)).toEqual([]);
});

test('with very long words and very large letters, the fullest pages never scroll sideways', async ({
	page
}) => {
	const states = [...fullest.en, ...fullest.fr].map(([state]) => state);
	expect(await reflowOfStates(page, 'fr', states)).toEqual([]);
});

test('every place of a full page is reached by keyboard, both ways, and can be seen there', async ({
	page
}) => {
	expect(await walkStatesByKey(page, 'en', ['plan/people/', 'plan/agreements/', 'hope/all/'])).toEqual([]);
});
