/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { copyResponse } from 'workbox-core/copyResponse.js';
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

/** A file of the copy. The first ones come first; see scripts/build/offline-copy.mjs. */
interface Entry {
	url: string;
	revision: string | null;
	isFirst?: true;
}
const entries = self.__WB_MANIFEST as Entry[];
const copy = new PrecacheController();
copy.addToCacheList(entries);

/** How many files are asked for at the same time: one after the other would take minutes on a slow network. */
const atOnce = 6;

/** Those that are not kept yet. */
async function missing(wanted: Entry[]): Promise<Entry[]> {
	const cache = await caches.open(copy.strategy.cacheName);
	const there = new Set((await cache.keys()).map(({ url }) => url));
	return wanted.filter(({ url }) => !there.has(copy.getCacheKeyForURL(url)!));
}

/** Keeps these files, in their order. @throws when one cannot be had, or the device is full */
async function keep(wanted: Entry[]): Promise<void> {
	const cache = await caches.open(copy.strategy.cacheName);
	const waiting = [...wanted];
	async function keepNext(): Promise<void> {
		for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
			// a file that has the same name in every version may lie, older, in the browser's own cache
			const response = await fetch(entry.url, { cache: entry.revision ? 'reload' : 'default' });
			if (!response.ok) throw new TypeError(`${entry.url}: ${response.status}`);
			// a page may not be opened from an answer that was sent on
			await cache.put(
				copy.getCacheKeyForURL(entry.url)!,
				response.redirected ? await copyResponse(response) : response
			);
		}
	}
	await Promise.all(Array.from({ length: atOnce }, keepNext));
}

/** Is no newer Envol on its way? It would bring a whole copy of its own, and this one must not mix its pages in. */
async function isNewest(): Promise<boolean> {
	const { registration } = self;
	await registration.update();
	return !registration.installing && !registration.waiting;
}

/** Resolves to whether every file is kept now. @throws like `keep` */
async function keepTheRest(): Promise<boolean> {
	const rest = await missing(entries);
	if (rest.length === 0) return true;
	if (!(await isNewest())) return false;
	await keep(rest);
	return true;
}

// A first visit keeps what helps at once, and the rest when the page is at ease. A newer Envol is kept whole before it
// waits: it must not take away a page that could be opened without a network until then.
self.addEventListener('install', (event) => {
	const wanted = self.registration.active ? entries : entries.filter(({ isFirst }) => isFirst);
	event.waitUntil(missing(wanted).then(keep));
});
self.addEventListener('activate', (event) => void copy.activate(event));

// A newer Envol waits until the person takes it. From a page with nothing to lose (Help, the doors), and with no
// other page open, it may come quietly: old help numbers should not wait for an answer.
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
registerRoute(new PrecacheRoute(copy, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] }));

const notHere = async () => (await copy.matchPrecache('/404.html')) ?? Response.error();

// an address without its last slash, or one we do not know
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
// a page that was not kept yet, with no network: help numbers at least
setCatchHandler(({ request }) =>
	request.mode === 'navigate' ? notHere() : Promise.resolve(Response.error())
);
