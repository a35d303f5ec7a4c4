import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../e2e/fixtures.ts';
import { dayNote, isAllThere, live, ownStep } from '../e2e/lock-walk.ts';
import { step, visit } from '../e2e/person.ts';
import { foundIn } from '../e2e/raw-files.ts';
import { wordsOf } from '../e2e/words.ts';

const say = wordsOf('en');
/** `ENVOL_KILLS` says how many of all kinds; some ten seconds go by with each of these. */
const kills = Math.ceil(Number(process.env.ENVOL_KILLS ?? 1000) / 16);
/** From the tap until it says that all is gone, and a little more. */
const mostMs = 3000;

test.describe('killing the browser while it erases', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	test('D1 killed at any moment of erasing through the screens: all is there, or the next start ends it and no file has a word', async ({
		device,
		tolerate
	}) => {
		// a browser that ends in the middle of everything
		tolerate(/./);
		test.setTimeout(60_000 + kills * 60_000);
		const counts: Record<string, number> = {};
		for (let round = 0; round < kills; round += 1) {
			const about = `kill ${round}`;
			await device.empty();
			let page = await (await device.open()).newPage();
			await live(page);
			await visit(page, '/en/settings/');
			await page.getByRole('button', { name: say('settings.erase.ask') }).click();
			await page.getByRole('button', { name: say('settings.erase.yes') }).click();
			let isSaid = false;
			const saying = page
				.locator('html[data-erased=gone]')
				.waitFor({ state: 'attached' })
				.then(() => (isSaid = true))
				.catch(() => undefined);
			await pause(((round * 7919) % 997) * (mostMs / 997));
			await device.kill();
			await saying;
			const words = () => Object.keys(foundIn(device.folder, [ownStep, dayNote])).length;
			const hadWords = words() > 0;

			page = await (await device.open()).newPage();
			await page.goto('/en/today/');
			const own = step(page, ownStep);
			const ended = page.locator('html[data-erased=gone]');
			// it is known then that there is no plan
			const fresh = page.locator('main .opening.over');
			await expect(own.or(ended).or(fresh).first()).toBeAttached({ timeout: 30_000 });
			const isThere = (await own.count()) > 0;
			if (isThere) {
				expect(isSaid, about).toBe(false);
				await isAllThere(page);
			} else {
				await expect(page.getByText(ownStep), about).toHaveCount(0);
				await expect.poll(words, { message: about, timeout: 30_000 }).toBe(0);
			}
			const how = isThere
				? 'all there'
				: (await ended.count()) > 0
					? 'ended at the next start'
					: 'nothing there';
			const what = `${isSaid ? 'said, ' : ''}${how}${hadWords && !isThere ? ', words in files before' : ''}`;
			counts[what] = (counts[what] ?? 0) + 1;
			await device.kill();
		}
		console.log(`killed while it erases, through the screens: ${JSON.stringify(counts)}`);
	});
});
