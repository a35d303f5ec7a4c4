import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, BrowserContextOptions } from '@playwright/test';
import { test } from '../e2e/fixtures.ts';
import { fill } from '../e2e/full-profile.ts';
import { langs, type Lang } from '../e2e/words.ts';

/** Where the pictures go: one sheet for each screen, small enough to stay with the project. */
const folder = 'docs/pictures/review';

/** Each screen, by the name of its picture. */
const screens: Record<string, string> = {
	today: 'today/',
	'hard-day': 'hard-day/',
	help: 'help/',
	here: 'here/',
	dice: 'dice/',
	hope: 'hope/',
	writing: 'hope/write/#trust',
	notes: 'hope/all/',
	photos: 'hope/photos/',
	plan: 'plan/',
	people: 'plan/people/',
	visit: 'plan/visit/',
	crisis: 'plan/crisis/',
	back: 'back/',
	steps: 'prescription/',
	sheet: 'sheet/',
	prescribe: 'prescribe/',
	copy: 'copy/',
	settings: 'settings/',
	learn: 'learn/'
};

interface View {
	name: string;
	width: number;
	height: number;
	look?: 'light' | 'dark' | 'contrast';
	textSize?: 200;
	forced?: boolean;
}
const views: readonly View[] = [
	{ name: '360 x 740', width: 360, height: 740 },
	{ name: 'dark', width: 360, height: 740, look: 'dark' },
	{ name: 'high contrast', width: 360, height: 740, look: 'contrast' },
	{ name: 'forced colours', width: 360, height: 740, forced: true },
	{ name: '320, letters at 200 %', width: 320, height: 740, textSize: 200 },
	{ name: '768', width: 768, height: 1024 },
	{ name: '1280', width: 1280, height: 800 }
];

/** All views of a screen in one language, as pictures in base64. */
async function look(browser: Browser, url: string, lang: Lang, path: string): Promise<string[]> {
	const context = await browser.newContext({
		baseURL: url,
		serviceWorkers: 'block',
		timezoneId: 'America/Toronto',
		reducedMotion: 'reduce'
	} satisfies BrowserContextOptions);
	const page = await context.newPage();
	await page.clock.setFixedTime(new Date('2026-11-21T10:12:00-05:00'));
	await fill(page, lang);
	const taken: string[] = [];
	for (const { width, height, look = 'light', textSize = 100, forced } of views) {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce' });
		await page.evaluate(
			(chosen) => {
				const preferences = JSON.parse(localStorage.getItem('envol.preferences') ?? '{}') as object;
				localStorage.setItem('envol.preferences', JSON.stringify({ ...preferences, ...chosen }));
			},
			{ lang, look, textSize, at: 4_000_000_000_000 }
		);
		await page.goto('/404.html');
		await page.goto(`/${lang}/${path}`);
		await page.locator('html[data-ready], html[data-plain], main').first().waitFor();
		await page.waitForLoadState('networkidle');
		taken.push((await page.screenshot({ type: 'jpeg', quality: 80 })).toString('base64'));
	}
	await context.close();
	return taken;
}

for (const [name, path] of Object.entries(screens))
	test(`pictures of ${name}`, async ({ browser, server }) => {
		const rows: string[] = [];
		for (const lang of langs) {
			const taken = await look(browser, server.url, lang, path);
			rows.push(
				taken
					.map(
						(picture, i) =>
							`<figure><img height="430" src="data:image/jpeg;base64,${picture}"><figcaption>${views[i]!.name}, ${lang}</figcaption></figure>`
					) // prettier-ignore
					.join('')
			);
		}
		const sheet = await browser.newPage({ viewport: { width: 2200, height: 960 } });
		await sheet.setContent(
			`<style>body{margin:8px;font:13px sans-serif;background:#ddd;width:max-content}div{display:flex;gap:8px;margin-bottom:8px}figure{margin:0}</style>${rows.map((row) => `<div>${row}</div>`).join('')}`
		);
		const file = `${folder}/${name}.jpg`;
		mkdirSync(dirname(file), { recursive: true });
		await sheet.locator('body').screenshot({ path: file, type: 'jpeg', quality: 55 });
		if (readFileSync(file).length > 400_000) throw new Error(`${file} is too large to stay with the project`);
		await sheet.close();
	});
