/** Where the worker lays a file that was shared to Envol, until it was read; the same names stand in `src/sw.ts`. */
const shelf = 'envol-shared-file';
const place = '/copy/shared';

interface LaunchQueue {
	setConsumer(consumer: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** The file that was shared to Envol and not read yet. It stays until `forgetSharedFile`. */
async function sharedFile(): Promise<Blob | undefined> {
	try {
		const kept = await caches.match(place, { cacheName: shelf });
		return await kept?.blob();
	} catch {
		// no caches here: nothing can have been shared
		return undefined;
	}
}

/** Calls back with a file that opened Envol by a tap on it, or that was shared to it. */
export async function onFileFromOutside(take: (file: Blob) => void): Promise<void> {
	(window as { launchQueue?: LaunchQueue }).launchQueue?.setConsumer(({ files = [] }) => {
		// one that was moved away meanwhile is chosen by hand
		void files[0]?.getFile().then(take, () => undefined);
	});
	const shared = await sharedFile();
	if (shared) take(shared);
}

/** It was read, or everything is erased: nothing of it stays. */
export async function forgetSharedFile(): Promise<void> {
	try {
		await caches.delete(shelf);
	} catch {
		// no caches here
	}
}

/** The photos that were shared to Envol and not taken yet. The worker has them in memory alone; from now on it has none. */
export function takeSharedPhotos(): Promise<File[]> {
	// a visitor session knows of no worker
	const worker = 'serviceWorker' in navigator && navigator.serviceWorker.controller;
	if (!worker) return Promise.resolve([]);
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data as File[]);
		worker.postMessage({ type: 'TAKE_SHARED_PHOTOS' }, [port2]);
	});
}
