import { cpSync, rmSync } from 'node:fs';
import {
	test as base,
	chromium,
	expect,
	firefox,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page,
	type Request
} from '@playwright/test';
import { findChromium } from '../../scripts/browsers.mjs';
import { serve } from '../../scripts/server.mjs';
import { allGone, browserSession, kill } from './kill.ts';
import type { Lang } from './words.ts';

type Server = Awaited<ReturnType<typeof serve>>;

interface Fixtures {
	/** The server of the pages. */
	server: Server;
	/** Names an error that this test causes on purpose; any other fails it. */
	tolerate: (pattern: RegExp) => unknown;
	/** Another person, or the same one on another device, watched like the first. */
	anotherContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
	/** The whole browser, with a folder of its own for what is stored, which can be killed and opened again. */
	device: Device;
	/** The errors in any page so far, and those that were expected. */
	troubles: Troubles;
}

interface WorkerFixtures {
	/** Serves a folder as long as this worker lives: its files are read and compressed once. */
	served: (folder: string) => Promise<Server>;
}

export interface Device {
	folder: string;
	/** Opens the browser; what it stored in this folder before is there. */
	open: (options?: BrowserContextOptions) => Promise<BrowserContext>;
	/** Ends it as a phone does that needs the memory. */
	kill: () => Promise<void>;
	/** Removes all that it stored, once it has ended: the next start is the first. Linux only, as the one above. */
	empty: () => Promise<void>;
}

interface Troubles {
	seen: string[];
	expected: RegExp[];
}

/** What the driver turns off in Firefox: that it writes down what its tabs show; soon, so that a test sees it. */
const asForAnybody = {
	'browser.sessionstore.resume_from_crash': true,
	'browser.sessionstore.interval': 1000
};

/** The browser driver's own message when a test asks for no offline copy. */
const ours = /Service Worker registration blocked by Playwright/;

/**
 * What is for now comes first on Today, and in the night it has another face. Whenever this runs, it is noon for a page that asks
 * for the hour of now; a test with a clock of its own has the hour that it asks for.
 */
async function alwaysNoon(context: BrowserContext): Promise<void> {
	await context.addInitScript(() => {
		const { getHours } = Date.prototype;
		const { now } = Date;
		Date.prototype.getHours = function () {
			return Math.abs(this.getTime() - now()) < 600_000 ? 12 : getHours.call(this);
		};
	});
}

/** Records requests that leave, errors, warnings and policy violations, in every page of the context. */
export async function watch(context: BrowserContext, origin: string, { seen }: Troubles): Promise<void> {
	await alwaysNoon(context);
	context.on('page', restOf);
	context.on('request', (request) => {
		const url = request.url();
		if (/^(data|blob|about):/.test(url)) return;
		if (new URL(url).origin !== origin) seen.push(`a request left: ${url}`);
	});
	context.on('console', (message) => {
		if (message.type() !== 'error' && message.type() !== 'warning') return;
		if (!ours.test(message.text()))
			seen.push(`${message.type()}: ${message.text()} (${message.location().url})`);
	});
	context.on('weberror', (error) => seen.push(`page error: ${error.error().stack}`));
	await context.addInitScript(() =>
		document.addEventListener('securitypolicyviolation', (event) =>
			console.error(`policy broken: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
		)
	);
}

const rests = new WeakMap<Page, () => Promise<void>>();

/**
 * Follows the requests of a page, from its beginning in every page of a test. Returns a function that waits until none is pending,
 * and what the last one brought is there.
 */
export function restOf(page: Page): () => Promise<void> {
	const known = rests.get(page);
	if (known) return known;
	const onTheWay = new Set<Request>();
	page.on('request', (request) => {
		// the browser's own, for its tab: it does not say what became of one that it dropped
		if (!request.url().endsWith('/favicon.svg')) onTheWay.add(request);
	});
	page.on('requestfinished', (request) => onTheWay.delete(request));
	page.on('requestfailed', (request) => onTheWay.delete(request));
	// nobody is told what became of those of the page before
	page.on('framenavigated', (frame) => frame === page.mainFrame() && onTheWay.clear());
	const idle = () =>
		page.evaluate(
			() =>
				new Promise<unknown>((resolve) => {
					// after a key, Chromium may call no page idle until it draws again; and a clock that a test holds never does
					if (!('__pwClock' in globalThis)) return requestIdleCallback(resolve, { timeout: 500 });
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = resolve;
					port2.postMessage(undefined);
				})
		);
	// one file may request another
	const rest = () =>
		expect
			.poll(async () => {
				await idle();
				if (onTheWay.size === 0) await idle();
				return [...onTheWay].map((request) => request.url());
			})
			.toEqual([]);
	rests.set(page, rest);
	return rest;
}

/** Opens every fold within the page or a part of it, also those that come a moment after the page. */
export async function openEveryFold(within: Page | Locator): Promise<void> {
	await restOf('page' in within ? within.page() : within)();
	await within
		.locator('details')
		.evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
}

/**
 * Firefox reports a module that is still loading when its page is left as an error. So requests finish before this
 * page is left; one may still begin in between (a photo read from the database brings its viewer): see `isThereAfterAll`.
 */
function restBeforeLeaving(page: Page): void {
	const rest = restOf(page);
	const { goto, reload } = page;
	page.goto = async (...how) => {
		await rest();
		return goto.apply(page, how);
	};
	page.reload = async (...how) => {
		await rest();
		return reload.apply(page, how);
	};
}

/**
 * Whether this trouble is no more than that: by its words it cannot be told from a missing module, but a missing one
 * cannot be loaded afterwards either.
 * @param context where to try
 */
export async function isThereAfterAll(context: BrowserContext, trouble: string): Promise<boolean> {
	const [, address] =
		/^page error: TypeError: error loading dynamically imported module: (\S+)/.exec(trouble) ?? [];
	if (!address) return false;
	const page = await context.newPage();
	await page.goto('/404.html');
	const isThere = await page.evaluate(
		(module) =>
			import(module).then(
				() => true,
				() => false
			),
		address
	);
	await page.close();
	return isThere;
}

/**
 * The test every spec uses. It fails when a request leaves the origin, when anything is written to the console as an
 * error or a warning, when a script breaks, and when the page's policy is broken.
 */
export const test = base.extend<Fixtures & { watched: void }, WorkerFixtures>({
	served: [
		// eslint-disable-next-line no-empty-pattern -- the first argument names what is needed: nothing
		async ({}, use) => {
			const servers = new Map<string, Promise<Server>>();
			await use((folder) => {
				const serving = servers.get(folder) ?? serve(folder, { isFixed: true });
				servers.set(folder, serving);
				return serving;
			});
			for (const serving of servers.values()) await (await serving).stop();
		},
		{ scope: 'worker' }
	],
	server: async ({ served }, use) => use(await served('build')),
	baseURL: ({ server }, use) => use(server.url),
	// eslint-disable-next-line no-empty-pattern -- as above
	troubles: ({}, use) => use({ seen: [], expected: [] }),
	tolerate: ({ troubles }, use) => use((pattern) => troubles.expected.push(pattern)),
	watched: [
		async ({ context, server, troubles }, use) => {
			await watch(context, server.url, troubles);
			await use();
			const { seen, expected } = troubles;
			const unexpected: string[] = [];
			for (const trouble of seen.filter((each) => !expected.some((pattern) => pattern.test(each))))
				if (!(await isThereAfterAll(context, trouble))) unexpected.push(trouble);
			expect(unexpected).toEqual([]);
		},
		{ auto: true }
	],
	page: async ({ page, browserName }, use) => {
		if (browserName === 'firefox') restBeforeLeaving(page);
		await use(page);
	},
	device: async ({ server, launchOptions, troubles, browserName, channel }, use, info) => {
		const folder = info.outputPath('profile');
		let context: BrowserContext | undefined;
		let session: number | undefined;
		const isFirefox = browserName === 'firefox';
		await use({
			folder,
			open: async (options) => {
				context = await (isFirefox ? firefox : chromium).launchPersistentContext(folder, {
					...launchOptions,
					...(isFirefox ? { channel, firefoxUserPrefs: asForAnybody } : { executablePath: findChromium() }),
					baseURL: server.url,
					serviceWorkers: 'block',
					...options
				});
				if (process.platform === 'linux') session = browserSession(folder);
				await watch(context, server.url, troubles);
				return context;
			},
			kill: () => kill(context!, folder),
			empty: async () => {
				// what it had started may still write
				if (session !== undefined) await allGone(session);
				rmSync(folder, { recursive: true, force: true });
			}
		});
		await context?.close();
	},
	anotherContext: async ({ browser, server, troubles, contextOptions }, use) => {
		const opened: BrowserContext[] = [];
		await use(async (options) => {
			const context = await browser.newContext({ ...contextOptions, baseURL: server.url, ...options });
			await watch(context, server.url, troubles);
			opened.push(context);
			return context;
		});
		for (const context of opened) await context.close();
	}
});

/** The same, with a server of its own that the test may stop, and a browser that may store an offline copy. */
export const testOffline = test.extend({
	// eslint-disable-next-line no-empty-pattern -- as above
	server: async ({}, use) => {
		const server = await serve('build', { isFixed: true });
		await use(server);
		await server.stop();
	},
	serviceWorkers: 'allow'
});

/** The same, with a copy of the site that the test may change. */
export const testOwnSite = testOffline.extend<{ folder: string }>({
	// eslint-disable-next-line no-empty-pattern -- as above
	folder: async ({}, use, info) => {
		const folder = info.outputPath('site');
		// without the compressed files, which would serve the old content
		cpSync('build', folder, { recursive: true, filter: (file) => !/\.(br|gz)$/.test(file) });
		await use(folder);
	},
	server: async ({ folder }, use) => {
		const server = await serve(folder);
		await use(server);
		await server.stop();
	}
});

/**
 * Behaviour is the same in each language, so in a loop over both it is tested in one: `const test = onlyIn('fr',
 * lang)`. What must be checked in both (words, paper, help) says so: `inBoth('...', ...)`.
 */
export const onlyIn = (one: Lang, lang: Lang): typeof test =>
	lang === one ? test : ((() => undefined) as unknown as typeof test);
export const inBoth = test;

export { expect };
