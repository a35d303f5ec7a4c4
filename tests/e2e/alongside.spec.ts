import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { misfitsOnEachScreen } from './misfits.ts';
import { keep, missingTools, pagesIn, textIn } from './paper-tools.ts';
import { visit } from './person.ts';
import { langs, say } from './words.ts';

/** What each address prints, without any script: how many pages on Letter and A4, and words that are on them. */
const prints: readonly (readonly [address: string, pages: number, key: string])[] = [
	['learn/#habits', 1, 'learn.topics.habits.title'],
	['learn/#all', 6, 'learn.topics.rights.title'],
	['close/', 1, 'close.find.title'],
	['peer/', 3, 'peer.wrap.title'],
	['clinic/#poster', 1, 'clinic.poster.big'],
	['clinic/#all', 8, 'clinic.domains.title']
];

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const lang of langs)
		test(`the pages for those who walk along are read and printed whole, ${lang}`, async ({ page }, info) => {
			test.skip(missingTools.length > 0, `not on this machine: ${missingTools.join(', ')}`);
			for (const [address, pages, key] of prints) {
				// another document, not another place on the same one
				await page.goto('about:blank');
				await page.goto(`/${lang}/${address}`);
				const words = say(lang, key);
				await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible();
				for (const format of ['Letter', 'A4'] as const) {
					const pdf = keep(info.outputPath('page.pdf'), await page.pdf({ format }));
					expect(pagesIn(pdf), `${address} on ${format}`).toBe(pages);
					expect(textIn(pdf).replace(/\s/g, ''), address).toContain(words.replace(/\s/g, ''));
				}
			}
			// one short page at a time; the list of all of them is one tap away
			await page.goto(`/${lang}/learn/#signs`);
			await expect(page.getByRole('heading', { name: say(lang, 'learn.topics.signs.title') })).toBeVisible();
			await expect(page.getByRole('heading', { name: say(lang, 'learn.topics.deals.title') })).toBeHidden();
			await page
				.getByRole('link', { name: say(lang, 'learn.contents') })
				.filter({ visible: true })
				.click();
			await page.getByRole('link', { name: say(lang, 'learn.topics.deals.title') }).click();
			await expect(page.getByText(say(lang, 'learn.topics.deals.try'))).toBeVisible();
			await expect(page.getByText(say(lang, 'learn.topics.signs.try'))).toBeHidden();
		});
});

test('all of them at once have no barrier, and nothing scrolls sideways', async ({ page }) => {
	await visit(page, '/en/learn/#all');
	const found = await barriers(page, 'learn');
	found.push(...(await misfitsOnEachScreen(page, 'learn')));
	// each is short enough for half a page
	await page.setViewportSize({ width: 700, height: 1056 });
	await page.emulateMedia({ media: 'print' });
	const tooLong = await page
		.locator('.short')
		.evaluateAll((all) => all.filter((one) => one.scrollHeight > one.clientHeight + 1).map(({ id }) => id));
	expect([...found, ...tooLong]).toEqual([]);
});
