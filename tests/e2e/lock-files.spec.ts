import type { Page } from '@playwright/test';
import { serve } from '../../scripts/server.mjs';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import type { LockHarness } from '../harness/lock-page.ts';
import { expect, test as base } from './fixtures.ts';
import { foundIn } from './raw-files.ts';

declare const underLock: LockHarness;

const test = base.extend({
	// eslint-disable-next-line no-empty-pattern -- the first argument names what is needed: nothing
	server: async ({}, use) => {
		const server = await serve(await builtOnce('lock', (folder) => buildBothStores(folder, 'lock')));
		await use(server);
		await server.stop();
	}
});

const words = 'a phrase that nobody guesses';
const [sentence, name, photo] = ['The violet heron sang', 'Marguerite', 'PHOTOBYTES-'];
const secrets = [sentence, name, photo, words];
const all = [`${sentence} 0`, `${sentence}, note 3`, `${name} 11`, `${photo}${photo[0]}`];

/**
 * The browser puts its files in order beside everything else, and deletes that of a picture a moment after no page holds it any
 * more: when it has taken away what pages let go of.
 */
async function isNowhere(page: Page, folder: string): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	await expect.poll(() => foundIn(folder, secrets)).toEqual({});
}

const ready = async (page: Page) => {
	await page.goto('/');
	await expect.poll(() => page.evaluate(() => typeof underLock)).toBe('object');
};

test('S9 under a lock no file of the browser has a sentence, a name or a photo, not even of before', async ({
	device
}) => {
	test.setTimeout(120_000);
	let page = await (await device.open()).newPage();
	await ready(page);
	await page.evaluate(([...how]) => underLock.live(...how), [sentence, name, photo] as const);
	// they are there to be found
	expect(Object.keys(foundIn(device.folder, secrets)).sort()).toEqual([name, photo, sentence].sort());

	await page.evaluate((typed) => underLock.turnOn(typed), words);
	expect(await page.evaluate(() => underLock.state())).toBe('on');
	expect(await page.evaluate(() => underLock.read())).toEqual(all);
	// the page that showed the pictures goes: until then it may hold them
	await page.reload();
	await ready(page);
	await isNowhere(page, device.folder);
	await page.evaluate((typed) => underLock.unlock(typed), words);
	expect(await page.evaluate(() => underLock.read())).toEqual(all);
	await isNowhere(page, device.folder);

	// what is written and read while it is open
	await page.evaluate(([...how]) => underLock.live(...how), [sentence, name, photo] as const);
	await isNowhere(page, device.folder);
	await page.evaluate(() => underLock.lockNow());
	expect(await page.evaluate(() => underLock.lockedBecause())).toBe('locked');
	await isNowhere(page, device.folder);

	// the device starts again
	await device.kill();
	page = await (await device.open()).newPage();
	await ready(page);
	expect(await page.evaluate(() => underLock.state())).toBe('on');
	expect(await page.evaluate(() => underLock.lockedBecause())).toBe('locked');
	await page.evaluate((typed) => underLock.unlock(typed), words);
	expect(await page.evaluate(() => underLock.read())).toEqual(all);
	await isNowhere(page, device.folder);
});

test('S9 turned off it is as it was, and erased under a lock nothing is left', async ({ device }) => {
	test.setTimeout(120_000);
	const page = await (await device.open()).newPage();
	await ready(page);
	await page.evaluate(([...how]) => underLock.live(...how), [sentence, name, photo] as const);
	await page.evaluate((typed) => underLock.turnOn(typed), words);
	await page.evaluate(() => underLock.turnOff());
	expect(await page.evaluate(() => underLock.state())).toBe('off');
	expect(await page.evaluate(() => underLock.read())).toEqual(all);
	await page.reload();
	await ready(page);
	expect(await page.evaluate(() => underLock.read())).toEqual(all);
	await page.evaluate((typed) => underLock.turnOn(typed), words);
	await page.evaluate(() => underLock.erase());
	await page.reload();
	await isNowhere(page, device.folder);
	expect(await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name))).toEqual([]);
});

test('S9 erased without a lock nothing is left either', async ({ device }) => {
	const page = await (await device.open()).newPage();
	await ready(page);
	await page.evaluate(([...how]) => underLock.live(...how), [sentence, name, photo] as const);
	expect(Object.keys(foundIn(device.folder, secrets)).sort()).toEqual([name, photo, sentence].sort());
	await page.evaluate(() => underLock.erase());
	await page.reload();
	await isNowhere(page, device.folder);
	expect(await page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name))).toEqual([]);
});
