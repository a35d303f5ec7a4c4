import { readFileSync } from 'node:fs';
import { allPages } from '../../src/pages.js';
import { expect, openEveryFold, restOf, test } from './fixtures.ts';
import { awake } from './person.ts';
import { langs } from './words.ts';

/** Where the links of a page lead, within its language, as the page is built. */
function linksOf(address: string): string[] {
	const html = readFileSync(`build${address}index.html`, 'utf8');
	const site = 'https://envol.test';
	return [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)]
		.map(([, href]) => new URL(href!, site + address))
		.filter(({ origin, pathname }) => origin === site && pathname.startsWith(address.slice(0, 4)))
		.map(({ pathname }) => pathname);
}

/** Links that a page shows only once it knows what the person has. */
const later = ['today/yesterday/'];

test('every page is reached by following links', () => {
	for (const lang of langs) {
		const seen = new Set([`/${lang}/`]);
		// a set gives what is added to it on the way, too
		for (const address of seen) for (const link of linksOf(address)) seen.add(link);
		const all = allPages.filter((address) => address.startsWith(`/${lang}/`));
		expect(all.filter((address) => !seen.has(address))).toEqual(later.map((path) => `/${lang}/${path}`));
	}
});

/** From link to link, without loading a page anew: each kind of page, and from each kind to another. */
const way = [
	'',
	'welcome/place/',
	'welcome/start/',
	'today/',
	'dice/',
	'dice/mine/',
	'hope/',
	'hope/all/',
	'plan/',
	'plan/calendar/',
	'plan/',
	'sheet/',
	'plan/',
	'plan/people/',
	'plan/',
	'settings/',
	'copy/',
	'help/'
];

// that no request leaves and no policy is broken on the way is held by the fixture
test('S1 S3 one page leads to the next, each awake and whole', async ({ page }) => {
	const rest = restOf(page);
	await page.goto('/#choose');
	for (const path of way) {
		await openEveryFold(page);
		await page.locator(`a[href="/fr/${path}"]:visible`).first().click();
		await expect(page).toHaveURL((url) => url.pathname === `/fr/${path}`);
		await awake(page);
		await rest();
		await expect(page.locator('main .needs-js[role="status"]:visible')).toHaveCount(0);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	}
});
