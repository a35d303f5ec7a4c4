import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '../e2e/fixtures.ts';
import { foundIn } from '../e2e/raw-files.ts';
import type { Content } from '../harness/both-page.ts';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import { dropDatabase, erase, expectAll, openBoth, read, startWriting, times } from './both-stores.ts';

/** A quarter of all kills for each kind. */
const each = Math.ceil(times.kills / 4);
/** A profile is begun anew after so many, since all that it holds is read each time. */
const perProfile = 25;
/** The same moments in each run. */
const momentOf = (round: number, mostMs: number) => ((round * 7919) % 997) * (mostMs / 997);
/** An erase takes about three seconds, and a little more. */
const eraseMs = 4000;
const countIn = ({ days, notes, steps, stitches, photos }: Content) =>
	Object.keys({ ...days, ...photos }).length + notes.length + steps[0] + steps[1] + stitches;

test.describe('killed at any moment', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');
	test.beforeEach(({ tolerate }) => {
		// a page of its own, and a browser that ends in the middle of everything
		tolerate(/./);
		test.setTimeout(60_000 + each * 20_000);
	});
	const begin = async ({ served }: { served: (folder: string) => Promise<{ url: string }> }) =>
		(await served(await builtOnce('both', buildBothStores))).url;

	for (const [name, letters, mostMs] of [
		['while it writes', 200, 500],
		['while much is written, and the journal is made small again and again', 30_000, 1500]
	] as const)
		test(`D1 ${name}: nothing that was said to be saved is lost, nothing is half there`, async ({
			device,
			served
		}) => {
			const url = await begin({ served });
			let last = 0;
			for (let round = 0; round < each; round += 1) {
				if (round % perProfile === 0) {
					await device.empty();
					last = 0;
				}
				const { page, saved } = await openBoth(await device.open(), url);
				await expectAll(page, last, `kill ${round}, ${last} saved`);
				startWriting(page, last + 1, letters);
				await expect.poll(saved, { intervals: [20] }).toBeGreaterThan(last);
				await pause(momentOf(round, mostMs));
				await device.kill();
				last = Math.max(last, saved());
			}
			const { page } = await openBoth(await device.open(), url);
			await expectAll(page, last, 'at the end');
			console.log(`killed ${name}: ${each} times, 0 lost, 0 half there; ${last} changes in the last profile`);
		});

	test('D1 while it is rebuilt from the journal: nothing is lost, nothing is half there', async ({
		device,
		served
	}) => {
		const url = await begin({ served });
		let last = 0;
		let seenRebuilt = 0;
		for (let round = 0; round < each; round += 1) {
			if (round % perProfile === 0) {
				await device.empty();
				const { page, saved } = await openBoth(await device.open(), url);
				startWriting(page, 1, 2000);
				await expect.poll(saved, { timeout: 60_000 }).toBeGreaterThan(60);
				last = saved();
				await page.context().close();
				last = Math.max(last, saved());
			}
			dropDatabase(device.folder);
			const context = await device.open();
			const page = await context.newPage();
			const reading = openBoth(context, url)
				.then(({ page }) => read(page))
				.then(() => (seenRebuilt += 1))
				.catch(() => undefined);
			await page.evaluate(() => undefined);
			await pause(momentOf(round, 600));
			await device.kill();
			// a page that was about to open may never say that it did not
			await Promise.race([reading, pause(1000)]);
			const after = await openBoth(await device.open(), url);
			await expectAll(after.page, last, `kill ${round} while it is rebuilt`);
			await after.page.context().close();
		}
		console.log(`killed while rebuilt: ${each} times (${seenRebuilt} after it), 0 lost, 0 half there`);
	});

	test('D1 while all is erased: all is there, or nothing is; said to be over, no file has a word after the next start', async ({
		device,
		served
	}) => {
		const url = await begin({ served });
		/** All that a change wrote has words like these in it, a photo too. */
		const wordsUpTo = (last: number) =>
			Array.from({ length: last + 1 }, (_, i) => `${i + 1} words ${i + 1} `);
		const filesWith = (last: number) => foundIn(device.folder, wordsUpTo(last));
		let [whole, gone, ended, late, hadWords] = [0, 0, 0, 0, 0];
		for (let round = 0; round < each; round += 1) {
			const about = `kill ${round} while all is erased`;
			await device.empty();
			const { page, saved } = await openBoth(await device.open(), url);
			startWriting(page, 1, 2000);
			await expect.poll(saved, { intervals: [20] }).toBeGreaterThan(12);
			let isSaidToBeOver = false;
			const erasing = erase(page)
				.then(() => (isSaidToBeOver = true))
				.catch(() => undefined);
			await pause(momentOf(round, eraseMs));
			await device.kill();
			await erasing;
			const last = saved();
			const hasWords = Object.keys(filesWith(last)).length > 0;

			const after = await openBoth(await device.open(), url);
			const content = await read(after.page);
			if (countIn(content) === 0) gone += 1;
			else {
				whole += 1;
				await expectAll(after.page, last, about);
			}
			if (isSaidToBeOver) {
				ended += 1;
				expect(countIn(content), about).toBe(0);
				// the files of pictures that a page held go at the latest as the browser starts again
				if (hasWords) late += 1;
				await expect.poll(() => filesWith(last), { message: about }).toEqual({});
			} else {
				if (hasWords) hadWords += 1;
				// asked for once more, it takes away whatever was left
				const { page } = await openBoth(after.page.context(), url);
				// the browser keeps the files of pictures that a page has read as long as it is there
				await after.page.close();
				await erase(page);
			}
			await device.kill();
			expect(filesWith(last), `${about}, then asked for once more`).toEqual({});
		}
		console.log(
			`killed while erasing: ${each} times, all there ${whole}, nothing there ${gone}, 0 half there; ${ended} after it had said that it was over, 0 with words once it was started again (${late} before that); ${hadWords} before that, with words until it was asked for once more`
		);
	});
});
