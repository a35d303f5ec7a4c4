// A film strip of an offline start with a plan kept, the processor slowed: one row for each build.
//     node scripts/bench/film.mjs "before=<folder of a build>" "now=build"
// Writes docs/pictures/offline-start.jpg. Pictures, not figures: taking them slows the start a little.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { screen, served, slowdown, untilCopied } from './served.mjs';

const moments = [100, 200, 300, 400, 600, 800, 1000, 1400, 1800];
const builds = process.argv.slice(2).map((each) => /** @type {[string, string]} */ (each.split('=')));
const room = mkdtempSync(join(tmpdir(), 'envol-film-'));
const { launch, sites, stop } = await served(
	builds.map(([name, folder]) => ({ name, folder, path: '/en/today/', ways: ['offline'], shown: '', awake: '', keeps: 'plan' })),
	room
); // prettier-ignore
const phone = await chromium.launchPersistentContext(join(room, 'phone'), { ...launch, ...screen });

/** @type {{ name: string, pictures: string[] }[]} */
const rows = [];
for (const site of sites) {
	const page = await phone.newPage();
	await page.goto(site.url);
	await page.locator('html[data-ready]').waitFor({ state: 'attached' });
	await page.locator('section.card .button.main').click();
	await page.locator('main .rows input').first().waitFor();
	await untilCopied(page, site.folder);
	for (let visit = 0; visit < 3; visit += 1) {
		await page.reload();
		await page.locator('html[data-ready] main .rows input').first().waitFor();
		await page.waitForTimeout(1500);
	}
	site.link.setDown(true);
	const session = await phone.newCDPSession(page);
	await page.goto('about:blank');
	await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
	/** @type {{ at: number, data: string }[]} */
	const frames = [];
	session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
		frames.push({ at: (metadata.timestamp ?? 0) * 1000, data });
		void session.send('Page.screencastFrameAck', { sessionId });
	});
	await session.send('Page.startScreencast', { format: 'jpeg', quality: 80 });
	await page.goto(site.url, { waitUntil: 'commit' });
	const from = await page.evaluate(() => performance.timeOrigin);
	await page.waitForTimeout(2500);
	await session.send('Page.stopScreencast');
	rows.push({
		name: site.name,
		pictures: moments.map((moment) => frames.filter(({ at }) => at <= from + moment).at(-1)?.data ?? '')
	});
	await page.close();
}
const strip = await phone.newPage();
await strip.setViewportSize({ width: 1100, height: 300 });
await strip.setContent(`<style>body{margin:12px;font:15px system-ui;background:#fff}table{border-spacing:6px}td,th{text-align:center;font-weight:400}img,i{display:block;width:104px;height:214px;border:1px solid #bbb}</style>
<table><tr><th></th>${moments.map((moment) => `<th>${moment} ms</th>`).join('')}</tr>
${rows.map(({ name, pictures }) => `<tr><th>${name}</th>${pictures.map((data) => `<td>${data ? `<img src="data:image/jpeg;base64,${data}">` : '<i></i>'}</td>`).join('')}</tr>`).join('')}</table>`); // prettier-ignore
await strip
	.locator('table')
	.screenshot({ path: 'docs/pictures/offline-start.jpg', type: 'jpeg', quality: 75 });
await phone.close();
await stop();
rmSync(room, { recursive: true, force: true });
