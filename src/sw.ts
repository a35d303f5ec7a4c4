/// <reference lib="webworker" />
import { clientsClaim } from 'workbox-core';
import { copyResponse } from 'workbox-core/copyResponse.js';
import { cleanupOutdatedCaches, PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute, setCatchHandler } from 'workbox-routing';
import lastResort from './error.html?raw';
import { wayFromDoor } from './lib/domain/door';
import { isEnvolPage, isFileAddress } from './lib/domain/page-answer';
import { doors } from './pages.js';

declare const self: ServiceWorkerGlobalScope;

/** A file of the offline copy, in order of importance; see scripts/build/offline-copy.mjs. */
interface Entry {
	url: string;
	/** Null where the address itself changes with the content. */
	revision: string | null;
	isFirst?: true;
	/** A page with numbers to call, and no script. */
	isHelp?: true;
	/** The beginning of the SHA-256 of its bytes, in base64; not of the manifest, which is added last. */
	sum?: string;
}
const entries = self.__WB_MANIFEST as Entry[];
const copy = new PrecacheController({
	plugins: [
		{
			cachedResponseWillBeUsed: ({ request, event, cachedResponse }) => {
				if (cachedResponse) lookAt(entryAt(new URL(request.url).pathname), event as ExtendableEvent);
				return Promise.resolve(cachedResponse);
			}
		}
	]
});
const copyName = copy.strategy.cacheName;
// a file that is not stored yet may be fetched from the network
copy.addToCacheList(entries.map(({ url, revision }) => ({ url, revision })));

const typeOf = ({ headers }: Response) => headers.get('content-type') ?? '';
const isScript = (answer: Response) => /javascript/.test(typeOf(answer));

const entriesByPath = new Map(
	entries.map((entry) => [new URL(entry.url, self.location.href).pathname, entry])
);
const entryAt = (path: string) => entriesByPath.get(path);

/** Whether these are the bytes this version was built with. */
async function isAsBuilt({ sum }: Entry, bytes: ArrayBuffer): Promise<boolean> {
	if (!sum) return true;
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 12))) === sum;
}

/** How many files are fetched at the same time: one after another would take minutes on a slow network. */
const atOnce = 6;

/** The entries that are not stored yet. */
async function missing(wanted: Entry[]): Promise<Entry[]> {
	const cache = await caches.open(copyName);
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
	const cache = await caches.open(copyName);
	const waiting = [...wanted];
	const put: string[] = [];
	const troubles: unknown[] = [];
	async function keepOne(entry: Entry): Promise<void> {
		const { url, revision } = entry;
		const fetched = async (cache: RequestCache): Promise<Response> => {
			const answer = await fetch(url, { cache });
			// refuses the page of a newer version, the login page of a network, or half a file
			const isOurs = answer.ok && (await isAsBuilt(entry, await answer.clone().arrayBuffer()));
			if (!isOurs || (url.endsWith('.js') && !isScript(answer)))
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

/** What is kept of this address; undefined where there is none, or not as it was built: nobody may be shown that. */
async function keptWhole(entry: Entry): Promise<Response | undefined> {
	try {
		// not by opening the copy: that would begin one, where all was just erased
		const kept = await caches.match(copy.getCacheKeyForURL(entry.url)!, { cacheName: copyName });
		return kept && (await isAsBuilt(entry, await kept.clone().arrayBuffer())) ? kept : undefined;
	} catch {
		// the browser cannot read it
		return undefined;
	}
}

const lookAfterMs = 3000;
const lookedAt = new Set<Entry>();
let waitingForLook: Entry[] = [];
/**
 * A file that a page just used is compared with what was built, once, a little later; a damaged one is fetched anew. It was sent
 * as it is: to read all of it first would make every page wait.
 */
function lookAt(entry: Entry | undefined, event: ExtendableEvent): void {
	if (!entry || lookedAt.has(entry)) return;
	lookedAt.add(entry);
	if (waitingForLook.push(entry) > 1) return;
	const looking = new Promise((resolve) => setTimeout(resolve, lookAfterMs)).then(async () => {
		const used = waitingForLook;
		waitingForLook = [];
		if (!(await caches.has(copyName))) return;
		for (const each of used) if (!(await keptWhole(each))) await keep([each]).catch(() => undefined);
	});
	event.waitUntil(looking);
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

/**
 * The key of the lock while Envol is open, in memory alone: between two pages nobody else has it (src/lib/platform/held-key.ts).
 * Pages that somebody is at say so every few seconds; a little later it is forgotten.
 */
let lockKey: unknown;
/** What Today shows at once while that is open (src/lib/domain/early-list.ts): it goes with the key. */
let earlyList: unknown;
let forgetting: ReturnType<typeof setTimeout> | undefined;
let lockedAt = -Infinity;
const keepsForMs = 20_000;
/** A page may not know yet that another one locked. */
const isJustLocked = () => performance.now() - lockedAt < 2_000;
function forgetKey(): void {
	clearTimeout(forgetting);
	lockKey = earlyList = undefined;
}
function keepKey(key: unknown, isNew: unknown): void {
	if (isJustLocked() && !isNew) return;
	clearTimeout(forgetting);
	forgetting = setTimeout(forgetKey, keepsForMs);
	// what was seen under another lock
	if (String(key) !== String(lockKey)) earlyList = undefined;
	lockKey = key;
}
/** To a page that opens. Without a key it is told whether any other page could have one. */
async function answerEarly(port: MessagePort | undefined): Promise<void> {
	const pages = lockKey ? [] : await self.clients.matchAll({ type: 'window' });
	port?.postMessage({ key: lockKey, list: earlyList, isAlone: pages.length < 2 });
}

/** What the pages tell of where a door leads (src/lib/platform/mirror.ts), for the next start of this worker. */
const doorCache = 'envol-door';
const doorKey = '/door';
/** One after the other, so that the last one stays. */
let keepingDoor: Promise<unknown> = Promise.resolve();
function keepDoor(words: unknown): Promise<unknown> {
	keepingDoor = keepingDoor
		.then(async () => {
			if (typeof words !== 'string') return caches.delete(doorCache);
			const cache = await caches.open(doorCache);
			if ((await (await cache.match(doorKey))?.text()) === words) return;
			// an old answer would lead to the wrong page, where the new one finds no room
			await cache.delete(doorKey);
			await cache.put(doorKey, new Response(words));
		})
		// without it the door goes on by script
		.catch(() => undefined);
	return keepingDoor;
}

// An update waits until the person accepts it. From a page with nothing to lose (Help, the doors), and with no other
// page open, it may activate quietly: old help numbers should not wait for an answer.
self.addEventListener('message', (event) => {
	const { type, key, isNew, words, list } = (event.data ?? {}) as Record<string, unknown>;
	if (type === 'LOCK_KEEP') keepKey(key, isNew);
	if (type === 'LOCK_ASK') event.ports[0]?.postMessage(lockKey);
	if (type === 'EARLY_ASK') event.waitUntil(answerEarly(event.ports[0]));
	// from a page that was asleep while another one locked: nothing of it is kept
	if (type === 'EARLY_KEEP' && lockKey) earlyList = list;
	if (type === 'LOCK_FORGET') {
		lockedAt = performance.now();
		forgetKey();
	}
	if (type === 'DOOR') event.waitUntil(keepDoor(words));
	if (type === 'SKIP_WAITING') void self.skipWaiting();
	if (type === 'SKIP_WAITING_IF_ALONE')
		event.waitUntil(
			self.clients
				.matchAll({ type: 'window', includeUncontrolled: true })
				.then((pages) => (pages.length <= 1 ? self.skipWaiting() : undefined))
		);
	if (type === 'TAKE_SHARED_PHOTOS') event.ports[0]?.postMessage(sharedPhotos.splice(0));
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

/** Why the page that was asked for does not show; the page for unknown addresses says it (NotHere.svelte). */
type Why =
	/** Nobody knows the address. */
	| 'missing'
	/** Something else came. */
	| 'foreign'
	/** It is not stored yet, and there is no network. */
	| 'away';

/** A page with the numbers to call, whatever happened to the copy. */
async function notHere(why: Why): Promise<Response> {
	const kept = await keptWhole(entryAt('/404.html')!);
	// each part says in data-why when it is shown
	const html = ((await kept?.text()) ?? lastResort).replace(
		/ data-why="([^"]+)"(?: hidden(?:="")?)?/g,
		(_, when: string) => (when.split(' ').includes(why) ? '' : ' hidden')
	);
	return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** A page that has not come after so long is not waited for. */
const answerLimitMs = 20_000;

/** What the network answers to somebody who goes to a page, however it leads there; undefined where there is none. */
async function answerFor(address: string): Promise<Response | 'foreign' | undefined> {
	const signal = AbortSignal.timeout(answerLimitMs);
	let hasNetwork = false;
	try {
		const answer = await fetch(address, { redirect: 'manual', signal });
		if (answer.type !== 'opaqueredirect') return answer;
		hasNetwork = true;
		// one that leads to another site fails
		return await copyResponse(await fetch(address, { signal }));
	} catch {
		return hasNetwork ? 'foreign' : undefined;
	}
}

/** Asks for a page that is not stored, or not whole. What is not a page of Envol, and all of it, is not shown. */
async function pageFromNetwork(url: URL, entry: Entry | undefined): Promise<Response> {
	const answer = await answerFor(url.href);
	if (!answer) return notHere(entry ? 'away' : 'missing');
	if (answer === 'foreign') return notHere('foreign');
	const type = typeOf(answer);
	if (isFileAddress(url.pathname) && answer.ok && !/html/i.test(type)) return answer;
	const bytes = await answer
		.clone()
		.arrayBuffer()
		.catch(() => new ArrayBuffer());
	if (!isEnvolPage(type, new TextDecoder().decode(bytes)))
		return notHere(entry || answer.status !== 404 ? 'foreign' : 'missing');
	if (entry && (await isAsBuilt(entry, bytes)))
		await caches
			.open(copyName)
			.then((cache) => cache.put(copy.getCacheKeyForURL(entry.url)!, answer.clone()))
			// no room: it is shown all the same
			.catch(() => undefined);
	return answer;
}

// a host that can clears everything with its answer; without a network the page of the copy does what a page can
registerRoute(
	({ request, url }) => request.mode === 'navigate' && url.pathname === '/erase/',
	async ({ request, url }) => {
		try {
			const answer = await fetch(request, { signal: AbortSignal.timeout(4000) });
			if (answer.ok && !answer.redirected && isEnvolPage(typeOf(answer), await answer.clone().text()))
				return answer;
		} catch {
			// no network
		}
		// the same page, at an address that no host answers like that
		return pageAt(new URL('/erased/', url));
	}
);

/** The page, as it is stored or as it comes; an address without its trailing slash leads there too. */
async function pageAt(url: URL): Promise<Response> {
	const entry = entryAt(url.pathname);
	const kept = entry && (await keptWhole(entry));
	if (kept) return kept;
	const slashed = new URL(`${url.pathname}/${url.search}`, url);
	if (!url.pathname.endsWith('/') && entryAt(slashed.pathname)) return Response.redirect(slashed.href, 302);
	return pageFromNetwork(url, entry);
}

/** Where a door leads, once a language was chosen; an address that asks for more than its door gets the door. */
async function wayOn({ pathname, search, hash }: URL): Promise<Response | undefined> {
	if (!doors.includes(pathname.slice(1)) || search || hash) return undefined;
	try {
		const told = await caches.match(doorKey, { cacheName: doorCache });
		const to = told && wayFromDoor(pathname, await told.text());
		return to ? Response.redirect(to, 302) : undefined;
	} catch {
		// the browser cannot read it
		return undefined;
	}
}

/** A link on the page that shows instead: whatever the network sends is shown, such as where to sign in. */
const through = 'through';

registerRoute(
	new NavigationRoute(async ({ request, url }) =>
		url.searchParams.has(through) ? fetch(request) : ((await wayOn(url)) ?? pageAt(url))
	)
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

/**
 * Photos that were shared to Envol, until the page for writing has taken them. In memory alone: nothing of them stays where nobody takes
 * them, whoever holds the device then.
 */
let sharedPhotos: File[] = [];
const photosWaitMs = 300_000;

// a copy or a photo that another app shares comes here, with or without a network: it is kept, and the page sent on to
registerRoute(
	sharedAt,
	async ({ request }) => {
		const form = await request.formData();
		const photos = form.getAll('photo').filter((each) => each instanceof File);
		if (photos.length > 0) {
			sharedPhotos = photos;
			setTimeout(() => {
				if (sharedPhotos === photos) sharedPhotos = [];
			}, photosWaitMs);
			return Response.redirect(`/${await openLang()}/hope/write/#shared`, 303);
		}
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

setCatchHandler(({ request }) =>
	request.mode === 'navigate' ? notHere('away') : Promise.resolve(Response.error())
);
