import type { Draft } from './types';
import { storageError } from './storage-error';

/** How rows of drafts are stored in a database under a lock. */
export const draftsUnderLock = new WeakMap<object, (draft: Draft) => object>();

/**
 * Writes a draft into the database of a newer Envol, whatever its version: this page may write nothing else there.
 * The newer Envol offers it, as any draft that a page left behind.
 * @throws StorageError 'newer' where there is no table of drafts any more, or it cannot be written
 */
export function saveLate(db: { name: string }, draft: Draft): Promise<void> {
	return new Promise((resolve, reject) => {
		const refuse = (cause?: unknown) => reject(storageError('newer', cause));
		try {
			const opening = indexedDB.open(db.name);
			opening.onerror = () => refuse(opening.error);
			// there is no database: it must not be made by an older Envol
			opening.onupgradeneeded = () => opening.transaction?.abort();
			opening.onsuccess = () => {
				const newer = opening.result;
				newer.onversionchange = () => newer.close();
				try {
					const transaction = newer.transaction('drafts', 'readwrite', { durability: 'strict' });
					transaction.oncomplete = () => resolve();
					transaction.onabort = () => refuse(transaction.error);
					transaction.objectStore('drafts').put(draftsUnderLock.get(db)?.(draft) ?? draft);
					// the page may go before it hears that the write is done
					transaction.commit?.();
				} catch (error) {
					refuse(error);
				}
				newer.close();
			};
		} catch (error) {
			refuse(error);
		}
	});
}
