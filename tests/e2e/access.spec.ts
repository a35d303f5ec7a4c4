import { addressesOf, doors, pages } from '../../src/pages.js';
import { barriersOfPage, calmLight, type Look } from './empty-pages.ts';
import { expect, test } from './fixtures.ts';
import { misfitsOnEachScreen } from './misfits.ts';
import { beginWith, chosen, visit } from './person.ts';

/**
 * Each page is looked at in one language, help in both, and every other page in another look as well: another look changes
 * colours only, and colours are the same in each language. `tests/endurance` looks at each in both languages, in every look
 * and on every screen. That nothing scrolls sideways or covers help is checked on full pages (`names.spec.ts`), and here on
 * those that are in no language.
 */
const looked: readonly (readonly [address: string, look?: Look])[] = [
	...[...doors.map((door) => `/${door}`), '/404.html'].map((address) => [address] as const),
	...pages.flatMap((page, row) => {
		const both = addressesOf(page).map((address, i) => [address, i === 0 ? 'contrast' : 'dark'] as const);
		if (page.path === 'help/') return both;
		const [address, look] = both[row % 2]!;
		return [row % 4 < 2 ? ([address, look] as const) : ([address] as const)];
	})
];
const isInALanguage = (address: string) => /^\/(en|fr)\//.test(address);
/** So many pages are looked at by one test, so that others can be looked at beside it. */
const together = 9;
const groups = Array.from({ length: Math.ceil(looked.length / together) }, (_, i) =>
	looked.slice(i * together, (i + 1) * together)
);

test.beforeEach(async ({ context }) => {
	await context.addInitScript(calmLight);
});

for (const [i, group] of groups.entries())
	test(`for every eye, hand and ear no page has a barrier (${i + 1} of ${groups.length})`, async ({
		page
	}) => {
		const found: string[] = [];
		for (const [address, look] of group) {
			found.push(...(await barriersOfPage(page, address, look)));
			if (!isInALanguage(address)) found.push(...(await misfitsOnEachScreen(page, address)));
		}
		expect(found).toEqual([]);
	});

test('L5 with a plan, and with Quebec’s longer row of numbers, nothing scrolls sideways and help is never covered', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await beginWith(page, 'fr', 'sleep');
	await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
	const found = await misfitsOnEachScreen(page, '/fr/today/ with a plan');
	await page.setViewportSize({ width: 360, height: 740 });
	await visit(page, '/fr/prescription/');
	await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
	await chosen(page, 'fr').first().click();
	found.push(...(await misfitsOnEachScreen(page, '/fr/prescription/ with a step open')));
	expect(found).toEqual([]);
});
