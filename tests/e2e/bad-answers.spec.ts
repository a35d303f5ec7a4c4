import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, testOffline as test } from './fixtures.ts';
import { answering } from './host.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';
import { keptAtFirst } from './worker.ts';

const say = wordsOf('en');

/** What is kept of an address, and something else in its place. */
const keptAs = (page: Page, path: string) =>
	page.evaluate(async (wanted) => (await caches.match(wanted, { ignoreSearch: true }))!.text(), path);
const damage = (page: Page, path: string) =>
	page.evaluate(async (wanted) => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys(wanted, { ignoreSearch: true })) {
				const kept = (await cache.match(request))!;
				const text = await kept.text();
				await cache.put(
					request,
					new Response(`${text.slice(0, text.length / 2)}`, { headers: kept.headers })
				);
			}
		}
	}, path);

test('K2 whatever comes when somebody goes to a page, what is kept shows or the numbers to call, and what is damaged is fetched anew', async ({
	page,
	server,
	tolerate
}) => {
	tolerate(/Failed to load resource|a request left|Content Security Policy|ERR_|Failed to fetch|SyntaxError/);
	// nothing but what comes first is kept
	await page.addInitScript(() => {
		globalThis.requestIdleCallback = () => 0;
	});
	await visit(page, '/en/help/');
	await keptAtFirst(page);
	await server.stop();
	const html = { 'content-type': 'text/html; charset=utf-8' };
	const file = (path: string) => readFileSync(`build${path}${path.endsWith('/') ? 'index.html' : ''}`);
	const dice = file('/en/dice/');
	const answers = {
		'a host in trouble': [500, html, '<h1>Internal error</h1>'],
		'another 404': [404, html, '<h1>Not found</h1>'],
		'the page where a network asks to sign in': [200, html, '<title>WiFi</title><h1>Accept the terms</h1>'],
		'a way to another site': [302, { location: 'http://localhost:9/login' }, ''],
		nothing: [200, html, ''],
		'half the page': [200, html, dice.subarray(0, dice.length / 2)],
		'no page': [200, { 'content-type': 'application/json' }, '{}']
	} as const;
	let answer: keyof typeof answers | 'good' = 'nothing';
	const stop = await answering(server.port, (request, response) => {
		const path = new URL(request.url!, 'http://host').pathname;
		if (answer !== 'good') {
			const [code, headers, body] = answers[answer];
			return void response.writeHead(code, headers).end(body);
		}
		try {
			const type = path.endsWith('.js') ? { 'content-type': 'text/javascript' } : html;
			response.writeHead(200, type).end(file(path));
		} catch {
			response.writeHead(404, html).end(file('/404.html'));
		}
	});
	const foreign = page.getByRole('heading', { name: 'This page didn’t come through' });
	for (answer of Object.keys(answers) as (keyof typeof answers)[]) {
		await page.goto('/en/dice/');
		await expect(foreign, answer).toBeVisible();
		for (const href of ['tel:911', 'tel:988', 'sms:988'])
			await expect(page.locator(`a[href="${href}"]`).first(), answer).toBeVisible();
	}
	await expect(page.getByRole('heading', { name: 'Cette page n’est pas arrivée' })).toBeVisible();
	answer = 'another 404';
	await page.goto('/en/nowhere/');
	await expect(page.getByRole('heading', { name: 'This page is not here' })).toBeVisible();
	answer = 'the page where a network asks to sign in';
	await page.goto('/en/dice/');
	await page.getByRole('link', { name: 'See what the network sent' }).click();
	await expect(page.getByRole('heading', { name: 'Accept the terms' })).toBeVisible();
	// what is kept needs no answer
	await visit(page, '/en/today/');

	// a page that is kept, and damaged: never shown, and no matter what comes there are the numbers
	await damage(page, '/fr/help/');
	await page.goto('/fr/help/');
	await expect(foreign).toBeVisible();
	await damage(page, '/404.html');
	await page.goto('/fr/help/');
	await expect(page.getByRole('heading', { name: /^Something went wrong/ })).toBeVisible();
	await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
	answer = 'good';
	await page.goto('/fr/help/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf('fr')('help.heading'));
	expect(await keptAs(page, '/fr/help/')).toBe(file('/fr/help/').toString());

	// and a script, soon after a page used it; no page has used this one before: a worker looks at a file once
	const chunks = '/_app/immutable/chunks/';
	const scriptsOf = (path: string): string[] => [
		...(file(path)
			.toString()
			.match(new RegExp(`${chunks}[\\w-]+\\.js`, 'g')) ?? [])
	];
	const used = scriptsOf('/en/here/').find((name) => !scriptsOf('/en/today/').includes(name))!;
	await damage(page, used);
	await page.goto('/en/here/');
	await expect.poll(() => keptAs(page, used), { timeout: 60_000 }).toBe(file(used).toString());
	await visit(page, '/en/today/');
	await page.goto('/en/dice/');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('dice.title'));
	await stop();
});
