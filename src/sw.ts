/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { copyResponse } from 'workbox-core/copyResponse.js';
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** A file of the offline copy, in order of importance; see scripts/build/offline-copy.mjs. */
interface Entry {
	url: string;
	/** Null where the address itself changes with the content. */
	revision: string | null;
	isFirst?: true;
	/** A page with numbers to call, and no script. */
	isHelp?: true;
	/** The hash of a file that has the same address in every version. */
	integrity?: string;
}
const entries = self.__WB_MANIFEST as Entry[];
const copy = new PrecacheController();
// a file that is not stored yet may be fetched from the network
copy.addToCacheList(entries.map(({ url, revision }) => ({ url, revision })));

const isScript = ({ headers }: Response) => /javascript/.test(headers.get('content-type') ?? '');

/** How many files are fetched at the same time: one after another would take minutes on a slow network. */
const atOnce = 6;

/** The entries that are not stored yet. */
async function missing(wanted: Entry[]): Promise<Entry[]> {
	const cache = await caches.open(copy.strategy.cacheName);
	const there = new Set((await cache.keys()).map(({ url }) => url));
	return wanted.filter(({ url }) => !there.has(copy.getCacheKeyForURL(url)!));
}

const isFull = (error: unknown) => (error as { name?: unknown }).name === 'QuotaExceededError';

/**
 * Stores these files in order; one that cannot be fetched does not stop the others. On a full device none of them
 * stays: the space is for the person's words.
 * @throws when one could not be fetched, differs from this version's, or the device is full
 */
async function keep(wanted: Entry[]): Promise<void> {
	const cache = await caches.open(copy.strategy.cacheName);
	const waiting = [...wanted];
	const put: string[] = [];
	const troubles: unknown[] = [];
	async function keepOne({ url, revision, integrity }: Entry): Promise<void> {
		const fetched = async (cache: RequestCache): Promise<Response> => {
			// refuses the page of a newer version, or the login page of a network
			const answer = await fetch(url, { cache, ...(integrity && { integrity }) });
			if (!answer.ok || (url.endsWith('.js') && !isScript(answer)))
				throw new TypeError(`${url}: ${answer.status}`);
			return answer;
		};
		// a file with the same name in every version may be in the browser's HTTP cache, outdated; of any other, that cache
		// may hold the answer of a host that did not have it yet
		const response = await (revision ? fetched('reload') : fetched('default').catch(() => fetched('reload')));
		const key = copy.getCacheKeyForURL(url)!;
		put.push(key);
		// a page cannot be opened from a redirected response
		await cache.put(key, response.redirected ? await copyResponse(response) : response);
	}
	async function keepNext(): Promise<void> {
		for (let entry = waiting.shift(); entry; entry = waiting.shift())
			await keepOne(entry).catch((trouble: unknown) => {
				troubles.push(trouble);
				if (isFull(trouble)) waiting.length = 0;
			});
	}
	await Promise.all(Array.from({ length: atOnce }, keepNext));
	if (troubles.some(isFull)) await Promise.all(put.map((key) => cache.delete(key)));
	if (troubles.length > 0) throw troubles[0];
}

/**
 * Whether no newer Envol is on its way. It would bring a whole copy of its own, and its pages must not be mixed into
 * this one.
 */
async function isNewest(): Promise<boolean> {
	const { registration } = self;
	await registration.update();
	return !registration.installing && !registration.waiting;
}

let keeping: Promise<boolean> | undefined;
/** Several pages may ask; it runs once. Resolves to whether every file is stored now. @throws like `keep` */
function keepTheRest(): Promise<boolean> {
	keeping ??= keepMissing().finally(() => (keeping = undefined));
	return keeping;
}
async function keepMissing(): Promise<boolean> {
	const rest = await missing(entries);
	if (rest.length === 0) return true;
	if (!(await isNewest())) return false;
	await keep(rest);
	return true;
}

// A first visit stores what helps at once, and the rest when the page is idle. An update is stored whole before it
// waits: until then it must not replace a page that could be opened without a network.
self.addEventListener('install', (event) =>
	event.waitUntil(self.registration.active ? missing(entries).then(keep) : keepFirst())
);

/** Help must be stored; a drawing or a font that cannot be fetched now must not prevent that. */
async function keepFirst(): Promise<void> {
	const wanted = await missing(entries.filter(({ isFirst }) => isFirst));
	await keep(wanted.filter(({ isHelp }) => isHelp));
	await keep(wanted.filter(({ isHelp }) => !isHelp)).catch(() => undefined);
}
self.addEventListener('activate', (event) => void copy.activate(event));

// An update waits until the person accepts it. From a page with nothing to lose (Help, the doors), and with no other
// page open, it may activate quietly: old help numbers should not wait for an answer.
self.addEventListener('message', (event) => {
	const type = (event.data as { type?: unknown } | null)?.type;
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'SKIP_WAITING_IF_ALONE')
		event.waitUntil(
			self.clients
				.matchAll({ type: 'window', includeUncontrolled: true })
				.then((pages) => (pages.length <= 1 ? self.skipWaiting() : undefined))
		);
	if (type === 'KEEP_THE_REST')
		event.waitUntil(
			keepTheRest().then(
				(isWhole) => event.ports[0]?.postMessage(isWhole),
				() => event.ports[0]?.postMessage(false)
			)
		);
});
clientsClaim();
cleanupOutdatedCaches();

// a host that can clears everything with its answer; without a network the page of the copy does what a page can
registerRoute(
	({ request, url }) => request.mode === 'navigate' && url.pathname === '/erase/',
	async ({ request }) => {
		try {
			const answer = await fetch(request, { signal: AbortSignal.timeout(4000) });
			if (answer.ok && !answer.redirected) return answer;
		} catch {
			// no network
		}
		return (await copy.matchPrecache('/erase/')) ?? notHere();
	}
);
registerRoute(new PrecacheRoute(copy, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] }));

/** Where a file that was shared to Envol waits until the page has read it; see src/lib/platform/files-from-outside.ts. */
const shelf = 'envol-shared-file';
const sharedAt = '/copy/shared';

/** The language of a page that is open; the page itself goes on to the one that was chosen. */
async function openLang(): Promise<string> {
	const pages = await self.clients.matchAll({ type: 'window' });
	const lang = pages.flatMap(({ url }) => /^\/(en|fr)\//.exec(new URL(url).pathname)?.[1] ?? [])[0];
	return lang ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');
}

// a copy that another app shares comes here, with or without a network: it is kept, and the page sent on to
registerRoute(
	sharedAt,
	async ({ request }) => {
		const form = await request.formData();
		const file = form.get('copy');
		let end = '';
		if (file instanceof File)
			try {
				await (await caches.open(shelf)).put(sharedAt, new Response(file));
			} catch {
				// no room for it: the page says so
				end = '&full';
			}
		return Response.redirect(`/${await openLang()}/copy/back/?outside${end}`, 303);
	},
	'POST'
);

const notHere = async () => (await copy.matchPrecache('/404.html')) ?? Response.error();

// an address without its trailing slash, or an unknown one
registerRoute(
	new NavigationRoute(async ({ request, url }) => {
		const slashed = new URL(`${url.pathname}/${url.search}`, url);
		if (!url.pathname.endsWith('/') && copy.getCacheKeyForURL(slashed.pathname))
			return Response.redirect(slashed.href, 302);
		try {
			return await fetch(request);
		} catch {
			return notHere();
		}
	})
);
// a page that is not stored yet, without a network: at least the help numbers
setCatchHandler(({ request }) =>
	request.mode === 'navigate' ? notHere() : Promise.resolve(Response.error())
);
