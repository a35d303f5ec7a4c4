import { parseClock, type Clock } from './clock';
import type { Row } from './compare';
import type { Key } from './entries';
import { clockKey, isJournaled } from './port';

/** What the database says, at one instant. */
export interface DatabaseRows {
	clock: Clock | undefined;
	/** False for one that was just made, in place of one that is gone. */
	isBorn: boolean;
	rows: readonly Row[];
}

/** How many records each table has; without the drafts, of which each is read, and the small records. */
export type Counts = ReadonlyMap<string, number>;

/** Which records to read: those of this list, or `all`; asked once the clock is known. */
export type Wanted = (
	clock: Clock | undefined,
	isBorn: boolean,
	counts: Counts
) => readonly (readonly [string, Key])[] | 'all';

export const isCounted = (table: string): boolean => !['ballast', 'drafts', 'settings'].includes(table);

function openDatabase(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
		opening.onblocked = () => reject(new DOMException('blocked', 'AbortError'));
		// looking must not make one
		opening.onupgradeneeded = () => opening.transaction?.abort();
	});
}

/**
 * Reads records straight from the database, in one transaction.
 * @throws DOMException when it cannot be opened or read
 */
export async function databaseRows(name: string, wanted: Wanted): Promise<DatabaseRows> {
	const db = await openDatabase(name);
	// never block a newer tab, or one that erases everything
	db.onversionchange = () => db.close();
	try {
		return await new Promise((resolve, reject) => {
			const names = [...db.objectStoreNames].filter((table) => table !== 'ballast');
			const transaction = db.transaction(names);
			let clock: Clock | undefined;
			let isBorn = false;
			const rows: Row[] = [];
			const readAll = (table: string) => {
				const store = transaction.objectStore(table);
				const reading = store.getAll();
				reading.onsuccess = () => {
					for (const value of reading.result as Record<string, unknown>[]) {
						const key = value[store.keyPath as string] as Key;
						if (isJournaled(table, key)) rows.push({ table, key, value });
					}
				};
			};
			const counts = new Map<string, number>();
			for (const table of names.filter(isCounted))
				transaction.objectStore(table).count().onsuccess = ({ target }) =>
					counts.set(table, (target as IDBRequest<number>).result);
			const settings = transaction.objectStore('settings');
			const asking = settings.get(clockKey);
			settings.get('born').onsuccess = ({ target }) => {
				isBorn = (target as IDBRequest).result !== undefined;
				clock = parseClock((asking.result as { value?: unknown } | undefined)?.value);
				const keys = wanted(clock, isBorn, counts);
				if (keys === 'all') return names.forEach(readAll);
				// words that were typed while a page closed: never in the running checksum
				readAll('drafts');
				for (const [table, key] of keys) {
					if (table === 'drafts' || !names.includes(table) || !isJournaled(table, key)) continue;
					const reading = transaction.objectStore(table).get(key);
					reading.onsuccess = () => rows.push({ table, key, value: reading.result });
				}
			};
			transaction.oncomplete = () => resolve({ clock, isBorn, rows });
			transaction.onabort = transaction.onerror = () => reject(transaction.error);
		});
	} finally {
		db.close();
	}
}
