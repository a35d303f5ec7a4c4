/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import {
	cleanupOutdatedCaches,
	getCacheKeyForURL,
	matchPrecache,
	precacheAndRoute
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope;

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
});
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false, ignoreURLParametersMatching: [/.*/] });

// an address without its last slash, or one we do not know
registerRoute(
	new NavigationRoute(async ({ request, url }) => {
		const slashed = new URL(`${url.pathname}/${url.search}`, url);
		if (!url.pathname.endsWith('/') && getCacheKeyForURL(slashed.pathname))
			return Response.redirect(slashed.href, 302);
		try {
			return await fetch(request);
		} catch {
			return (await matchPrecache('/404.html')) ?? Response.error();
		}
	})
);
