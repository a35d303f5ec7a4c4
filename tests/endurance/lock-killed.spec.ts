import { setTimeout as pause } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { dayNote, isAllThere, live, ownStep } from '../e2e/lock-walk.ts';
import { askTurnOn, fillWords, lockSetting, passphrase } from '../e2e/locking.ts';
import { foundIn } from '../e2e/raw-files.ts';
import { wordsOf } from '../e2e/words.ts';

const say = wordsOf('en');
/** `ENVOL_KILLS` says how many of all kinds; a few seconds go by with each of these. */
const kills = Math.ceil(Number(process.env.ENVOL_KILLS ?? 1000) / 16);
const another = 'some other kind words';

/** From the tap until all is done, and a little more. */
const mostMs = { on: 6000, change: 2500, off: 6000 };
type Kind = keyof typeof mostMs;
/** The same moments in each run. */
const momentOf = (round: number, kind: Kind) => ((round * 7919) % 997) * (mostMs[kind] / 997);

/** The part of Settings in another page, which gets the key from the one that is open; a slow one may answer too late. */
async function opened(page: Page): Promise<Locator> {
	let part: Locator | undefined;
	await expect(async () => {
		part = await lockSetting(page, 'en');
		await expect(part.getByText(say('lock-setting.on.passphrase'))).toBeVisible({ timeout: 5000 });
	}).toPass({ timeout: 120_000 });
	return part!;
}

const begin: Record<Kind, (page: Page, next: string) => Promise<void>> = {
	on: async (page) => void (await askTurnOn(page, 'en', 'passphrase')),
	change: async (page, next) => {
		const part = await opened(page);
		await part.getByText(say('lock-setting.change.title')).click();
		await fillWords(part, 'en', 'passphrase', next);
		await part.getByRole('button', { name: say('lock-setting.change.save') }).click();
	},
	off: async (page) => {
		const part = await opened(page);
		await part.getByText(say('lock-setting.off.title')).click();
		await part.getByRole('button', { name: say('lock-setting.off.make') }).click();
	}
};

test.describe('killing the browser under a lock', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	test('S9 killed at any moment of turning a lock on, changing its words and turning it off: the right words open all of it, no others anything', async ({
		device,
		tolerate
	}) => {
		// a browser that ends in the middle of everything
		tolerate(/./);
		test.setTimeout(60_000 + kills * 60_000);
		let page = await (await device.open()).newPage();
		await live(page);
		const inStores = () =>
			Object.values(foundIn(device.folder, [ownStep, dayNote]))
				.flat()
				.filter((file) => /^\/Default\/(IndexedDB|File System)\//.test(file));
		/** What opens it now; undefined without a lock. */
		let words: string | undefined;
		const counts: Record<string, number> = {};
		// a lock that was just turned on is changed, then turned off: as many of each
		let last: Kind | undefined;
		for (let round = 0; round < kills; round += 1) {
			const kind: Kind = words === undefined ? 'on' : last === 'on' ? 'change' : 'off';
			last = kind;
			const next = words === passphrase ? another : passphrase;
			await begin[kind](await page.context().newPage(), next);
			await pause(momentOf(round, kind));
			await device.kill();
			page = await (await device.open()).newPage();
			const before = words;
			// the words from before the change, or the new ones; without a lock, those it was being given
			const by = await isAllThere(
				page,
				kind === 'on' ? [passphrase] : kind === 'change' ? [before!, next] : [before!]
			);
			// with the right words, what was being turned off is turned off
			const isOn = await page.evaluate(async () =>
				(await indexedDB.databases()).some(({ version = 0 }) => version >= 55)
			);
			words = isOn ? by : undefined;
			const became = words === undefined ? 'off' : words === before ? 'as before' : 'new words';
			const what = `${kind}, then ${became}`;
			counts[what] = (counts[what] ?? 0) + 1;
			if (words !== undefined) await expect.poll(inStores, { message: `kill ${round}: ${what}` }).toEqual([]);
		}
		if (words === undefined) {
			await begin.on(page, passphrase);
			await expect(page.locator('section p.words').first()).toBeVisible({ timeout: 60_000 });
		}
		await expect.poll(inStores).toEqual([]);
		console.log(`killed ${kills} times: ${JSON.stringify(counts)}; all there each time`);
	});
});
