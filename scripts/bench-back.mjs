// How soon looking back is drawn, with twelve weeks and with ten years in it, on a processor slowed six times: npm run bench:back
// Run after a build. Only runs on the same machine compare; docs/benchmarks-back.md keeps the last one.
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { canOpenKept } from './bench/kept-database.mjs';
import { median, screen, slowdown } from './bench/served.mjs';
import { chromiumArgs, findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const histories = { 'twelve weeks': 84, 'ten years': 3650 };
/** @type {{ version: number, stores: Record<string, { keyPath: string, autoIncrement: boolean, indexes: string[] }> }} */
const schema = JSON.parse(readFileSync('tests/support/schema-v4.json', 'utf8'));

const server = await serve('build', { port: 0 });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs });
console.log(
	`${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, slowed ${slowdown} times`
);

for (const [name, days] of Object.entries(histories)) {
	const context = await browser.newContext({ ...screen, hasTouch: true, serviceWorkers: 'block' });
	const page = await context.newPage();
	await canOpenKept(page);
	await page.addInitScript(watching);
	await page.goto(`${server.url}/404.html`);
	await page.evaluate(keep, /** @type {const} */ ([schema, days]));
	/** @type {Record<string, number[]>} */
	const seen = { page: [], pictures: [], window: [], drawn: [], together: [] };
	for (let round = 0; round < rounds; round++) {
		await page.goto(`${server.url}/en/plan/`);
		await page.locator('html[data-ready] main nav a').first().waitFor();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		seen.page?.push(await tapUntilThere(page, 'a[href="/en/back/"]', '#forms'));
		await page.locator('#where').waitFor();
		seen.pictures?.push(await tapUntilThere(page, '#where ~ details summary', 'pictures'));
		const window = await tapAnotherWindow(page);
		seen.window?.push(window.painted);
		seen.drawn?.push(window.drawn);
		// the parts of ten years are longer than any screen
		if (days < 365) {
			await page.setViewportSize({ ...screen.viewport, height: 4000 });
			seen.together?.push((await tapAnotherWindow(page, true)).painted);
			await page.setViewportSize(screen.viewport);
		}
		await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		await session.detach();
	}
	for (const [what, times] of Object.entries(seen).filter(([, each]) => each.length > 0))
		console.log(`${name} | ${what} | ${times.map((time) => Math.round(time)).join(', ')} | median ${Math.round(median(times))}`); // prettier-ignore
	await context.close();
}
console.log(`load ${loadavg()[0]?.toFixed(1)} after it`);
await browser.close();
await server.stop();

/**
 * Taps like a finger, once all is quiet.
 * @param {import('@playwright/test').Page} page
 * @param {string} what
 */
async function tap(page, what) {
	const there = page.locator(what).first();
	await there.scrollIntoViewIfNeeded();
	await page.waitForTimeout(600);
	const box = await there.boundingBox();
	if (!box) throw new Error(`${what} cannot be tapped`);
	await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
}

/** Runs in each page before anything else. */
function watching() {
	const noted = { tappedAt: 0 };
	// the browser says when the finger was lifted, not when the page came to know
	addEventListener('click', ({ timeStamp }) => (noted.tappedAt ||= timeStamp), true);
	Object.assign(globalThis, {
		/** From the tap until the frame is painted in which what is wanted is there first. @param {() => boolean} isThere */
		untilThere: (isThere) => {
			noted.tappedAt = 0;
			return new Promise((resolve) => {
				const look = () => {
					if (!noted.tappedAt || !isThere()) return requestAnimationFrame(look);
					// a message comes after the paint of this frame
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve(performance.now() - noted.tappedAt);
					return port2.postMessage(0);
				};
				look();
			});
		}
	});
}

/**
 * From a tap until what it asks for is painted, in ms.
 * @param {import('@playwright/test').Page} page
 * @param {string} tapped
 * @param {string} wanted a selector, or all three pictures
 * @returns {Promise<number>}
 */
async function tapUntilThere(page, tapped, wanted) {
	await page.evaluate((want) => {
		const isThere = () =>
			want === 'pictures'
				? document.querySelectorAll('figure canvas[height]').length >= 3
				: document.querySelector(want) !== null;
		const { untilThere } = /** @type {any} */ (globalThis);
		Object.assign(globalThis, { taken: untilThere(isThere) });
	}, wanted);
	await tap(page, tapped);
	return page.evaluate(() => /** @type {any} */ (globalThis).taken);
}

/**
 * Another window of time. `painted` is what the browser itself says: from the finger until the next frame is on the screen, to 8 ms.
 * It counts only if words and table had changed before that frame began, and the picture too where it is on the same screen; `drawn` is
 * when that had.
 * @param {import('@playwright/test').Page} page
 * @param {boolean} [isPictureSeen]
 * @returns {Promise<{ painted: number, drawn: number }>}
 */
async function tapAnotherWindow(page, isPictureSeen = false) {
	await page.evaluate((isSeen) => {
		const figure = document.querySelector('figure:has(canvas)');
		const pen = figure?.querySelector('canvas')?.getContext('2d');
		if (!figure || !pen) throw new Error('there is no picture');
		const at = { told: 0, drawn: 0, frame: 0 };
		new MutationObserver(() => (at.told ||= performance.now())).observe(figure, {
			characterData: true,
			childList: true,
			subtree: true
		});
		for (const stroke of /** @type {const} */ (['clearRect', 'fill', 'fillText', 'stroke'])) {
			const draw = /** @type {any} */ (pen[stroke]).bind(pen);
			pen[stroke] = (/** @type {any[]} */ ...where) => {
				draw(...where);
				at.drawn = performance.now();
			};
		}
		addEventListener('click', () => requestAnimationFrame(() => (at.frame = performance.now())), {
			capture: true,
			once: true
		});
		const taken = new Promise((resolve, failed) => {
			const watch = new PerformanceObserver((list) => {
				const click = list.getEntries().find(({ name }) => name === 'click');
				if (!click) return;
				watch.disconnect();
				setTimeout(() => {
					const isPainted = at.told && at.told < at.frame && (!isSeen || at.drawn < at.frame);
					if (isPainted && at.drawn) resolve({ painted: click.duration, drawn: at.drawn - click.startTime });
					else failed(new Error(`not in the frame that was painted: ${JSON.stringify(at)}`));
				}, 1000);
			});
			watch.observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }));
		});
		Object.assign(globalThis, { taken });
	}, isPictureSeen);
	await tap(page, 'label:has(input[name="span"]:not(:checked))');
	return page.evaluate(() => /** @type {any} */ (globalThis).taken);
}

/**
 * Writes a plan of eight steps and so many days, each with a few ticks and sometimes an idea.
 * @param {readonly [typeof schema, number]} given
 */
async function keep([schema, count]) {
	const db = await /** @type {any} */ (globalThis).openKept(schema);
	const writing = db.transaction(['steps', 'days', 'settings'], 'readwrite');
	writing.objectStore('settings').put({ key: 'born', value: true });
	const habits = ['wake', 'routine', 'eat', 'engage', 'substances', 'sleep'];
	for (let i = 0; i < 8; i++)
		writing.objectStore('steps').put({
			id: `s${i}`,
			habit: habits[i % 6],
			words: `Step ${i}`,
			isSmall: false,
			moment: 'morning',
			frequency: { kind: 'daily' },
			times: 1,
			order: i,
			createdAt: i
		});
	const forms = ['physical', 'social', 'mental', 'mindfulness'];
	const today = new Date();
	for (let ago = 0; ago < count; ago++) {
		if (ago % 9 === 4) continue;
		const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() - ago, 12));
		writing.objectStore('days').put({
			day: day.toISOString().slice(0, 10),
			ticks: Array.from({ length: 1 + (ago % 7) }, (_, i) => ({ step: `s${i}`, at: day.getTime() + i })),
			...(ago % 3 === 0 && {
				done: [{ at: day.getTime(), form: forms[ago % 4], minutes: 5, words: 'Tea', felt: 3 }]
			})
		});
	}
	await new Promise((resolve) => (writing.oncomplete = resolve));
	db.close();
}
