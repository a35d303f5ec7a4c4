import { addressesOf, doors, pages } from '../../src/pages.js';
import { calmLight, troublesOfPage, type Look } from './empty-pages.ts';
import { expect, test } from './fixtures.ts';
import { misfitsOnEachScreen } from './misfits.ts';
import { beginWith, chosen, visit } from './person.ts';

/**
 * Each page is looked at in one language, help in both; `tests/endurance` looks at each in both. Another look changes
 * colours only, and colours are the same in each language.
 */
const looked: readonly (readonly [address: string, look?: Look])[] = [
	...[...doors.map((door) => `/${door}`), '/404.html'].map((address) => [address] as const),
	...pages.flatMap((page, at) => {
		const both = addressesOf(page).map((address, i) => [address, i === 0 ? 'contrast' : 'dark'] as const);
		return page.path === 'help/' ? both : [both[at % 2]!];
	})
];
/** So many pages are looked at by one test, so that others can be looked at beside it. */
const together = 7;
const groups = Array.from({ length: Math.ceil(looked.length / together) }, (_, i) =>
	looked.slice(i * together, (i + 1) * together)
);

test.beforeEach(async ({ context }) => {
	await context.addInitScript(calmLight);
});

for (const [i, group] of groups.entries())
	test(`for every eye, hand and ear: no page has a barrier, nothing scrolls sideways, help is never covered (${i + 1} of ${groups.length})`, async ({
		page
	}) => {
		const found: string[] = [];
		for (const [address, look] of group)
			found.push(...(await troublesOfPage(page, address, look ? [look] : [])));
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
