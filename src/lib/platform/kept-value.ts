import { isDatabaseThere } from './database-there';
import { mirroredDatabase } from './mirror';

/**
 * Reads one small record straight from the database, for a page without the app. Never creates a database, never
 * blocks another tab, never throws; undefined when there is nothing, or it cannot be read.
 */
export async function keptValue(key: string): Promise<unknown> {
	try {
		const name = mirroredDatabase();
		if ((await isDatabaseThere(name)) === false) return undefined;
		return await new Promise((resolve) => {
			const opening = indexedDB.open(name);
			opening.onerror = opening.onblocked = () => resolve(undefined);
			// there was no database after all: looking must not create one
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
