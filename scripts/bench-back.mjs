// How soon looking back is drawn, with twelve weeks and with ten years in it, on a processor slowed six times: npm run bench:back
// Run after a build. Only runs on the same machine compare; docs/benchmarks-back.md keeps the last one.
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { canOpenKept } from './bench/kept-database.mjs';
import { chromiumArgs, findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const slowdown = 6;
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
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await canOpenKept(page);
	await page.goto(`${server.url}/404.html`);
	await page.evaluate(keep, /** @type {const} */ ([schema, days]));
	/** @type {Record<string, number[]>} */
	const seen = { page: [], pictures: [], drawn: [], window: [] };
	for (let round = 0; round < rounds; round++) {
		await page.goto(`${server.url}/en/plan/`);
		await page.locator('html[data-ready] main nav a').first().waitFor();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		seen.page?.push((await untilDrawn(page, 'a[href="/en/back/"]', '#forms')).painted);
		await page.locator('#where').waitFor();
		seen.pictures?.push((await untilDrawn(page, '#where ~ details summary', 'pictures')).painted);
		const window = await untilDrawn(page, 'input[name="span"]:not(:checked)', 'again');
		seen.drawn?.push(window.drawn);
		seen.window?.push(window.painted);
		await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
		await session.detach();
	}
	for (const [what, times] of Object.entries(seen))
		console.log(`${name} | ${what} | ${times.map((time) => Math.round(time)).join(', ')} | median ${Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN)}`); // prettier-ignore
	await context.close();
}
await browser.close();
await server.stop();

/**
 * From a tap until what it asks for is painted, in ms, and for another window until it is drawn: all counted, words and tables changed, and
 * the picture drawn from them, before the browser lays the page out and paints it.
 * @param {import('@playwright/test').Page} page
 * @param {string} tapped
 * @param {string} wanted a selector, or the pictures: all three drawn, or the one that the window concerns drawn again
 * @returns {Promise<{ painted: number, drawn: number }>}
 */
function untilDrawn(page, tapped, wanted) {
	return page.evaluate(
		([tap, want]) =>
			new Promise((resolve) => {
				const pictures = () =>
					[...document.querySelectorAll('figure canvas')].filter((canvas) => canvas.hasAttribute('height'))
						.length;
				let drawn = 0;
				const figure = document.querySelector('figure:has(canvas)');
				const words = figure?.textContent;
				const pen = want === 'again' && figure?.querySelector('canvas')?.getContext('2d');
				if (pen) {
					const clear = pen.clearRect.bind(pen);
					pen.clearRect = (...where) => {
						clear(...where);
						// the pen is lifted within the same piece of work
						if (figure?.textContent !== words) queueMicrotask(() => (drawn ||= performance.now()));
					};
				}
				const isThere = () =>
					want === 'pictures'
						? pictures() >= 3
						: want === 'again'
							? drawn > 0
							: document.querySelector(want) !== null;
				const from = performance.now();
				const look = () =>
					isThere()
						? requestAnimationFrame(() =>
								setTimeout(() => resolve({ painted: performance.now() - from, drawn: drawn - from }))
							)
						: requestAnimationFrame(look);
				/** @type {HTMLElement} */ (document.querySelector(tap)).click();
				look();
			}),
		/** @type {const} */ ([tapped, wanted])
	);
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
