import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { awake, steps } from '../e2e/person.ts';
import { wordsOf } from '../e2e/words.ts';
import { buildBothStores, builtOnce } from '../harness/build.ts';
import type { BothHarness } from '../harness/both-page.ts';
import { check, openBoth } from './both-stores.ts';

type Given = { both: BothHarness };
const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

test('Check my data looks at ten years in less than 3 s', async ({ device, served, tolerate }) => {
	tolerate(/./);
	const { url } = await served(await builtOnce('both', buildBothStores));
	const { page } = await openBoth(await device.open(), url);
	await page.evaluate(() =>
		(globalThis as unknown as Given).both.fill({ days: 3650, notes: 5000, photos: 0 })
	);
	// the first check gives all of it to the journal
	const first = await check(page);
	const again: number[] = [];
	for (let time = 0; time < 3; time += 1) {
		const { ms, lost, isMended } = await check(page);
		expect([lost, isMended]).toEqual([0, false]);
		again.push(ms);
	}
	console.log(
		`ten years, ${first.records} records: the first check ${first.ms} ms, then ${again.join(', ')} ms`
	);
	await page.evaluate(() => (globalThis as unknown as Given).both.fill({ days: 0, notes: 0, photos: 100 }));
	const withPhotos = [(await check(page)).ms, (await check(page)).ms, (await check(page)).ms];
	console.log(`with 100 photos of 400 kB: ${withPhotos.join(', ')} ms (the first gives them to the journal)`);
	expect(median(again)).toBeLessThan(3000);
});

test('how much later a tick is said to be done with the second store', async ({
	server,
	device,
	tolerate
}) => {
	tolerate(/a request left/);
	const context = await device.open();
	const say = wordsOf('en');
	const open = async (url: string, isAlone: boolean) => {
		const page = await context.newPage();
		if (isAlone)
			await page.addInitScript(() =>
				Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined })
			);
		await page.goto(`${url}/en/welcome/start/`);
		await awake(page);
		await page.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
		await expect(steps(page).first()).toBeVisible();
		return page;
	};
	// another address has a database of its own
	const pages = {
		both: await open(server.url, false),
		alone: await open(server.url.replace('127.0.0.1', 'localhost'), true)
	};
	/** From the tap to the words, so many times in a row, in ms. */
	const ticks = (page: Page) =>
		page.evaluate(
			async ([done, times]) => {
				const all: number[] = [];
				const line = document.querySelector('[role="status"]')!.closest('body')!;
				const boxes = [...document.querySelectorAll<HTMLInputElement>('main input[type="checkbox"]')];
				const until = (fits: () => boolean) =>
					new Promise<void>((resolve) => {
						if (fits()) return resolve();
						const watching = new MutationObserver(() => {
							if (!fits()) return;
							watching.disconnect();
							resolve();
						});
						watching.observe(line, { childList: true, subtree: true, characterData: true });
					});
				const isSaid = () =>
					[...document.querySelectorAll('[role="status"]')].some((each) => each.textContent?.includes(done));
				for (let i = 0; i < times; i += 1) {
					const box = boxes[i % boxes.length]!;
					const from = performance.now();
					box.click();
					await until(isSaid);
					all.push(performance.now() - from);
					box.click();
					await until(() => !isSaid());
				}
				return all;
			},
			[say('today.status.done'), 10] as const
		);
	const seen = { both: [] as number[], alone: [] as number[] };
	for (let round = 0; round < 12; round += 1)
		for (const name of round % 2 ? (['both', 'alone'] as const) : (['alone', 'both'] as const)) {
			await pages[name].bringToFront();
			// the first ones of each turn wake things up
			seen[name].push(...(await ticks(pages[name])).slice(2));
		}
	const [both, alone] = [median(seen.both), median(seen.alone)];
	console.log(
		`from a tap to "Done", ${seen.both.length} of each by turns: ${both.toFixed(1)} ms with both stores, ${alone.toFixed(1)} ms with one, ${(both / alone).toFixed(2)} x`
	);
	// the goal is 1.1: on a busy machine the two compete for its cores
	expect(both / alone).toBeLessThan(1.6);
});
