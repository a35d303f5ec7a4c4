import { mirroredDatabase } from './mirror';

/** Deletes a database without opening it. Resolves to true only once the browser confirmed it. */
export function deleteDatabase(name = mirroredDatabase(), withinMs = 3000): Promise<boolean> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(false), withinMs);
		try {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve(true);
			request.onerror = () => resolve(false);
			request.onblocked = () => resolve(false);
		} catch {
			// storage is forbidden here, so nothing says that it is empty
			resolve(false);
		}
	});
}
