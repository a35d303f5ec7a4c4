import { storageError } from './storage-error';

/** Another tab closes its connection at once when it is asked to; what takes longer is trouble. */
const deleteLimitMs = 5000;
/** An empty database is worth no long waiting. */
const scratchLimitMs = 1500;
/**
 * The browser takes the rows of a deleted database away a moment after it said that it is gone, and does half of that where more is
 * asked of it meanwhile.
 */
export const rest = { ms: 200 };
/** "Erase everything" takes these away too, by their names, should a page end in between. */
const scratchNames = (base: string) => ['0', '00', '000', '0000'].map((each) => `${base}-${each}`);

function done(request: IDBOpenDBRequest, withinMs: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(storageError('slow')), withinMs);
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

async function makeAnew(name: string): Promise<void> {
	await done(indexedDB.deleteDatabase(name), scratchLimitMs);
	await done(indexedDB.open(name, 1), scratchLimitMs);
}

async function drop(name: string, withinMs = scratchLimitMs): Promise<void> {
	await done(indexedDB.deleteDatabase(name), withinMs);
	await new Promise((resolve) => setTimeout(resolve, rest.ms));
}

/**
 * Deletes a database, and as far as a page can, what the browser leaves of it in its files. Chromium writes what is deleted and that
 * it is deleted into a log, one beside the other, and leaves out what is gone only when it puts an older file and a newer one together;
 * that it does as a database is deleted, with the files that have something of that one. So empty ones are made first: one goes before,
 * and the log becomes a file; the others go after, one by one, and each time all files are put together once more, and older ones
 * deleted. Measured: docs/decisions/0017-the-lock.md.
 * @throws StorageError when it is still there
 */
export async function deleteForGood(name: string, withinMs = deleteLimitMs): Promise<void> {
	const [first, ...others] = scratchNames(name.replace(/-\d+$/, '')) as [string, ...string[]];
	try {
		for (const each of [first, ...others]) await makeAnew(each);
		await drop(first);
	} catch {
		// it goes all the same
	}
	await drop(name, withinMs);
	try {
		for (const each of others) await drop(each);
	} catch {
		// as above
	}
}
