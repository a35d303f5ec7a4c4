import { hadData } from './mirror';

/** The page on which Erase ends; a host that can answers it with Clear-Site-Data (see docs/hosting). */
export const erasedPage = '/erase/';
const markKey = 'envol.erased';

/** Everything was erased: the page on which Erase ends removes Envol itself too. */
export function markErased(): void {
	// the browser may store this page for the way back: it shows nothing then, as any page from before (see src/boot.js)
	document.documentElement.dataset.kept = '';
	try {
		sessionStorage.clear();
		sessionStorage.setItem(markKey, '1');
	} catch {
		// forbidden: then only the pages of Envol stay
	}
}

/** A link from elsewhere leads here too, and must remove nothing. */
function wasMarked(): boolean {
	try {
		const was = sessionStorage.getItem(markKey) !== null;
		if (was) sessionStorage.clear();
		return was;
	} catch {
		return false;
	}
}

/** The caches of Envol: its offline copies end with the place of its worker. Another app at this address keeps its own. */
async function ownCaches(): Promise<string[]> {
	const names = await caches.keys();
	return names.filter(
		(name) => name.startsWith('envol') || name.endsWith(`-precache-v2-${location.origin}/`)
	);
}

/** Removes the offline copy and the worker. True only if nothing of them is left. */
async function removeEnvol(): Promise<boolean> {
	try {
		// the worker first: one that is still storing pages would begin its cache again
		const registrations = await navigator.serviceWorker.getRegistrations();
		const own = registrations.filter(({ scope }) => scope === `${location.origin}/`);
		const gone = await Promise.all(own.map((registration) => registration.unregister()));
		for (let tries = 0; tries < 50; tries++) {
			for (const name of await ownCaches()) await caches.delete(name);
			// what it had begun to store may still come, on a slow device for some seconds
			await new Promise((resolve) => setTimeout(resolve, 100));
			if ((await ownCaches()).length === 0) return gone.every(Boolean);
		}
		return false;
	} catch {
		// a browser without caches and workers has none to remove
		return !('caches' in globalThis);
	}
}

/** @param isMarked whether an erase has just ended: where the browser cannot list what is kept, that alone can be believed */
async function isAnythingKept(isMarked: boolean): Promise<boolean> {
	if (hadData()) return true;
	try {
		return (await indexedDB.databases()).some(({ name }) => name?.startsWith('envol'));
	} catch {
		return !isMarked;
	}
}

/** After a visitor session, where nobody else keeps anything: not even the pages of Envol stay, which its door brought. */
export async function endVisit(): Promise<void> {
	if (!(await isAnythingKept(false))) await removeEnvol();
	document.documentElement.dataset.over = '';
}

/** Ends an erase, and says on the page what is true on this device. */
export async function endErase(): Promise<void> {
	const isMarked = wasMarked();
	if (await isAnythingKept(isMarked)) return;
	// until it is known, the page says neither that nothing was erased nor that all is gone
	document.documentElement.dataset.erased = 'going';
	document.documentElement.dataset.erased = !isMarked || (await removeEnvol()) ? 'gone' : 'partly';
}
