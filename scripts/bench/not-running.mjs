// From a browser that was not running to the first words of a hard day, beside a plain page; both with the offline copy of an earlier
// visit, and with no network at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { median, screen, served, slowdown, untilCopied } from './served.mjs';

/** @type {import('./sites.mjs').Site[]} */
const openedCold = [
	{ name: 'plain page', folder: 'scripts/bench/pages/plain', path: '/', ways: ['offline'], shown: 'li', awake: 'li' },
	{ name: 'a hard day', folder: 'build', path: '/', ways: ['offline'], shown: 'main .line', awake: 'main .line' }
]; // prettier-ignore

/** @param {number} rounds @returns {Promise<Record<string, number>>} medians, in ms, by name */
export async function measureNotRunning(rounds) {
	const room = mkdtempSync(join(tmpdir(), 'envol-not-running-'));
	const { launch, sites, stop } = await served(openedCold, room);
	/** @param {import('./served.mjs').ServedSite} site */
	const open = (site) => chromium.launchPersistentContext(join(room, `profile-${site.link.port}`), { ...launch, ...screen }); // prettier-ignore

	for (const site of sites) {
		const context = await open(site);
		const page = await context.newPage();
		await page.goto(site.folder === 'build' ? `${site.url}en/about/` : site.url);
		await untilCopied(page, site.folder);
		if (site.folder === 'build') {
			// as the shortcut of the home screen turns it on
			await page.goto(`${site.url}en/hard-day/#stay`);
			await page.waitForFunction(
				async () => (await (await caches.match('/door'))?.text()) === 'en hard-day',
				null,
				{ polling: 200 }
			);
			// a browser that is closed at once may not have written yet what the page keeps beside its database
			await page.waitForTimeout(5000);
		}
		await context.close();
		site.link.setDown(true);
	}

	/** Opened at the address of its icon. @param {import('./served.mjs').ServedSite} site */
	async function measure(site) {
		const context = await open(site);
		const page = await context.newPage();
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
		const begun = Date.now();
		await page.goto(site.url, { waitUntil: 'commit' });
		if (site.folder === 'build') await page.waitForURL('**/en/hard-day/', { waitUntil: 'commit' });
		await page.waitForSelector(site.shown, { state: 'attached' });
		await page.waitForLoadState('load');
		// the line is one of the largest texts: it is there once those are painted
		const shown = await page.evaluate(
			() =>
				new Promise((/** @type {(at: number) => void} */ resolve) =>
					new PerformanceObserver((list) =>
						resolve(performance.timeOrigin + (list.getEntries().at(-1)?.startTime ?? Infinity))
					).observe({ type: 'largest-contentful-paint', buffered: true })
				)
		);
		await context.close();
		return shown - begun;
	}

	/** @type {Record<string, number[]>} */
	const all = {};
	for (let round = 0; round < rounds; round += 1)
		for (const site of sites) (all[site.name] ??= []).push(await measure(site));
	await stop();
	rmSync(room, { recursive: true, force: true });
	return Object.fromEntries(Object.entries(all).map(([name, values]) => [name, median(values)]));
}
