import { storageError } from './storage-error';

/** Another tab closes its connection at once when it is asked to; what takes longer is trouble. */
const deleteLimitMs = 5000;
/** "Erase everything" takes it away too, by its name, should a page end in between. */
const scratchName = (base: string) => `${base}-0`;

function done(request: IDBOpenDBRequest): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(storageError('slow')), deleteLimitMs);
		request.onsuccess = () => {
			clearTimeout(timer);
			request.result?.close?.();
			resolve();
		};
		request.onerror = () => {
			clearTimeout(timer);
			reject(storageError('failed', request.error));
		};
	});
}

/** Makes the browser put its own files in order: an empty database comes and goes. */
async function settleFiles(base: string): Promise<void> {
	await done(indexedDB.open(scratchName(base), 1));
	await done(indexedDB.deleteDatabase(scratchName(base)));
}

/**
 * Deletes a database, and as far as a page can, what the browser leaves of it in its files. Chromium writes what is deleted and that
 * it is deleted into a log, one beside the other, and leaves out what is gone only when it puts an older file and a newer one together:
 * so first the log goes into a file of its own, and after the deletion what is left over is taken away. Measured:
 * docs/decisions/0017-the-lock.md.
 * @throws StorageError when it is still there
 */
export async function deleteForGood(name: string): Promise<void> {
	const base = name.replace(/-\d+$/, '');
	await settleFiles(base).catch(() => undefined);
	await done(indexedDB.deleteDatabase(name));
	await settleFiles(base).catch(() => undefined);
	await settleFiles(base).catch(() => undefined);
}
