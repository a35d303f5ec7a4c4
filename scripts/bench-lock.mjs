// How soon Today shows the person's own words and is awake under a lock that is open (another page has its key), beside the same ten
// years without a lock: in one alternating run, offline, on a processor slowed six times: npm run bench:lock
// Run after a build. Only ratios within one run count; docs/decisions/0017-the-lock.md has the last ones. BENCH_ROUNDS.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { median, screen, served, slowdown, untilCopied } from './bench/served.mjs';
import { fillTenYears } from './bench/ten-years.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
const words = 'four kind words here';
const today = { folder: 'build', path: '/en/today/', shown: 'main .rows input', awake: 'main .rows input' };
/** @type {import('./bench/sites.mjs').Site[]} */
const sites = [
	{ ...today, name: 'without a lock', ways: ['offline'], keeps: 'tenYears' },
	{ ...today, name: 'under a lock, open', ways: ['offline'], keeps: 'underLock' }
];
/** @type {Record<string, any>} */
const said = Object.fromEntries(
	['settings', 'lock-setting'].map((name) => [name, JSON.parse(readFileSync(`messages/en/${name}.json`, 'utf8'))])
); // prettier-ignore

const room = mkdtempSync(join(tmpdir(), 'envol-lock-'));
const { launch, sites: all, stop } = await served(sites, room);
const context = await chromium.launchPersistentContext(join(room, 'profile'), { ...launch, ...screen });
// whenever this runs: in the night Today has another face, without its list
await context.addInitScript(() => {
	Date.prototype.getHours = () => 12;
});
console.log(
	`${cpus().length} x ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, slowed ${slowdown} times`
);

/** @param {import('@playwright/test').Page} page */
async function lock(page) {
	const { settings, 'lock-setting': setting } = said;
	await page.goto(new URL('../settings/', page.url()).href);
	await page.getByRole('button', { name: settings.lock.open }).click();
	for (const field of [0, 1]) await page.locator('input[autocomplete="new-password"]').nth(field).fill(words);
	await page.getByRole('button', { name: setting.turnOn }).click();
	await page.getByLabel(setting.page.have).check({ timeout: 120_000 });
	await page.getByRole('button', { name: setting.page.done }).click();
	await page.getByText(setting.on.passphrase).waitFor();
	await page.evaluate(() => localStorage.setItem('envol.lock-habits', '{"minutes":"never"}'));
}

for (const site of all) {
	// it stays open, as the other page that has the key
	const page = await context.newPage();
	await page.goto(site.url);
	await page.locator('html[data-ready]').waitFor({ state: 'attached' });
	await page.locator('section.card .button.main').click();
	await page.locator(site.awake).first().waitFor();
	await fillTenYears(page);
	await untilCopied(page, site.folder);
	if (site.keeps === 'underLock') await lock(page);
	await page.goto(site.url);
	const field = page.locator('input[autocomplete="current-password"]');
	await field.or(page.locator(site.awake)).first().waitFor();
	if ((await field.count()) > 0) {
		await field.fill(words);
		await field.press('Enter');
	}
	await page.locator(site.awake).first().waitFor();
	// the second visit finds what waits in the page
	await page.reload();
	await page.locator(site.awake).first().waitFor();
	await page.waitForTimeout(1500);
	site.link.setDown(true);
}

/** Notes when what is looked for is painted; runs in each page before anything else. */
const watching = () => {
	const seen = { shown: 0, awake: 0 };
	Object.assign(globalThis, { seen });
	const isThere = () => document.querySelector('main .rows input')?.getClientRects().length;
	/** @param {'shown' | 'awake'} what */
	const note = (what) => {
		seen[what] = -1;
		// a message comes after the paint of this frame
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => (seen[what] = performance.now());
		port2.postMessage(0);
	};
	const look = () => {
		if (!seen.shown && isThere()) note('shown');
		if (!seen.awake && document.querySelector('html[data-ready]:not([data-early])') && isThere())
			note('awake');
		if (!seen.shown || !seen.awake) requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
};

/** @type {Record<string, { shown: number[], awake: number[] }>} */
const times = Object.fromEntries(all.map(({ name }) => [name, { shown: [], awake: [] }]));
for (let round = 0; round < rounds; round += 1)
	for (const site of all) {
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		await page.addInitScript(watching);
		await page.goto(site.url, { waitUntil: 'commit' });
		const isDone = () => {
			const { seen } = /** @type {any} */ (globalThis);
			return seen.shown > 0 && seen.awake > 0;
		};
		await page.waitForFunction(isDone, null, { polling: 200, timeout: 60_000 });
		const seen = await page.evaluate(() => /** @type {any} */ (globalThis).seen);
		times[site.name]?.shown.push(seen.shown);
		times[site.name]?.awake.push(seen.awake);
		await page.waitForTimeout(300);
		await page.close();
	}

for (const what of /** @type {const} */ (['shown', 'awake'])) {
	const [plain = 1, locked = 1] = all.map(({ name }) => median(times[name]?.[what] ?? []));
	for (const { name } of all)
		console.log(`${what} | ${name} | ${times[name]?.[what].map((ms) => Math.round(ms)).join(', ')}`);
	console.log(`${what} | ${plain.toFixed(0)} and ${locked.toFixed(0)} ms | ${(locked / plain).toFixed(2)} x`);
}
console.log(`load ${loadavg()[0]?.toFixed(1)} after it`);
await context.close();
await stop();
rmSync(room, { recursive: true, force: true });
