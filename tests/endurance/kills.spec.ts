import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type Device } from '../e2e/fixtures.ts';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import {
	dropDatabase,
	erase,
	expectAll,
	missingIn,
	openBoth,
	read,
	startWriting,
	times
} from './both-stores.ts';

/** A quarter of all kills for each kind. */
const each = Math.ceil(times.kills / 4);
/** A profile is begun anew after so many, since all that it holds is read each time. */
const perProfile = 25;
/** The same moments in each run. */
const momentOf = (round: number, mostMs: number) => ((round * 7919) % 997) * (mostMs / 997);

test.describe('killed at any moment', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');
	test.beforeEach(({ tolerate }) => {
		// a page of its own, and a browser that ends in the middle of everything
		tolerate(/./);
		test.setTimeout(60_000 + each * 20_000);
	});
	const begin = async ({ served }: { served: (folder: string) => Promise<{ url: string }> }) =>
		(await served(await builtOnce('both', buildBothStores))).url;
	const anew = ({ folder }: Device) =>
		// what the killed browser had started may still be ending
		rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

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
					anew(device);
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
				anew(device);
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

	test('D1 while all is erased: all is there, or nothing is', async ({ device, served }) => {
		const url = await begin({ served });
		let [whole, gone] = [0, 0];
		for (let round = 0; round < each; round += 1) {
			anew(device);
			const { page, saved } = await openBoth(await device.open(), url);
			startWriting(page, 1, 2000);
			await expect.poll(saved, { intervals: [20] }).toBeGreaterThan(12);
			const erasing = erase(page).catch(() => undefined);
			// an erase takes about a second and a half
			await pause(momentOf(round, 2000));
			await device.kill();
			await erasing;
			const last = saved();
			const after = await openBoth(await device.open(), url);
			const content = await read(after.page);
			const isGone =
				Object.keys(content.days).length + content.notes.length + content.steps[0] + content.stitches === 0;
			if (isGone) gone += 1;
			else {
				whole += 1;
				expect(missingIn(content, last), `kill ${round} while all is erased`).toEqual([]);
			}
			await device.kill();
		}
		console.log(
			`killed while erasing: ${each} times, all there ${whole}, nothing there ${gone}, 0 half there`
		);
	});
});
