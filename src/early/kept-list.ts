import type { EarlyList } from '../lib/domain/early-list';
import { unveiled } from '../lib/platform/veil';

/**
 * The list that waits in the page, opened by the key that lies in the database: beside one that is under a lock by now, or gone, it
 * cannot be read. An empty one then.
 * @param reading of the settings, among others
 */
export function keptList(reading: IDBTransaction): Promise<Partial<EarlyList>> {
	return new Promise((resolve) => {
		const key = reading.objectStore('settings').get('veil') as IDBRequest<{ value: string } | undefined>;
		key.onsuccess = () =>
			unveiled(localStorage['envol.early-list'] as string, key.result?.value)
				.then(JSON.parse)
				.then(resolve, () => resolve({}));
	});
}
