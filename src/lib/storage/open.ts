import { createDatabase, databaseName, schemaVersion } from './database';
import { createRepositories } from './repositories';
import { reasonOf, storageError } from './storage-error';
import type { Storage, StorageReason } from './types';
import { createWrite, keepBallast } from './write';
import { createWriteAhead } from './write-ahead';

/** Longer than this and a person thinks the page is broken. */
const openLimitMs = 2000;
/** A tab that stays in the way of an erase for longer will not go by itself. */
const eraseLimitMs = 3000;

function within<T>(ms: number, work: PromiseLike<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(storageError('slow')), ms);
		void Promise.resolve(work)
			.then(resolve, reject)
			.finally(() => clearTimeout(timer));
	});
}

/**
 * Opens the person's data in this browser.
 * @param hadData the device remembers (outside the database) that something was kept here before
 * @param isLeaving the page may be gone at any moment
 * @throws StorageError within two seconds, whatever the browser does
 */
export async function openStorage(
	hadData: boolean,
	name = databaseName,
	isLeaving = () => false
): Promise<Storage> {
	const db = createDatabase(name);
	let closed: 'newer' | 'erased' | undefined;
	const listeners = new Set<(reason: StorageReason) => void>();
	const close = (reason: 'newer' | 'erased') => {
		closed = reason;
		db.close({ disableAutoOpen: true });
		for (const listener of listeners) listener(reason);
	};
	// never stand in the way of a newer tab, nor of an erase
	db.on('versionchange', (event) => {
		close(event.newVersion === null ? 'erased' : 'newer');
		// Dexie's own answer would let the next live query open, and so make, the database again
		return false;
	});

	try {
		await within(openLimitMs, db.open());
		// newer data opens without a murmur: our writes would be lost on the newer version
		if (Math.floor(db.backendDB().version / 10) > schemaVersion) throw storageError('newer');
		const write = createWrite(db, () => closed);
		const born = await within(openLimitMs, db.settings.get('born'));
		if (!born)
			await within(
				openLimitMs,
				write([db.settings], () => db.settings.put({ key: 'born', value: true }))
			);
		const ahead = createWriteAhead(db, write, isLeaving);
		const repositories = createRepositories(db, write, ahead);
		// where there is no room now, a later visit does it
		await within(openLimitMs, ahead.makeUp()).catch(() => undefined);
		setTimeout(() => void (closed ? undefined : keepBallast(db)), 5000);
		return {
			isDurable: true,
			seemsLost: hadData && !born,
			...repositories,
			onClosed: (listener) => void listeners.add(listener),
			erase: async () => {
				const before = closed;
				closed = 'erased';
				try {
					await within(eraseLimitMs, db.delete({ disableAutoOpen: true }));
				} catch (error) {
					// nothing was erased: what is here must go on being kept
					closed = before;
					if (!before) await within(openLimitMs, db.open()).catch(() => undefined);
					throw storageError(reasonOf(error), error);
				}
			}
		};
	} catch (error) {
		db.close({ disableAutoOpen: true });
		throw storageError(reasonOf(error), error);
	}
}
