import { expect, test } from '../e2e/fixtures.ts';
import { axeOnStates, states, walkStates, walkStatesByKey } from '../e2e/full-states.ts';
import { langs } from '../e2e/words.ts';

for (const lang of langs) {
	test(`on every page a person with something of everything sees where they are, in any size of letters, ${lang}`, async ({
		page
	}) => {
		expect(await walkStates(page, lang, states)).toEqual([]);
	});

	test(`on every page a person with something of everything reaches every place by keyboard, ${lang}`, async ({
		page
	}) => {
		expect(await walkStatesByKey(page, lang, states)).toEqual([]);
	});

	test(`on every page a person with something of everything meets no barrier, in every look, ${lang}`, async ({
		page
	}) => {
		expect(await axeOnStates(page, lang, states, ['dark', 'contrast'], [320, 1280])).toEqual([]);
	});
}
