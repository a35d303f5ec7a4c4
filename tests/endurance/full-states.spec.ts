import { allPages } from '../../src/pages.js';
import { expect, test } from '../e2e/fixtures.ts';
import { axeOnDialogs } from '../e2e/dialogs.ts';
import { fill } from '../e2e/full-profile.ts';
import { axeOnStates, openState, sizes, states, walkStates, walkStatesByKey } from '../e2e/full-states.ts';
import { lostColours } from '../e2e/forced-colours.ts';
import { wrongOnFullPages } from '../e2e/names.ts';
import { smallTargets } from '../e2e/targets.ts';
import { langs } from '../e2e/words.ts';

for (const lang of langs) {
	test(`on every page a person with something of everything sees where they are, in any size of letters, ${lang}`, async ({
		page
	}) => {
		expect(await walkStates(page, lang, states)).toEqual([]);
	});

	for (const size of sizes)
		test(`on every page a person with something of everything reaches every place by keyboard at ${size[0]}, ${lang}`, async ({
			page
		}) => {
			expect(await walkStatesByKey(page, lang, states, size)).toEqual([]);
		});

	test(`on every page everything that is pressed is large enough, and the system may choose the colours, ${lang}`, async ({
		page
	}) => {
		const found: string[] = [];
		await page.setViewportSize({ width: 360, height: 740 });
		await fill(page, lang);
		for (const state of states) {
			await openState(page, state, lang);
			for (const width of [1280, 360]) {
				await page.setViewportSize({ width, height: 740 });
				found.push(...(await smallTargets(page, `${state} at ${width} px`)));
			}
			await page.emulateMedia({ forcedColors: 'active' });
			found.push(...(await lostColours(page, state)));
			await page.emulateMedia({ forcedColors: 'none' });
		}
		expect(found).toEqual([]);
	});

	test(`on every full page no two names are the same, nothing scrolls sideways, help is never covered, ${lang}`, async ({
		page
	}) => {
		const addresses = allPages.filter((one) => one.startsWith(`/${lang}/`));
		expect(await wrongOnFullPages(page, lang, addresses)).toEqual([]);
	});

	test(`nobody meets a barrier in any dialog, in every look, ${lang}`, async ({ page }) => {
		expect(await axeOnDialogs(page, lang, ['dark', 'contrast'])).toEqual([]);
	});

	test(`on every page a person with something of everything meets no barrier, in every look, ${lang}`, async ({
		page
	}) => {
		expect(await axeOnStates(page, lang, states, ['dark', 'contrast'], [320, 1280])).toEqual([]);
	});
}
