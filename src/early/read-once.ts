import { isLockedVersion, schemaVersion } from '../lib/storage/schema-version';

/**
 * Reads in one plain transaction, while the files of the app are still on their way. Whatever is unusual (no database, another
 * version, trouble) resolves to undefined: it is left to the app, which opens its database with every check it makes.
 * @param begin asks for what it needs, and returns what that came to, called once all of it was read
 * @param isLocked it is to be under a lock, whose rows are sealed: otherwise that is left to the app too
 */
export function readOnce<T>(
	stores: readonly string[],
	begin: (reading: IDBTransaction) => () => T | undefined,
	isLocked = false
): Promise<T | undefined> {
	return new Promise((resolve) => {
		const nothing = () => resolve(undefined);
		try {
			const isElse = isLocked !== Boolean(localStorage.getItem('envol.lock'));
			if (!localStorage.getItem('envol.born') || isElse) return nothing();
			const named = localStorage.getItem('envol.database') ?? '';
			const opening = indexedDB.open(/^envol-\d{1,6}$/.test(named) ? named : 'envol');
			opening.onerror = opening.onblocked = nothing;
			// there was no database after all: looking must not create one
			opening.onupgradeneeded = () => opening.transaction?.abort();
			opening.onsuccess = () => {
				const db = opening.result;
				db.onversionchange = () => db.close();
				try {
					const isKnown = isLocked
						? isLockedVersion(db.version)
						: Math.floor(db.version / 10) === schemaVersion;
					if (!isKnown) throw 0;
					const reading = db.transaction(stores);
					const found = begin(reading);
					reading.oncomplete = () => {
						db.close();
						resolve(found());
					};
					reading.onabort = nothing;
					// the page may be stored for the way back, and an open transaction with it: later pages would wait for it
					addEventListener('pagehide', () => {
						try {
							reading.abort();
						} catch {
							// it is done
						}
					});
				} catch {
					db.close();
					nothing();
				}
			};
		} catch {
			// blocked: the app says so
			nothing();
		}
	});
}
