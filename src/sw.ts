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

// a newer Envol waits until the person takes it
self.addEventListener('message', (event) => {
	if ((event.data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
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
