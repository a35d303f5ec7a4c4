import { expect, testOffline as test } from './fixtures.ts';
import { beginWith, visit } from './person.ts';
import { kept } from './worker.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');
const gone = 'Everything is gone from this device';

test('a link from elsewhere erases nothing, an erase works with no network', async ({
	server,
	page,
	tolerate
}) => {
	test.setTimeout(180_000);
	// the page before may still be letting go of the database
	tolerate(/Dexie\.delete\('envol'\) was blocked/);
	// with no network and no offline copy, the picture of the tab cannot be had
	tolerate(/Failed to load resource.*favicon/);
	await beginWith(page, 'en', 'first-steps');
	await kept(page);
	await page.goto('/erase/');
	await expect(page.getByRole('heading', { name: 'Nothing was erased here' })).toBeVisible();
	await expect(page.getByRole('heading', { name: gone })).toBeHidden();
	await visit(page, '/en/settings/');
	await server.stop();
	await page.getByRole('button', { name: say('settings.erase.ask') }).click();
	await page.getByRole('button', { name: say('settings.erase.yes') }).click();
	await expect(page).toHaveURL('/erase/');
	await expect(page.getByRole('heading', { name: gone })).toBeVisible();
	// the worker that still serves this page looks at the files it used three seconds later: that begins nothing anew
	const until = Date.now() + 3_500;
	const seen = new Set<string>();
	await expect
		.poll(async () => {
			for (const name of await page.evaluate(() => caches.keys())) seen.add(name);
			return Date.now() > until;
		})
		.toBe(true);
	expect([...seen]).toEqual([]);
});
