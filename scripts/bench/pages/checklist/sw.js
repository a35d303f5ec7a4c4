// The smallest worker that keeps a page for use without a network: the floor for what a worker costs.
const kept = 'page';
self.addEventListener('install', (event) => {
	self.skipWaiting();
	event.waitUntil(caches.open(kept).then((cache) => cache.add('/')));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
	if (event.request.method !== 'GET') return;
	event.respondWith(
		caches.match(event.request, { ignoreSearch: true }).then((answer) => answer ?? fetch(event.request))
	);
});
