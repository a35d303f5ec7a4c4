import type { Page } from '@playwright/test';
import { asleep, boxesOf, expectNothingMoved, mostAnswers, watchShifts } from './asleep.ts';
import { barriers } from './barriers.ts';
import { expect, restOf, test, testOffline } from './fixtures.ts';
import { readEarlyList } from '../support/early-list.ts';
import type { EarlyList } from '../../src/lib/domain/early-list.ts';
import { beginWith, rowsOf, status, step, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';
import { kept } from './worker.ts';

/** The list that waits in the page itself. */
const early = (page: Page) => page.locator('#early > section');

/** Waits until the list of the next opening says this. */
async function keptForNext(page: Page, fits: (list: EarlyList) => boolean): Promise<void> {
	await expect
		.poll(async () => {
			const settings = (await rowsOf(page, 'settings')) as { key: string; value: string }[];
			const kept = await page.evaluate(() => localStorage.getItem('envol.early-list'));
			const list = await readEarlyList(kept, settings.find(({ key }) => key === 'veil')?.value);
			return list !== undefined && fits(list);
		})
		.toBe(true);
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);
	test(`the list is there and answers before the app is awake, and nothing moves when it is, ${lang}`, async ({
		page
	}) => {
		await beginWith(page, lang, 'first-steps');
		await steps(page).nth(1).check();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		await keptForNext(page, ({ rows }) => rows.length === 5);
		const boxes = boxesOf(page, 'main .rows .title');
		const asApp = await boxes();

		await watchShifts(page);
		const wake = await asleep(page);
		await page.goto(`/${lang}/today/`);
		await expect(early(page)).not.toHaveCount(0);
		await expect(steps(page)).toHaveCount(5);
		expect(await boxes()).toEqual(asApp);
		await expect(steps(page).nth(1)).toBeChecked();
		await steps(page).nth(2).focus();
		await page.keyboard.press('Space');
		await expect(steps(page).nth(2)).toBeChecked();
		await expect(page.getByText(say('today.status.done'))).toHaveCount(0);
		const title = await page.locator('main .rows .title').nth(2).innerText();

		await wake();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		await expect(early(page)).toHaveCount(0);
		expect(await boxes()).toEqual(asApp);
		await expect(steps(page).nth(2)).toBeChecked();
		await expect(step(page, title)).toBeFocused();
		const [day] = (await rowsOf(page, 'days')) as { ticks: unknown[] }[];
		expect(day?.ticks).toHaveLength(2);
		expect(await page.evaluate(() => localStorage.getItem('envol.early-taps'))).toBeNull();
		await expectNothingMoved(page);
	});

	test(`taps that storage refuses are never called done, and the list stays, ${lang}`, async ({ page }) => {
		await beginWith(page, lang, 'first-steps');
		await keptForNext(page, ({ rows }) => rows.length === 5);
		await page.addInitScript(() => {
			// the list can be read, and then nothing any more, not even what was asked for together with it
			Object.defineProperty(window, 'envolFirstRead', { set: () => undefined });
			const { open } = IDBFactory.prototype;
			let isFirst = true;
			IDBFactory.prototype.open = function (...how) {
				if (!isFirst) throw new DOMException('not here', 'SecurityError');
				isFirst = false;
				return open.apply(this, how);
			};
		});
		await page.goto(`/${lang}/today/`);
		await expect(steps(page)).toHaveCount(5);
		await steps(page).nth(0).check();
		await expect(page.getByRole('alert')).toContainText(say('shell.storage.blocked'));
		await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
		await page.getByRole('button', { name: say('shell.status.close'), exact: true }).click();
		await steps(page).nth(2).check();
		await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
		await expect(steps(page)).toHaveCount(5);
	});

	test(`after ${mostAnswers} answers at most the list can be read and used by everybody, ${lang}`, async ({
		page
	}) => {
		await beginWith(page, lang, 'first-steps');
		await keptForNext(page, ({ rows }) => rows.length === 5);
		await asleep(page, mostAnswers);
		await page.setViewportSize({ width: 320, height: 640 });
		await page.goto(`/${lang}/today/`, { waitUntil: 'commit' });
		await expect(steps(page)).toHaveCount(5);
		await steps(page).nth(1).check();
		await expect(steps(page).nth(1)).toBeChecked();
		for (const look of ['light', 'dark', 'contrast']) {
			await page.evaluate((look) => {
				document.documentElement.dataset.look = look;
				document.documentElement.dataset.text = '200';
			}, look);
			expect(await barriers(page, look, { width: 320 })).toEqual([]);
		}
		const isWider = () =>
			page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
		expect(await isWider()).toBe(false);
		await expect(page.locator('#early .title').first()).toBeVisible();
	});

	test(`a finger that comes down just before the app takes the list over is heard, ${lang}`, async ({
		page
	}) => {
		await beginWith(page, lang, 'first-steps');
		await keptForNext(page, ({ rows }) => rows.length === 5);
		// the app is awake a moment before it knows the day
		await page.addInitScript(() =>
			Object.defineProperty(window, 'envolFirstRead', {
				configurable: true,
				get: () => new Promise(() => {}),
				set: () => {}
			})
		);
		await page.goto(`/${lang}/today/`);
		// whichever list it is by now: on a slow machine the early one may be gone already
		const box = steps(page).nth(1);
		await box.hover();
		await page.waitForFunction(() => document.documentElement.dataset.ready, undefined, { polling: 5 });
		await page.mouse.down();
		// long enough for the app to know the day
		await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1500)));
		await page.mouse.up();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		await expect(early(page)).toHaveCount(0);
		await expect(box).toBeChecked();
	});

	testOffline(
		`with a plan, a usual phone reads no file of drawings and styles no page anew for its bars, ${lang}`,
		async ({ page }) => {
			await page.setViewportSize({ width: 360, height: 740 });
			await beginWith(page, lang, 'first-steps');
			await kept(page);
			// what was kept before there was a copy comes from the file
			await steps(page).first().check();
			await keptForNext(page, ({ drawings }) => Object.keys(drawings ?? {}).length > 0);
			const files: string[] = [];
			page.on('request', (request) => files.push(new URL(request.url()).pathname));
			await visit(page, `/${lang}/today/`);
			await expect(early(page)).toHaveCount(0);
			await expect(steps(page)).toHaveCount(5);
			await restOf(page)();
			expect(files.filter((each) => /(pictograms|spots)\.svg/.test(each))).toEqual([]);
			// each is there, and drawn
			for (const used of await page.locator('main .rows use, nav use').all()) {
				await expect(used).toHaveAttribute('href', /^#drawn-/);
				expect((await used.boundingBox())!.width).toBeGreaterThan(5);
			}
			const told = () => page.evaluate(() => document.documentElement.style.cssText);
			expect(await told()).toBe('');
			// larger letters are measured
			await page.evaluate(() => (document.documentElement.dataset.text = '200'));
			await expect
				.poll(told)
				.toMatch(/--banner-height: \d+px.*--tabs-height|--tabs-height: \d+px.*--banner-height/);
		}
	);

	test(`a first choice is heard before the app is awake, ${lang}`, async ({ page }) => {
		const wake = await asleep(page);
		await page.goto(`/${lang}/today/`);
		await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
		await expect(page.getByText(say('today.opening'))).toBeVisible();
		await wake();
		await expect(steps(page)).toHaveCount(5);
		await expect(status(page, lang)).toContainText(say('shell.status.started'));
	});
}

test.describe('killing the browser', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	test('a step ticked before the app was awake is there after "Done", and never called done before', async ({
		device
	}) => {
		const say = wordsOf('en');
		let context = await device.open();
		let page = await context.newPage();
		await beginWith(page, 'en', 'first-steps');
		await keptForNext(page, ({ rows }) => rows.length === 5);

		const wake = await asleep(page);
		await page.goto('/en/today/');
		await steps(page).nth(1).check();
		await expect(page.getByText(say('today.status.done'))).toHaveCount(0);
		await wake();
		await expect(status(page, 'en')).toContainText(say('today.status.done'));
		await device.kill();

		context = await device.open();
		page = await context.newPage();
		await visit(page, '/en/today/');
		await expect(steps(page).nth(1)).toBeChecked();
	});

	test('a step ticked before the app was awake is not called done when the browser is killed first; then storage says what is', async ({
		device
	}) => {
		let context = await device.open();
		let page = await context.newPage();
		await beginWith(page, 'en', 'first-steps');
		await keptForNext(page, ({ rows }) => rows.length === 5);
		await asleep(page);
		await page.goto('/en/today/');
		await steps(page).nth(1).check();
		await expect(page.getByText(wordsOf('en')('today.status.done'))).toHaveCount(0);
		expect(await rowsOf(page, 'days')).toEqual([]);
		await device.kill();

		context = await device.open();
		page = await context.newPage();
		await visit(page, '/en/today/');
		// the tap may have been lost with the browser; what the page shows is what is kept, and nothing waits any more
		await expect
			.poll(async () => {
				const [day] = (await rowsOf(page, 'days')) as { ticks: unknown[] }[];
				const waiting = await page.evaluate(() => localStorage.getItem('envol.early-taps'));
				return waiting === null && (await steps(page).nth(1).isChecked()) === (day?.ticks.length === 1);
			})
			.toBe(true);
	});
});
