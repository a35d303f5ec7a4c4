// How fast the journal is with ten years in it: 5,000 notes and 500 photos, made by a generator: npm run bench:journal
// Run after a build. Only runs on the same machine compare; docs/benchmarks-journal.md keeps the last one.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { canOpenKept } from './bench/kept-database.mjs';
import { findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const size = { notes: 5000, photos: 500 };
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
/** @type {{ version: number, stores: Record<string, { keyPath: string, autoIncrement: boolean, indexes: string[] }> }} */
const schema = JSON.parse(readFileSync('tests/support/schema-v2.json', 'utf8'));

const server = await serve('build', { port: 0 });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});
const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
await canOpenKept(page);
await page.goto(`${server.url}/help/`);
const photoBytes = await page.evaluate(async ([schema, { notes, photos }]) => {
	const db = await /** @type {any} */ (globalThis).openKept(schema);
	// as hard to compress as a photo of leaves
	const canvas = new OffscreenCanvas(1600, 1200);
	const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
	for (let i = 0; i < 40_000; i++) {
		context.fillStyle = `hsl(${(i * 47) % 360} 50% ${(i * 13) % 100}%)`;
		context.fillRect((i * 7919) % 1600, (i * 104_729) % 1200, 24, 24);
	}
	const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
	const words = 'Un pas de plus. J’ai marché un peu, et j’ai vu la lumière sur le lac. ';
	const small = new OffscreenCanvas(320, 240);
	small.getContext('2d')?.drawImage(canvas, 0, 0, 320, 240);
	const thumbnail = await small.convertToBlob({ type: 'image/jpeg', quality: 0.7 });
	const writing = db.transaction(['notes', 'photos', 'pictures', 'thumbnails', 'settings'], 'readwrite');
	writing.objectStore('settings').put({ key: 'born', value: true });
	for (let i = 0; i < notes; i++) {
		const day = new Date(Date.UTC(2016, 0, 1 + Math.floor(i / 1.4), 12)).toISOString().slice(0, 10);
		writing
			.objectStore('notes')
			.put({ id: `n${i}`, day, at: i, changedAt: i, text: words.repeat(1 + (i % 12)), tags: [], chimes: [] });
	}
	for (let i = 0; i < photos; i++) {
		const photo = { id: `p${i}`, note: `n${i * 9}`, at: i, order: 0, width: 1600, height: 1200, bytes: blob.size, alt: 'Le lac' }; // prettier-ignore
		writing.objectStore('photos').put(photo);
		writing.objectStore('pictures').put({ id: photo.id, blob });
		writing.objectStore('thumbnails').put({ id: photo.id, blob: thumbnail });
	}
	await new Promise((resolve) => (writing.oncomplete = resolve));
	db.close();
	return blob.size;
}, /** @type {const} */ ([schema, size]));
console.log(
	`${size.notes} notes and ${size.photos} photos of ${Math.round(photoBytes / 1000)} kB, ${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`
);

/** From a tap until what it asks for is painted, in ms. @param {string} tapped @param {string} wanted */
function untilSeen(tapped, wanted) {
	return page.evaluate(
		([tap, want]) =>
			new Promise((resolve) => {
				const from = performance.now();
				const look = () =>
					document.querySelector(want)
						? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
						: requestAnimationFrame(look);
				/** @type {HTMLElement} */ (document.querySelector(tap)).click();
				look();
			}),
		/** @type {const} */ ([tapped, wanted])
	);
}

/** From one more letter until the notes that fit are painted, in ms. @param {string} typed */
function untilFound(typed) {
	return page.evaluate((words) => {
		const field = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
		const from = performance.now();
		field.value = words;
		field.dispatchEvent(new Event('input', { bubbles: true }));
		return new Promise((resolve) =>
			requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
		);
	}, typed);
}

/** What docs/benchmarks-journal.md keeps. @type {string[]} */
const rows = [];
/** @param {string} what @param {unknown[]} times @param {string} [goal] */
function say(what, times, goal = '') {
	const shown = times.map((ms) => Number(ms).toFixed(0)).join(', ');
	console.log(`${what}: ${shown} ms`);
	rows.push(`| ${what} | ${shown} | ${goal} |`);
}

/** The longest time the page was blocked while scrolling to its end, in ms. */
function longestStop() {
	return page.evaluate(async () => {
		let [longest, last] = [0, performance.now()];
		for (let down = 0; down < document.body.scrollHeight; down += 400) {
			scrollTo(0, down);
			const now = await new Promise(requestAnimationFrame);
			[longest, last] = [Math.max(longest, now - last), now];
		}
		return longest;
	});
}

/** @type {Record<'journal' | 'all' | 'allAgain' | 'photos' | 'photosAgain' | 'scroll' | 'save', unknown[]>} */
const seen = { journal: [], all: [], allAgain: [], photos: [], photosAgain: [], scroll: [], save: [] };
const back = async () => {
	await page.locator('main a[href$="/hope/"]').last().click();
	await page.locator('main article').first().waitFor();
	await page.waitForTimeout(500);
};
for (let round = 0; round < rounds; round++) {
	await page.goto(`${server.url}/fr/today/`);
	await page.locator('html[data-ready]').waitFor();
	await page.waitForTimeout(1000);
	// the first time also loads the page itself
	await untilSeen('nav a[href$="/hope/"]', 'main article');
	await page.locator('nav a[href$="/today/"]').first().click();
	await page.waitForTimeout(500);
	seen.journal.push(await untilSeen('nav a[href$="/hope/"]', 'main article'));
	seen.all.push(await untilSeen('a[href$="/hope/all/"]', 'input[type=search]'));
	if (round === 0)
		say(
			'one more letter in the search',
			await ['l', 'lu', 'lum', 'lumi', 'lumiere l', 'zzz'].reduce(
				async (all, typed) => [...(await all), await untilFound(typed)],
				/** @type {Promise<unknown[]>} */ (Promise.resolve([]))
			),
			'300'
		);
	await back();
	seen.allAgain.push(await untilSeen('a[href$="/hope/all/"]', 'input[type=search]'));
	await back();
	seen.photos.push(await untilSeen('a[href$="/hope/photos/"]', 'main img'));
	seen.scroll.push(await longestStop());
	await back();
	seen.photosAgain.push(await untilSeen('a[href$="/hope/photos/"]', 'main img'));
	await page.goto(`${server.url}/fr/hope/write/#free`);
	await page.locator('textarea').fill(`Un mot de plus, ${round}`);
	await page.waitForTimeout(1000);
	seen.save.push(await untilSeen('.bar .button.main', 'main article'));
}
say('Hope, from a tap to its notes', seen.journal, '50');
say('all notes, with the page itself', seen.all);
say('all notes, the page being there', seen.allAgain, '50');
say('all photos, with the page itself', seen.photos);
say('all photos, the page being there', seen.photosAgain);
say('the longest stop while scrolling through all photos', seen.scroll);
say('from Save to the note among the others', seen.save);

await page.goto(`${server.url}/fr/hope/paper/`);
const make = page.locator('section[aria-labelledby="keep-copy"] button');
await make.waitFor();
/** @type {number[]} */
const copies = [];
let megabytes = 0;
for (let round = 1; round <= rounds; round++) {
	const downloading = page.waitForEvent('download');
	const from = Date.now();
	await make.click();
	const download = await downloading;
	copies.push(Date.now() - from);
	megabytes = Math.round(statSync(await download.path()).size / 1e6);
	await download.delete();
}
say(`a copy of everything, ${megabytes} MB, until the browser takes the file`, copies, '3000');
await browser.close();
await server.stop();
writeFileSync(
	'docs/benchmarks-journal.md',
	`# How fast the journal is with ten years in it

Last run of \`npm run bench:journal\`: ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, at its own speed. ${size.notes} notes and ${size.photos}
photos of ${Math.round(photoBytes / 1000)} kB, as hard to shrink as leaves. Each figure is one try, in ms, until it is painted; waiting for the next frames is part of it.

| what | ms | goal |
|---|---|---|
${rows.join('\n')}
`
);
