// How soon the day's list is on screen and answers a tap, and how soon the whole app is awake behind it; beside a plain page and
// a checklist written by hand (scripts/bench/pages), in one alternating run on a slow phone's profile.
//     npm run bench:openings
// Other builds of Envol, and other plain pages, by the environment: BENCH_OTHERS="before=<folder>,page:<name>=<folder>".
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumArgs, findChromium } from '../browsers.mjs';
import { precompress } from '../build/precompressed.mjs';
import { serve } from '../server.mjs';
import { slowLink } from './link.mjs';

/**
 * A site to open, and where in it the list is.
 * @typedef {object} Site
 * @property {string} name
 * @property {string} folder a finished site
 * @property {string} path
 * @property {string} shown what is there once the list, or the first choice, is shown and answers a tap
 * @property {string} awake what is there once everything works
 * @property {string} box what is tapped
 * @property {'nothing' | 'plan' | 'tenYears'} [keeps] of Envol: what it keeps before it is measured
 */
/** @typedef {'offline' | 'warm' | 'cold'} Way */
/** @typedef {{ fcp: number, lcp: number, shown: number, awake: number, cls: number, blocked: number, tap: number }} Seen */

const slowdown = 6;

/** @param {string} name @param {string} folder @returns {Site[]} Envol three times: with nothing, a plan, ten years */
const envol = (name, folder) =>
	/** @type {const} */ (['nothing', 'plan', 'tenYears']).map((keeps) => ({
		name: `${name}, ${{ nothing: 'nothing kept', plan: 'a plan', tenYears: 'ten years' }[keeps]}`,
		folder,
		path: '/en/today/',
		keeps,
		...(keeps === 'nothing'
			? {
					shown: 'html:is([data-ready], [data-answers]) section.card .button.main',
					awake: 'html[data-ready] section.card .button.main'
				}
			: {
					shown: 'main .rows :is(input, button)',
					awake: 'html[data-ready] main > section .rows :is(input, button)'
				}),
		box: 'main .rows input'
	}));

/** @param {readonly [name: string, folder: string][]} others builds of Envol to compare with, and other pages */
const sitesOf = (others) => [
	{
		name: 'plain page',
		folder: 'scripts/bench/pages/plain',
		path: '/',
		shown: 'li',
		awake: 'li',
		box: 'input'
	},
	{
		name: 'checklist',
		folder: 'scripts/bench/pages/checklist',
		path: '/',
		shown: 'body[data-ready] li',
		awake: 'body[data-ready] li',
		box: 'input'
	},
	...others.flatMap(([name, folder]) =>
		name.startsWith('page:')
			? [{ name: name.slice(5), folder, path: '/', shown: 'li', awake: 'li', box: 'input' }]
			: envol(name, folder)
	),
	...envol('Envol', 'build')
];

/** Static hosts speak HTTP/2, and browsers only over TLS: a certificate for this run alone. @param {string} folder */
function certificate(folder) {
	const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' }); // prettier-ignore
	const cert = readFileSync(certFile, 'utf8');
	const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
	return {
		tls: { key: readFileSync(keyFile, 'utf8'), cert },
		hash: createHash('sha256').update(spki).digest('base64')
	};
}

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

/** Fills ten years of days, straight into the database: twenty ticks a day. @param {import('@playwright/test').Page} page */
async function fillTenYears(page) {
	await page.evaluate(async () => {
		const name =
			(await indexedDB.databases()).map((each) => each.name ?? '').find((each) => /^envol/.test(each)) ?? '';
		const db = await new Promise((done, failed) => {
			const opening = indexedDB.open(name);
			opening.onsuccess = () => done(opening.result);
			opening.onerror = failed;
		});
		const days = db.transaction(['steps', 'days'], 'readwrite');
		const steps = await new Promise((done) => {
			const reading = days.objectStore('steps').getAll();
			reading.onsuccess = () => done(reading.result);
		});
		for (let back = 1; back <= 3650; back += 1) {
			const at = Date.now() - back * 86_400_000;
			const ticks = Array.from({ length: 20 }, (_, index) => ({
				step: steps[index % steps.length].id,
				at: at + index
			}));
			days.objectStore('days').put({ day: new Date(at).toLocaleDateString('en-CA'), ticks });
		}
		await new Promise((done) => (days.oncomplete = done));
		db.close();
	});
}

/**
 * Opens the sites in turn, round after round.
 * @param {{ rounds: number, others?: [name: string, folder: string][], ways?: readonly Way[] }} how
 * @returns {Promise<Record<string, Partial<Record<Way, Seen>>>>} medians by name of site
 */
export async function measureOpenings({ rounds, others = [], ways = ['offline', 'warm', 'cold'] }) {
	const room = mkdtempSync(join(tmpdir(), 'envol-openings-'));
	const { tls, hash } = certificate(room);
	const launch = {
		executablePath: findChromium(),
		args: [...chromiumArgs, `--ignore-certificate-errors-spki-list=${hash}`]
	};
	const sites = await Promise.all(
		sitesOf(others).map(async (site, index) => {
			const folder = join(room, String(index));
			cpSync(site.folder, folder, { recursive: true });
			await precompress(folder);
			const server = await serve(folder, { tls });
			const link = await slowLink(server.port);
			return { ...site, server, link, url: `https://localhost:${link.port}${site.path}` };
		})
	);
	const screen = { viewport: { width: 360, height: 740 } };
	/** A phone that has the offline copy; one whose browser keeps the site's files, but runs no worker; none at all. */
	const withCopy = await chromium.launchPersistentContext(join(room, 'copy'), { ...launch, ...screen });
	const without = await chromium.launchPersistentContext(join(room, 'none'), { ...launch, ...screen, serviceWorkers: 'block' }); // prettier-ignore
	const fresh = await chromium.launch(launch);

	for (const context of [withCopy, without])
		for (const site of sites) {
			const page = await context.newPage();
			await page.goto(site.url);
			if (site.keeps === 'plan' || site.keeps === 'tenYears') {
				await page.locator('html[data-ready]').waitFor({ state: 'attached' });
				await page.locator('section.card .button.main').click();
				await page.locator(site.box).first().waitFor();
				if (site.keeps === 'tenYears') await fillTenYears(page);
			}
			if (context === withCopy) {
				await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
				const wanted =
					readFileSync(join(site.folder, 'sw.js'), 'utf8').match(/["']?\burl["']?:\s*["'`]/g)?.length ?? 1;
				for (let kept = -1; kept < wanted;)
					kept = await page.evaluate(async () => {
						await new Promise((later) => setTimeout(later, 500));
						const names = await caches.keys();
						const keys = await Promise.all(
							names.map(async (name) => (await (await caches.open(name)).keys()).length)
						);
						return keys.reduce((all, each) => all + each, 0);
					});
			}
			// what waits in the page is there from the second visit on
			await page.reload();
			await page.locator(site.awake).first().waitFor();
			await page.waitForTimeout(1500);
			await page.close();
		}

	/** @param {(typeof sites)[number]} site @param {Way} way @returns {Promise<Seen>} */
	async function open(site, way) {
		const context = way === 'offline' ? withCopy : way === 'warm' ? without : await fresh.newContext({ ...screen, serviceWorkers: 'block' }); // prettier-ignore
		site.link.setSlow(true);
		site.link.setDown(way === 'offline');
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		if (way === 'warm') {
			// the connection is there, as after another page of the site
			await page.goto(`${new URL(site.url).origin}/favicon.svg`);
		}
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(watching, { shown: site.shown, awake: site.awake });
		await page.goto(site.url, { waitUntil: 'commit' });
		await page
			.waitForFunction(
				() => {
					const { seen } = /** @type {any} */ (globalThis);
					return seen.shown > 0 && seen.awake > 0;
				},
				null,
				{ polling: 200, timeout: 30_000 }
			)
			.catch(async (e) => {
				console.log(
					site.name,
					way,
					page.url(),
					await page.evaluate(
						() => JSON.stringify(globalThis.seen) + document.documentElement.outerHTML.slice(0, 600)
					)
				);
				throw e;
			});
		await page.waitForTimeout(1000);
		const tap =
			site.keeps === 'nothing'
				? 0
				: await page.evaluate(
						(box) =>
							new Promise((done) => {
								const from = performance.now();
								/** @type {HTMLElement | null} */ (document.querySelector(box))?.click();
								requestAnimationFrame(() => {
									const { port1, port2 } = new MessageChannel();
									port1.onmessage = () => done(performance.now() - from);
									port2.postMessage(0);
								});
							}),
						site.box
					);
		const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
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
			for (const site of sites) {
				// with a plan there is no first visit
				if (way === 'cold' ? site.keeps === 'plan' || site.keeps === 'tenYears' : site.keeps === 'nothing')
					continue;
				((all[site.name] ??= {})[way] ??= []).push(await open(site, way));
			}
	await withCopy.close();
	await without.close();
	await fresh.close();
	for (const { server, link } of sites) {
		link.stop();
		await server.stop();
	}
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
	const of = (/** @type {keyof Seen} */ what) =>
		all.map((seen) => seen[what]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
	return { fcp: of('fcp'), lcp: of('lcp'), shown: of('shown'), awake: of('awake'), cls: of('cls'), blocked: of('blocked'), tap: of('tap') }; // prettier-ignore
}

/** As a table. @param {Record<string, Partial<Record<Way, Seen>>>} results */
export function tableOf(results) {
	const rows = Object.entries(results).flatMap(([name, ways]) =>
		Object.entries(ways).map(([way, seen]) => {
			const ms = [seen.fcp, seen.lcp, seen.shown, seen.awake, seen.blocked, seen.tap].map((each) =>
				each.toFixed(0)
			);
			return { way, line: `| ${way} | ${name} | ${ms.join(' | ')} | ${seen.cls.toFixed(3)} |` };
		})
	);
	const ordered = ['offline', 'warm', 'cold'].flatMap((way) => rows.filter((row) => row.way === way));
	return `| start | page | first paint | largest paint | shown and answering | awake | blocked | tap to paint | layout shift |
|---|---|---|---|---|---|---|---|---|
${ordered.map(({ line }) => line).join('\n')}`;
}

if (process.argv[1]?.endsWith('openings.mjs')) {
	const others = (process.env.BENCH_OTHERS ?? '')
		.split(',')
		.filter(Boolean)
		.map((each) => /** @type {[string, string]} */ (each.split('=')));
	const ways = /** @type {Way[] | undefined} */ (process.env.BENCH_WAYS?.split(','));
	console.log(tableOf(await measureOpenings({ rounds: Number(process.env.BENCH_ROUNDS ?? 7), others, ...(ways && { ways }) }))); // prettier-ignore
}
