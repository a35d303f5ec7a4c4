import { isDatabaseThere } from './database-there';

/**
 * One small record as it lies in the database, for a page that comes without the app. Never makes a database, never
 * stands in the way of another tab, never throws; undefined when there is nothing, or it cannot be read.
 */
export async function keptValue(key: string): Promise<unknown> {
	try {
		if ((await isDatabaseThere('envol')) === false) return undefined;
		return await new Promise((resolve) => {
			const opening = indexedDB.open('envol');
			opening.onerror = opening.onblocked = () => resolve(undefined);
			// it was not there after all: it must not be there because somebody looked
			opening.onupgradeneeded = () => opening.transaction?.abort();
			opening.onsuccess = () => {
				const db = opening.result;
				db.onversionchange = () => db.close();
				const done = (value: unknown) => {
					db.close();
					resolve(value);
				};
				try {
					const reading = db.transaction('settings').objectStore('settings').get(key);
					reading.onsuccess = () => done((reading.result as { value?: unknown } | undefined)?.value);
					reading.onerror = () => done(undefined);
				} catch {
					done(undefined);
				}
			};
		});
	} catch {
		return undefined;
	}
}
