// Measures the built site against plain pages with the same text, in one alternating run on a slow phone's profile
// (processor slowed 6 times, Slow 4G, brotli, empty profile): npm run bench
// Only ratios within one run count; docs/benchmarks.md keeps the last table.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync, mkdtempSync, cpSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.mjs';
import { precompress } from './build/precompressed.mjs';
import { serve } from './server.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const slow4G = {
	offline: false,
	latency: 150 * 3.75,
	downloadThroughput: (1.6e6 / 8) * 0.9,
	uploadThroughput: (750e3 / 8) * 0.9
};

/** The words of a built page, as plain HTML without script or app. @param {string} file */
function plainPage(file) {
	const html = readFileSync(file, 'utf8');
	const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? '';
	const banner = /<aside[^>]*>([\s\S]*?)<\/aside>/.exec(html)?.[1] ?? '';
	const bare = (banner + main)
		.replace(/<!--.*?-->/gs, '')
		.replace(/<(svg|template|noscript)[\s\S]*?<\/\1>/g, '')
		.replace(/ (class|id|data-[\w-]+|aria-[\w-]+)(="[^"]*")?/g, '');
	return `<!doctype html><html lang="en-CA"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Plain</title><style>body{font:18px/1.55 system-ui,sans-serif;margin:16px;max-width:720px}</style></head><body>${bare}</body></html>`;
}

const folder = mkdtempSync(join(tmpdir(), 'envol-bench-'));
cpSync('build', folder, { recursive: true });
for (const page of ['today', 'help'])
	writeFileSync(join(folder, `plain-${page}.html`), plainPage(`build/en/${page}/index.html`));
await precompress(folder);
/** Static hosts speak HTTP/2, and browsers only over TLS: a certificate for this run alone. */
function certificate() {
	const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
	execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' }); // prettier-ignore
	return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}
const server = await serve(folder, { port: 0, tls: certificate() });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});

/** @param {string} path @param {{ ready?: string }} [how] */
async function visit(path, { ready } = {}) {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		serviceWorkers: 'block',
		ignoreHTTPSErrors: true
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.emulateNetworkConditions', slow4G);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	await page.addInitScript(() => {
		const seen = { fcp: 0, lcp: 0, cls: 0, long: 0 };
		Object.assign(globalThis, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntriesByName('first-contentful-paint')) seen.fcp = entry.startTime;
		}).observe({ type: 'paint', buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.lcp = entry.startTime;
		}).observe({ type: 'largest-contentful-paint', buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.cls += /** @type {{ value?: number }} */ (entry).value ?? 0;
		}).observe({ type: 'layout-shift', buffered: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.long += Math.max(0, entry.duration - 50);
		}).observe({ type: 'longtask', buffered: true });
	});
	await page.goto(server.url + path, { waitUntil: 'commit' });
	const readyAt =
		ready &&
		(await page.waitForFunction((wanted) => document.querySelector(wanted) && performance.now(), ready, {
			polling: 'raf'
		}));
	await page.waitForLoadState('load');
	await page.waitForTimeout(1500);
	const seen = await page.evaluate(
		() =>
			/** @type {{ seen: { fcp: number, lcp: number, cls: number, long: number } }} */ (
				/** @type {unknown} */ (globalThis)
			).seen
	);
	const readyMs = readyAt && Number(await readyAt.jsonValue());
	await context.close();
	return { ...seen, ready: readyMs ?? seen.lcp };
}

/** No compression proxy between the phone and its offline copy: plain HTTP on this machine will do. */
const ownServer = await serve(folder, { port: 0 });

/**
 * From a browser that was not running to the first calm line, on a hard day: opened at the address of its icon.
 * @param {boolean} isKept with the offline copy of an earlier visit, as on a phone that has Envol; or without any
 */
async function hardDay(isKept) {
	const profile = mkdtempSync(join(folder, 'profile-'));
	const open = () =>
		chromium.launchPersistentContext(profile, {
			executablePath: findChromium(),
			args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
			viewport: { width: 360, height: 740 },
			serviceWorkers: isKept ? 'allow' : 'block'
		});
	let context = await open();
	let page = await context.newPage();
	await page.goto(`${ownServer.url}/en/about/`, { waitUntil: 'load' });
	if (isKept)
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 60_000 });
	await page.evaluate(() => {
		localStorage.setItem('envol.preferences', JSON.stringify({ lang: 'en', at: 1 }));
		localStorage.setItem('envol.hard-day', '1');
	});
	await context.close();
	context = await open();
	page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Network.setCacheDisabled', { cacheDisabled: !isKept });
	await session.send('Network.emulateNetworkConditions', slow4G);
	await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	const begun = Date.now();
	await page.goto(`${ownServer.url}/`, { waitUntil: 'commit' });
	await page.waitForURL('**/en/hard-day/', { waitUntil: 'commit' });
	await page.waitForSelector('main .line', { state: 'attached' });
	await page.waitForLoadState('load');
	// the line is one of the largest texts: it is there once those are painted
	const shown = await page.evaluate(
		() =>
			new Promise((resolve) =>
				new PerformanceObserver((list) =>
					resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Infinity))
				).observe({ type: 'largest-contentful-paint', buffered: true })
			)
	);
	const line = Number(shown) - begun;
	await context.close();
	return line;
}

/** @param {number[]} values */
function median(values) {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** @type {Record<string, Awaited<ReturnType<typeof visit>>[]>} */
const results = { 'plain Today': [], Today: [], 'plain Help': [], Help: [] };
/** @type {{ kept: number[], first: number[] }} */
const hardDays = { kept: [], first: [] };
for (let round = 0; round < rounds; round += 1) {
	results['plain Today']?.push(await visit('/plain-today.html'));
	results['Today']?.push(await visit('/en/today/', { ready: 'html[data-ready] section.card .button.main' }));
	results['plain Help']?.push(await visit('/plain-help.html'));
	results['Help']?.push(await visit('/en/help/', { ready: 'html[data-ready]' }));
	hardDays.kept.push(await hardDay(true));
	hardDays.first.push(await hardDay(false));
}
await browser.close();
await server.stop();
await ownServer.stop();
rmSync(folder, { recursive: true });

/** @param {string} name @param {'fcp' | 'lcp' | 'cls' | 'long' | 'ready'} what */
const of = (name, what) => median((results[name] ?? []).map((result) => result[what]));
const rows = Object.keys(results).map((name) => {
	const cells = [of(name, 'fcp'), of(name, 'lcp'), of(name, 'ready'), of(name, 'long')].map((ms) =>
		ms.toFixed(0)
	);
	return `| ${name} | ${cells.join(' | ')} | ${of(name, 'cls').toFixed(3)} |`;
});
/** @param {string} name @param {'fcp' | 'lcp' | 'ready'} what @param {number} budget */
function ratio(name, what, budget) {
	const value = of(name, what) / of(`plain ${name}`, what);
	return `| ${name}, ${what} against the plain page | ${value.toFixed(2)} | ${budget.toFixed(2)} | ${value <= budget ? 'yes' : 'no'} |`;
}
const report = `# How fast it is

Last run of \`npm run bench\`: ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${rounds} alternating
rounds, medians. Processor slowed 6 times, Slow 4G, HTTP/2, brotli, empty profile, no worker. Times of different runs do not compare; ratios in
one run do.

| page | first paint, ms | largest paint, ms | ready, ms | blocked, ms | layout shift |
|---|---|---|---|---|---|
${rows.join('\n')}

| measure | ratio | budget | within |
|---|---|---|---|
${[ratio('Today', 'fcp', 1.15), ratio('Today', 'lcp', 1.15), ratio('Today', 'ready', 2.4), ratio('Help', 'fcp', 1.15), ratio('Help', 'lcp', 1.15)].join('\n')}

| from a browser that was not running to the first calm line of a hard day | ms | budget, ms |
|---|---|---|
| with the offline copy of an earlier visit | ${median(hardDays.kept).toFixed(0)} | 2000 |
| without any copy, over the slow network | ${median(hardDays.first).toFixed(0)} | |

"Ready" of Today is the moment its first choice can be tapped; of Help, the moment its extras (copy, place, breathing) are awake. Help can be
read and called from its first paint.
`;
writeFileSync('docs/benchmarks.md', report);
console.log(report);
