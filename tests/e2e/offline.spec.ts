import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { firstPages } from '../../scripts/build/offline-copy.mjs';
import { serve } from '../../scripts/server.mjs';
import { addressesOf, allPages, doors, pages } from '../../src/pages.js';
import { expect, testOffline as test, testOwnSite } from './fixtures.ts';
import { awake, beginWith, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';
import { kept, keptAtFirst, keptSoFar, keptWhatCanBeHad, wholeCopy } from './worker.ts';

const firsts = ['/', '/en/today/', '/fr/help/'] as const;
// help in both languages, any other page in one of them; the door of the hard day, which keeps a person there, comes last
const opened = [
	...doors.filter((door) => door !== 'hard-day/').map((door) => `/${door}`),
	...pages.flatMap((page, at) => (page.path === 'help/' ? addressesOf(page) : [addressesOf(page)[at % 2]!])),
	'/hard-day/'
];

/** What each page of the site says, asked for by a page: while the server is stopped, only the copy can answer. */
const pagesThatDiffer = (page: Page, files: Record<string, string>) =>
	page.evaluate(async (expected) => {
		const wrong: string[] = [];
		for (const [address, text] of Object.entries(expected)) {
			const answer = await fetch(address);
			if ((await answer.text()) !== text) wrong.push(address);
		}
		return wrong;
	}, files);

/** The addresses of all that this browser kept of the site. */
const keptIn = (page: Page) =>
	page.evaluate(async () => {
		const names = (await caches.keys()).filter((name) => name.includes('precache')).sort();
		const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
		return requests.map((each) => each.map(({ url }) => url).sort());
	});

test(`T6 after one visit to ${firsts.join(', ')}, every page opens with no network`, async ({
	server,
	anotherContext
}) => {
	const visits: { first: string; page: Page }[] = [];
	for (const first of firsts) {
		const page = await (await anotherContext({ serviceWorkers: 'allow' })).newPage();
		await visit(page, first);
		await kept(page);
		visits.push({ first, page });
	}
	await server.stop();

	// whichever page came first, the same was kept: so each of the three opens its share of the pages
	const lists = await Promise.all(visits.map(({ page }) => keptIn(page)));
	expect(lists[0]!.flat().length).toBeGreaterThan(allPages.length);
	for (const list of lists) expect(list).toEqual(lists[0]);
	// a host may empty the browser for who asks for that page
	expect(lists[0]!.flat().filter((url) => new URL(url).pathname === '/erase/')).toEqual([]);
	const built = allPages.map((address) => [address, readFileSync(`build${address}index.html`, 'utf8')]);
	expect(await pagesThatDiffer(visits[0]!.page, Object.fromEntries(built) as never)).toEqual([]);

	for (const [share, { first, page }] of visits.entries()) {
		for (const address of opened.filter((_, index) => index % firsts.length === share)) {
			const about = `${address} after ${first}`;
			await page.goto(address);
			const lang = /^\/(en|fr)\//.exec(page.url().replace(server.url, ''))?.[1] ?? 'en';
			await expect(page.locator('html'), about).toHaveAttribute('lang', `${lang}-CA`);
			await expect(page.getByRole('heading', { level: 1 }), about).toBeVisible();
			await awake(page);
			await expect(page.locator('a[href="tel:988"]').first(), about).toBeVisible();
		}
		for (const address of ['/en/nowhere/', '/fr/nulle-part', '/de/', '/x?y=1#z']) {
			await page.goto(address);
			for (const href of ['tel:911', 'tel:988', 'sms:988'])
				await expect(page.locator(`a[href="${href}"]`).first(), `${address} after ${first}`).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Cette page n’est pas ici' })).toBeVisible();
		}
		await page.goto('/fr/settings?a=1');
		await expect(page).toHaveURL('/fr/settings/?a=1');
		await awake(page);
	}
});

test('the first visit says, once, that Envol now works offline; then a person ticks with no network, and finds it again', async ({
	page,
	server
}) => {
	const say = wordsOf('en');
	await visit(page, '/en/today/');
	await expect(status(page, 'en')).toContainText(say('shell.offline.text'), { timeout: 100_000 });
	expect(await keptSoFar(page)).toBe(wholeCopy);
	await page.reload();
	await awake(page);
	await expect(status(page, 'en')).toBeEmpty();
	await beginWith(page, 'en', 'first-steps');
	await server.stop();
	await page.reload();
	await steps(page).nth(1).check();
	await expect(status(page, 'en')).toContainText(say('today.status.done'));
	await page.reload();
	await expect(steps(page).nth(1)).toBeChecked();
	// and through every link on the way to choosing
	await page.getByRole('link', { name: say('today.links.change') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('prescription.title'));
	await page
		.getByRole('complementary')
		.getByRole('link', { name: say('shell.banner.all') })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.heading'));
});

test('the icon leads straight to the page of a person, also on a hard day; the door shows where it is asked for', async ({
	page
}) => {
	const documents: string[] = [];
	page.on('domcontentloaded', () => documents.push(new URL(page.url()).pathname));
	const opensAt = async (address: string) => {
		documents.length = 0;
		await page.goto(address);
		await awake(page);
		return documents;
	};
	await visit(page, '/');
	await keptAtFirst(page);
	expect(await opensAt('/')).toEqual(['/']);
	await visit(page, '/fr/today/');
	const told = () => page.evaluate(async () => (await caches.match('/door'))?.text());
	await expect.poll(told).toBe('fr');
	expect(await opensAt('/')).toEqual(['/fr/today/']);
	expect(await opensAt('/help/')).toEqual(['/fr/help/']);
	expect(await opensAt('/#choose')).toEqual(['/']);
	// the shortcut turns the hard day on
	expect(await opensAt('/hard-day/')).toEqual(['/fr/hard-day/']);
	await expect.poll(told).toBe('fr hard-day');
	expect(await opensAt('/')).toEqual(['/fr/hard-day/']);
	await page.getByText(wordsOf('fr')('hard-day.more'), { exact: true }).click();
	await page.getByRole('button', { name: wordsOf('fr')('hard-day.long.ready') }).click();
	await expect.poll(told).toBe('fr');
	expect(await opensAt('/')).toEqual(['/fr/today/']);
});

/** Who leaves, or loses the network, before the page is idle: nothing but what comes first is kept. */
const inAHurry = (page: Page) =>
	page.addInitScript(() => {
		if (location.protocol === 'http:' && !('isStaying' in sessionStorage))
			globalThis.requestIdleCallback = () => 0;
	});

test('help, the day and a hard day are kept first; the rest comes with the next visit', async ({
	page,
	server
}) => {
	await inAHurry(page);
	await visit(page, '/fr/help/');
	await keptAtFirst(page);
	const first = await keptSoFar(page);
	expect(first).toBeLessThan(wholeCopy / 2);
	await server.stop();
	for (const address of firstPages.filter((each) => each !== '/hard-day/')) {
		await page.goto(address);
		await awake(page);
		await expect(page.locator('a[href="tel:988"]').first(), address).toBeVisible();
		if (/\/(en|fr)\//.test(address)) await expect(page).toHaveURL(address);
	}
	// what was not kept says so, and still helps
	await page.goto('/en/dice/');
	await expect(page.getByRole('heading', { name: 'This page isn’t on this device yet' })).toBeVisible();
	await expect(
		page.getByRole('heading', { name: 'Cette page n’est pas encore sur cet appareil' })
	).toBeVisible();
	for (const href of ['tel:911', 'tel:988', 'sms:988'])
		await expect(page.locator(`a[href="${href}"]`).first()).toBeVisible();

	const again = await serve('build', { port: server.port });
	await page.evaluate(() => sessionStorage.setItem('isStaying', ''));
	await visit(page, '/en/today/');
	await kept(page);
	await again.stop();
	await visit(page, '/en/dice/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf('en')('dice.title'));
});

testOwnSite(
	'no file that cannot be had costs anybody help, and what a network puts in the place of a page is not kept',
	async ({ page, server, folder, tolerate }) => {
		tolerate(/Failed to load resource|envol\.woff2/);
		rmSync(`${folder}/fr/prescribe`, { recursive: true });
		rmSync(`${folder}/fonts`, { recursive: true });
		const portal = '<!doctype html><title>WiFi</title><h1>Accept the terms</h1>';
		for (const address of ['fr/dice', 'en/today']) writeFileSync(`${folder}/${address}/index.html`, portal);
		await visit(page, '/fr/today/');
		await keptAtFirst(page);
		// a page, two portals and the letters are missing; all the rest is there
		expect(await keptWhatCanBeHad(page)).toBe(false);
		expect(await keptSoFar(page)).toBe(wholeCopy - 4);
		// and nobody is told that all of it is there
		await expect(status(page, 'fr')).toBeEmpty();
		await server.stop();
		for (const address of ['/fr/help/', '/fr/today/', '/fr/hard-day/']) {
			await page.goto(address);
			await awake(page);
			await expect(page.locator('a[href="tel:988"]').first(), address).toBeVisible();
		}
		for (const address of ['/fr/dice/', '/en/today/', '/fr/prescribe/']) {
			await page.goto(address);
			await expect(page.getByText('Accept the terms')).toHaveCount(0);
			await expect(page.locator('a[href="tel:988"]').first(), address).toBeVisible();
		}
	}
);

testOwnSite('a newer Envol is kept whole before it waits', async ({ page, folder }) => {
	await inAHurry(page);
	await visit(page, '/en/today/');
	await keptAtFirst(page);
	expect(await keptSoFar(page)).toBeLessThan(wholeCopy);
	appendFileSync(`${folder}/sw.js`, '\n// newer');
	await page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
	});
	expect(await keptSoFar(page)).toBe(wholeCopy);
});
