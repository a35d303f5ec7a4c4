// Takes the pictures of the README (docs/pictures) and of the manifest (static/screenshots) from the built site.
// Run after a build, when the look has changed: node scripts/make-pictures.mjs
import { chromium } from '@playwright/test';
import { findChromium } from './browsers.mjs';
import { serve } from './server.mjs';

const server = await serve('build', { port: 0 });
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
});

/**
 * @param {{ lang: 'en' | 'fr', look?: 'dark', region?: string, width?: number, height?: number, scale?: number }} how
 */
async function open({ lang, look, region, width = 360, height = 740, scale = 2 }) {
	const context = await browser.newContext({
		viewport: { width, height },
		deviceScaleFactor: scale,
		serviceWorkers: 'block',
		hasTouch: true,
		isMobile: width < 700,
		timezoneId: 'America/Toronto'
	});
	const chosen = { lang, look: look ?? 'light', textSize: 100, motion: 'reduced', ...(region && { region }) };
	await context.addInitScript((preferences) => {
		localStorage.setItem('envol.preferences', JSON.stringify(preferences));
		// our letters, as in a session that begins with the offline copy
		sessionStorage.setItem('envol.font', '1');
	}, chosen);
	const page = await context.newPage();
	await page.clock.install({ time: new Date('2026-11-21T09:12:00-05:00') });
	// twice: the font is loaded from the second page on
	await page.goto(`${server.url}/${lang}/about/`);
	await page.waitForSelector('html[data-ready]');
	return page;
}

/** @param {import('@playwright/test').Page} page @param {'en' | 'fr'} lang */
async function fillToday(page, lang) {
	await page.goto(`${server.url}/${lang}/today/`);
	await page.getByRole('button', { name: lang === 'en' ? 'Start with First steps' : /premiers pas/ }).click();
	const boxes = page.getByRole('checkbox');
	await boxes.nth(0).check();
	await boxes.nth(1).check();
	await page.getByRole('button', { name: lang === 'en' ? 'Close' : 'Fermer' }).click();
	await page.reload();
	await boxes.nth(0).waitFor();
	await page.waitForTimeout(300);
}

/** @param {import('@playwright/test').Page} page @param {string[]} paths */
async function take(page, ...paths) {
	for (const path of paths) await page.screenshot({ path });
	await page.context().close();
}

const today = await open({ lang: 'en' });
await fillToday(today, 'en');
await take(today, 'docs/pictures/today-en.png', 'static/screenshots/today-en.png');

const night = await open({ lang: 'en', look: 'dark' });
await fillToday(night, 'en');
await take(night, 'docs/pictures/today-dark.png');

const help = await open({ lang: 'fr', region: 'CA-QC' });
await help.goto(`${server.url}/fr/help/`);
await help.waitForSelector('html[data-ready]');
await take(help, 'docs/pictures/help-fr.png', 'static/screenshots/help-fr.png');

const wide = await open({ lang: 'en', width: 1280, height: 800, scale: 1 });
await fillToday(wide, 'en');
await take(wide, 'static/screenshots/today-wide-en.png');

await browser.close();
await server.stop();
