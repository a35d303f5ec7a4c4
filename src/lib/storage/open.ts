import { createDatabase, databaseName, schemaVersion } from './database';
import { createRepositories } from './repositories';
import { reasonOf, storageError } from './storage-error';
import type { Storage, StorageReason } from './types';
import { createWrite, keepBallast } from './write';
import { createWriteAhead } from './write-ahead';

/** After longer than this, a person thinks that the page is broken. */
const openLimitMs = 2000;
/** A tab that blocks erasing for longer will not close its connection by itself. */
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
 * @param hadData whether the device remembers (outside the database) that something was stored here before
 * @param isLeaving whether the page may be gone at any moment
 */
export async function openStorage(
	hadData: boolean,
	name = databaseName,
	isLeaving = () => false
): Promise<Storage> {
	const db = createDatabase(name);
	let closed: 'newer' | 'erased' | undefined;
	const listeners = new Set<(reason: StorageReason) => void>();
	const roomListeners = new Set<(isFull: boolean) => void>();
	const tellRoom = (isFull: boolean) => {
		for (const listener of roomListeners) listener(isFull);
	};
	const lookForRoom = async () => {
		if (!closed) tellRoom(!(await keepBallast(db)));
	};
	const close = (reason: 'newer' | 'erased') => {
		closed = reason;
		db.close({ disableAutoOpen: true });
		for (const listener of listeners) listener(reason);
	};
	// never block a newer tab, or one that erases everything
	db.on('versionchange', (event) => {
		close(event.newVersion === null ? 'erased' : 'newer');
		// Dexie's default would let the next live query reopen, and so recreate, the database
		return false;
	});

	try {
		await within(openLimitMs, db.open());
		// IndexedDB would open newer data without an error, and our writes would be lost on the newer version
		if (Math.floor(db.backendDB().version / 10) > schemaVersion) throw storageError('newer');
		const write = createWrite(
			db,
			() => closed,
			() => tellRoom(true)
		);
		const born = await within(openLimitMs, db.settings.get('born'));
		if (!born)
			await within(
				openLimitMs,
				write([db.settings], () => db.settings.put({ key: 'born', value: true }))
			);
		const ahead = createWriteAhead(db, write, isLeaving);
		const repositories = createRepositories(db, write, ahead);
		// where there is no space now, a later visit does it
		await within(openLimitMs, ahead.makeUp()).catch(() => undefined);
		setTimeout(() => void lookForRoom(), 5000);
		return {
			isDurable: true,
			seemsLost: hadData && !born,
			...repositories,
			onClosed: (listener) => void listeners.add(listener),
			onRoom: (listener) => void roomListeners.add(listener),
			lookForRoom,
			erase: async () => {
				const before = closed;
				closed = 'erased';
				try {
					await within(eraseLimitMs, db.delete({ disableAutoOpen: true }));
				} catch (error) {
					// nothing was erased, so writing must go on
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
