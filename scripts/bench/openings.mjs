// How soon the person's own words are on screen and answer a tap, and how soon the whole app is awake behind them; beside a plain
// page and a checklist written by hand (scripts/bench/pages), in one alternating run on a slow phone's profile.
//     npm run bench:openings
// By the environment: other builds of Envol, and other plain pages, BENCH_OTHERS="before=<folder>,page:<name>=<folder>"; only some,
// BENCH_ONLY="Hope|checklist"; BENCH_WAYS="offline,warm"; BENCH_ROUNDS.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { median, screen, served, slowdown, untilCopied } from './served.mjs';
import { sitesOf } from './sites.mjs';
import { fillTenYears } from './ten-years.mjs';

/** @typedef {import('./sites.mjs').Way} Way */
/** @typedef {{ fcp: number, lcp: number, shown: number, awake: number, cls: number, blocked: number, tap: number }} Seen */
/** @typedef {Record<string, Partial<Record<Way, Seen>>>} Results medians by name of site, in ms */

/** Runs in each page before anything else: notes when what is looked for is painted. */
const watching = (/** @type {{ shown: string, awake: string }} */ { shown, awake }) => {
	const seen = { fcp: 0, lcp: 0, shown: 0, awake: 0, cls: 0, blocked: 0 };
	Object.assign(globalThis, { seen });
	/** @param {string} type @param {(entry: any) => void} take */
	const observe = (type, take) =>
		new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
	observe('paint', ({ name, startTime }) => {
		if (name === 'first-contentful-paint') seen.fcp = startTime;
	});
	observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
	observe('layout-shift', ({ value }) => (seen.cls += value));
	observe('longtask', ({ duration }) => (seen.blocked += Math.max(0, duration - 50)));
	/** @param {'shown' | 'awake'} what */
	const note = (what) => {
		seen[what] = -1;
		// a message comes after the paint of this frame
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (seen[what] = performance.now());
		port2.postMessage(0);
	};
	const isSeen = (/** @type {string} */ what) =>
		[...document.querySelectorAll(what)].some((each) => each.getClientRects().length > 0);
	const look = () => {
		if (!seen.shown && isSeen(shown)) note('shown');
		if (!seen.awake && isSeen(awake)) note('awake');
		if (!seen.shown || !seen.awake) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
};

/** Begins to listen to what the browser says of the next tap: from the finger to the frame that shows what it did, to 8 ms. */
const listening = () => {
	const tapped = new Promise((/** @type {(ms: number) => void} */ done) =>
		new PerformanceObserver((list) => {
			for (const { name, duration } of list.getEntries()) if (name === 'click') done(duration);
		}).observe(/** @type {any} */ ({ type: 'event', durationThreshold: 16 }))
	);
	// where it is too short to be told
	Object.assign(globalThis, {
		tapped: Promise.race([tapped, new Promise((done) => setTimeout(done, 5000, 16))])
	});
};

/**
 * Opens the sites in turn, round after round.
 * @param {{ rounds: number, others?: [name: string, folder: string][], ways?: readonly Way[] | undefined, only?: RegExp, plainFolder?: string }} how
 * @returns {Promise<Results>}
 */
export async function measureOpenings({
	rounds,
	others = [],
	ways = ['offline', 'warm', 'cold'],
	only = /./,
	plainFolder
}) {
	const room = mkdtempSync(join(tmpdir(), 'envol-openings-'));
	const wanted = sitesOf(others, plainFolder).filter((site) => only.test(site.name) && ways.some((way) => site.ways.includes(way))); // prettier-ignore
	const { launch, sites, stop } = await served(wanted, room);
	/** A phone that has the offline copy; one whose browser keeps the site's files, but runs no worker; none at all. */
	const withCopy = await chromium.launchPersistentContext(join(room, 'copy'), {
		...launch,
		...screen,
		hasTouch: true
	});
	const without = await chromium.launchPersistentContext(join(room, 'none'), { ...launch, ...screen, hasTouch: true, serviceWorkers: 'block' }); // prettier-ignore
	const fresh = await chromium.launch(launch);

	/** What is there already: a plan, ten years, the offline copy. @type {Set<string>} */
	const done = new Set();
	for (const context of [withCopy, without])
		for (const site of sites) {
			if (!site.ways.includes(context === withCopy ? 'offline' : 'warm') || !ways.includes(context === withCopy ? 'offline' : 'warm')) continue; // prettier-ignore
			const page = await context.newPage();
			const { origin } = new URL(site.url);
			const home = `${context === withCopy} ${origin}`;
			if (!done.has(home)) {
				done.add(home);
				await page.goto(site.keeps ? `${origin}/en/today/` : site.url);
				if (site.keeps === 'plan' || site.keeps === 'tenYears') {
					await page.locator('html[data-ready]').waitFor({ state: 'attached' });
					await page.locator('section.card .button.main').click();
					await page.locator('main .rows input').first().waitFor();
					if (site.keeps === 'tenYears') await fillTenYears(page);
				}
				if (context === withCopy) await untilCopied(page, site.folder);
			}
			// what waits in the page is there from the second visit on
			for (let visit = 0; visit < 2; visit += 1) {
				await page.goto(site.url);
				await page.locator(site.awake).first().waitFor();
			}
			await page.waitForTimeout(1500);
			await page.close();
		}

	/** @param {import('./served.mjs').ServedSite} site @param {Way} way @returns {Promise<Seen>} */
	async function open(site, way) {
		const context = way === 'offline' ? withCopy : way === 'warm' ? without : await fresh.newContext({ ...screen, hasTouch: true, serviceWorkers: 'block' }); // prettier-ignore
		site.link.setSlow(true);
		site.link.setDown(way === 'offline');
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		// the connection is there, as after another page of the site
		if (way === 'warm') await page.goto(`${new URL(site.url).origin}/favicon.svg`);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(watching, { shown: site.shown, awake: site.awake });
		await page.goto(site.url, { waitUntil: 'commit' });
		const isThere = () => {
			const { seen } = /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis));
			return seen.shown > 0 && seen.awake > 0;
		};
		await page.waitForFunction(isThere, null, { polling: 200, timeout: 30_000 });
		await page.waitForTimeout(1000);
		let tap = 0;
		if (site.box) {
			const box = page.locator(site.box).first();
			const wasTicked = await box.isChecked();
			await page.evaluate(listening);
			await box.tap({ force: true });
			if ((await box.isChecked()) === wasTicked) throw new Error(`a tap on ${site.name} changed nothing`);
			tap = await page.evaluate(() => /** @type {{ tapped: Promise<number> }} */ (/** @type {unknown} */ (globalThis)).tapped); // prettier-ignore
		}
		const seen = await page.evaluate(() => /** @type {{ seen: Seen }} */ (/** @type {unknown} */ (globalThis)).seen); // prettier-ignore
		await page.waitForTimeout(300);
		await page.close();
		if (way === 'cold') await context.close();
		site.link.setDown(false);
		return { ...seen, tap };
	}

	/** @type {Record<string, Partial<Record<Way, Seen[]>>>} */
	const all = {};
	for (let round = 0; round < rounds; round += 1)
		for (const way of ways)
			for (const site of sites)
				if (site.ways.includes(way)) ((all[site.name] ??= {})[way] ??= []).push(await open(site, way));
	await withCopy.close();
	await without.close();
	await fresh.close();
	await stop();
	rmSync(room, { recursive: true, force: true });
	return Object.fromEntries(
		Object.entries(all).map(([name, ofWays]) => [
			name,
			Object.fromEntries(Object.entries(ofWays).map(([way, seen]) => [way, medians(seen)]))
		])
	);
}

/** @param {readonly Seen[]} all @returns {Seen} */
function medians(all) {
	const of = (/** @type {keyof Seen} */ what) => median(all.map((seen) => seen[what]));
	return { fcp: of('fcp'), lcp: of('lcp'), shown: of('shown'), awake: of('awake'), cls: of('cls'), blocked: of('blocked'), tap: of('tap') }; // prettier-ignore
}

/** As a table. @param {Results} results */
export function tableOf(results) {
	const rows = Object.entries(results).flatMap(([name, ways]) =>
		Object.entries(ways).map(([way, seen]) => {
			const ms = [seen.fcp, seen.lcp, seen.shown, seen.awake, seen.blocked, seen.tap].map((each) =>
				each > 0 || each === seen.blocked ? each.toFixed(0) : ''
			);
			return { way, line: `| ${way} | ${name} | ${ms.join(' | ')} | ${seen.cls.toFixed(3)} |` };
		})
	);
	const ordered = ['offline', 'warm', 'cold'].flatMap((way) => rows.filter((row) => row.way === way));
	return `| start | page | first paint | largest paint | shown and answering | awake | blocked | tap to paint | layout shift |
|---|---|---|---|---|---|---|---|---|
${ordered.map(({ line }) => line).join('\n')}`;
}

/** What the environment asks for. */
export function asked() {
	const { BENCH_OTHERS = '', BENCH_WAYS, BENCH_ROUNDS = '7', BENCH_ONLY = '.' } = process.env;
	return {
		rounds: Number(BENCH_ROUNDS),
		others: BENCH_OTHERS.split(',')
			.filter(Boolean)
			.map((each) => /** @type {[string, string]} */ (each.split('='))),
		ways: /** @type {Way[] | undefined} */ (BENCH_WAYS?.split(',')),
		only: new RegExp(BENCH_ONLY)
	};
}

if (process.argv[1]?.endsWith('openings.mjs')) console.log(tableOf(await measureOpenings(asked())));
