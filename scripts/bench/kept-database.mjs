/**
 * Gives a page `openKept(schema)`: opens Envol's database as a version of it was, before the app does, so that a bench can fill
 * it. Call it before the page is opened.
 * @param {import('@playwright/test').Page} page
 */
export function canOpenKept(page) {
	return page.addInitScript(() => {
		/** @param {{ version: number, stores: Record<string, { keyPath: string, autoIncrement: boolean, indexes: string[] }> }} schema */
		const openKept = ({ version, stores }) =>
			new Promise((resolve) => {
				// Dexie multiplies versions by ten
				const opening = indexedDB.open('envol', version * 10);
				opening.onupgradeneeded = () => {
					for (const [name, { indexes, ...store }] of Object.entries(stores)) {
						const made = opening.result.createObjectStore(name, store);
						for (const index of indexes)
							made.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
					}
				};
				opening.onsuccess = () => resolve(opening.result);
			});
		Object.assign(globalThis, { openKept });
	});
}
