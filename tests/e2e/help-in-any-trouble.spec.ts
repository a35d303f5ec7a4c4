import { readdirSync, readFileSync } from 'node:fs';
import type { BrowserContext } from '@playwright/test';
import { allPages, pages } from '../../src/pages.js';
import { expect, test, testOffline } from './fixtures.ts';
import { expectHelpAtOnce, expectHelpInView } from './in-view.ts';
import { beginWith, visit } from './person.ts';
import { kept } from './worker.ts';
import { langs, wordsOf } from './words.ts';

const smallPhone = { width: 320, height: 568 };
/** One of each kind, help in both languages; with all storage blocked, and without any script, every page. */
const somePages = [
	'/',
	'/en/',
	'/fr/today/',
	'/en/help/',
	'/fr/help/',
	'/en/prescription/',
	'/fr/hard-day/',
	'/en/here/',
	'/fr/plan/'
];

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false, viewport: smallPhone });
	test('K1 on every page, 9-8-8 and 9-1-1 are in view on a small phone', async ({ page, tolerate }) => {
		tolerate(/status of 404/);
		// no script runs, so nothing can bring help later than the page itself
		for (const address of [...allPages, '/404.html', '/nowhere/']) {
			await page.goto(address, { waitUntil: 'commit' });
			await expectHelpInView(page, address);
		}
	});
});

/** What can be broken, and how. */
const troubles: [name: string, breakIt: (context: BrowserContext) => Promise<unknown>, expected?: RegExp][] =
	[
		[
			'no database at all',
			(context) =>
				context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
		],
		[
			'a database that refuses',
			(context) =>
				context.addInitScript(() => {
					const refuse = () => {
						throw new DOMException('not here', 'SecurityError');
					};
					IDBFactory.prototype.open = refuse;
					IDBFactory.prototype.databases = refuse;
				})
		],
		[
			'a database that never answers',
			(context) =>
				context.addInitScript(() => {
					IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
					IDBFactory.prototype.databases = () => new Promise(() => undefined);
				})
		],
		[
			'no local storage',
			(context) =>
				context.addInitScript(() =>
					Object.defineProperty(globalThis, 'localStorage', {
						get: () => {
							throw new DOMException('not here', 'SecurityError');
						}
					})
				)
		],
		[
			'an offline worker that cannot start',
			(context) =>
				context.addInitScript(() => {
					navigator.serviceWorker.register = () => Promise.reject(new TypeError('no worker'));
				})
		],
		[
			'no styles',
			(context) => context.route('**/*.css', (route) => route.abort()),
			/net::ERR_FAILED|preload CSS/
		],
		[
			'no script that arrives',
			(context) => context.route('**/*.js', (route) => route.abort()),
			/net::ERR_FAILED|dynamically imported|^page error: $/
		],
		[
			'texts that do not arrive',
			(context) => {
				// once: read again at each request, they would make the pages late themselves
				const names = chunksWithWords();
				return context.route(
					(url) => names.some((name) => url.pathname.endsWith(name)),
					(route) => route.abort()
				);
			},
			/net::ERR_FAILED|dynamically imported|Failed to load|Not found/
		]
	];

function chunksWithWords(): string[] {
	const folder = 'build/_app/immutable/chunks/';
	return readdirSync(folder).filter(
		(name) =>
			name.endsWith('.js') &&
			/One small step counts|Un petit pas, ça compte/.test(readFileSync(folder + name, 'utf8'))
	);
}

for (const [name, breakIt, expected] of troubles)
	test.describe(`with ${name}`, () => {
		test.use({ viewport: smallPhone, serviceWorkers: name.includes('worker') ? 'allow' : 'block' });
		test(`K2 help is in view within a second with ${name}`, async ({ page, context, tolerate }) => {
			if (expected) tolerate(expected);
			await breakIt(context);
			for (const address of somePages) {
				await expectHelpAtOnce(page, address);
				await page.waitForLoadState('load');
				await expectHelpInView(page, `${address}, later`);
			}
		});
	});

test.describe('with all storage blocked', () => {
	test.use({ viewport: smallPhone });
	test('K2 every screen leads to help, lines and grounding', async ({ page, context }) => {
		await context.addInitScript(() => {
			const refuse = () => {
				throw new DOMException('not here', 'SecurityError');
			};
			IDBFactory.prototype.open = refuse;
			IDBFactory.prototype.databases = refuse;
			Object.defineProperty(globalThis, 'localStorage', { get: refuse });
		});
		// each in one language; without any script every page is looked at in both
		for (const [at, { path }] of pages.entries()) {
			const address = `/${langs[at % 2]}/${path}`;
			await visit(page, address);
			await expectHelpInView(page, address);
			const all = page.locator(`aside a[href="/${langs[at % 2]}/help/"]`);
			await expect(all, address).toBeInViewport({ ratio: 1 });
		}
		// what Help says while one waits is tried in both by help.spec.ts
		const say = wordsOf('fr');
		await visit(page, '/fr/help/');
		const line = page.locator('#calm-lines li:visible');
		await expect(line).toHaveCount(1);
		const before = await line.innerText();
		await page.getByRole('button', { name: say('help.wait.another') }).click();
		await expect(line).not.toHaveText(before);
		await page.getByText(say('help.ground.title')).click();
		await expect(page.getByText(say('help.ground.see'))).toBeVisible();
		await page.getByText(say('help.breathe.title')).click();
		await page.getByRole('button', { name: say('help.breathe.start') }).click();
		await expect(page.locator('.help-round')).toBeVisible();
		// where nothing should move, the words alone lead
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await expect(page.locator('.help-round')).toBeHidden();
		await expect(page.locator('#breathe .now')).toBeVisible();
		await page.getByRole('link', { name: say('help.wait.here') }).click();
		await expect(page.getByText(say('here.hold.title'))).toBeVisible();
	});
});

testOffline.describe('with no network', () => {
	testOffline.use({ viewport: smallPhone });
	testOffline('K2 help is in view within a second with no network', async ({ page, server }) => {
		await visit(page, '/fr/today/');
		await kept(page);
		await server.stop();
		for (const address of [...somePages, '/nowhere/']) {
			await expectHelpAtOnce(page, address);
		}
	});
});

test('when a part of a page breaks, the page says so kindly and help stays', async ({
	page,
	context,
	tolerate
}) => {
	tolerate(/./);
	await beginWith(page, 'en', 'first-steps');
	// the list cannot be read
	await context.addInitScript(() => {
		IDBObjectStore.prototype.getAll = () => {
			throw new Error('broken on purpose');
		};
	});
	await visit(page, '/en/prescription/');
	await expectHelpInView(page, 'broken');
	await expect(page.getByRole('main')).toContainText('Nothing you saved was touched');
	await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});
