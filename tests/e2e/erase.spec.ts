import { appendFileSync } from 'node:fs';
import { expect, testOffline as test, testOwnSite } from './fixtures.ts';
import { beginWith, visit } from './person.ts';
import { kept, keptAtFirst } from './worker.ts';
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

/** A host that empties the browser with its answer, as the examples in docs/hosting do. */
const testClearing = testOwnSite.extend({
	folder: async ({ folder }, use) => {
		appendFileSync(`${folder}/_headers`, '\n/erase/\n  Clear-Site-Data: "cache", "storage"\n');
		await use(folder);
	}
});

testClearing(
	'a host that empties the browser does so for who goes to that page, through the worker too, and for nothing else that asks for it',
	async ({ page, tolerate }) => {
		// what was on its way when all of it went
		tolerate(/Failed to load resource/);
		await visit(page, '/en/today/');
		await keptAtFirst(page);
		const left = async () => [
			await page.evaluate(() => localStorage.getItem('probe')),
			await page.evaluate(async () => (await caches.keys()).length)
		];
		await page.evaluate(() => localStorage.setItem('probe', 'here'));
		expect(await page.evaluate(async () => (await fetch('/erase/', { cache: 'no-store' })).status)).toBe(200);
		expect(await left()).toEqual(['here', expect.any(Number)]);
		await page.evaluate(() => location.assign('/erase/'));
		await expect(page).toHaveURL('/erase/');
		await expect.poll(left).toEqual([null, 0]);
	}
);

test('an erase that ended in between is ended at the next start, on any page, and said', async ({ page }) => {
	await beginWith(page, 'en', 'first-steps');
	// as a browser that was ended leaves it: the journal and the database went, and nothing more
	await page.goto('/favicon.svg');
	await page.evaluate(async () => {
		const answered = (request: IDBOpenDBRequest) =>
			new Promise<void>((resolve) => (request.onsuccess = () => (request.result?.close?.(), resolve())));
		await answered(indexedDB.open('envol-erasing'));
		const folder = await navigator.storage.getDirectory();
		// the page before may still be letting go of it
		const remove = (): Promise<void> =>
			folder.removeEntry('envol-journal', { recursive: true }).catch(({ name }: Error) => {
				if (name !== 'NotFoundError') return remove();
			});
		await remove();
		await answered(indexedDB.deleteDatabase('envol'));
	});
	await page.goto('/en/hope/');
	await expect(page).toHaveURL('/erase/');
	await expect(page.getByRole('heading', { name: gone })).toBeVisible();
	expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
	await visit(page, '/en/today/');
	await expect(page.getByRole('button', { name: say('today.empty.firstSteps') })).toBeVisible();
});
