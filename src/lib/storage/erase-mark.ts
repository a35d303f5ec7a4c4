/**
 * There while all is being erased: where the browser ends in between, the next start finds it and goes on. An empty database, since
 * `localStorage` is written seconds after it was told. No number, so that it is not taken for one with words, and goes after those.
 */
const markName = 'envol-erasing';
/** After this long the browser does not answer. */
const markLimitMs = 3000;

/** @returns whether the browser answered in time */
function answered(ask: () => IDBOpenDBRequest): Promise<boolean> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(false), markLimitMs);
		try {
			const request = ask();
			request.onsuccess = () => {
				request.result?.close?.();
				resolve(true);
			};
			request.onerror = request.onblocked = () => resolve(false);
		} catch {
			// forbidden here
			resolve(false);
		}
	});
}

/** An erase begins; where the mark cannot be made, without one. */
export const markErasing = (): Promise<boolean> => answered(() => indexedDB.open(markName));

/** It is over, or nothing was erased. */
export const unmarkErasing = (): Promise<boolean> => answered(() => indexedDB.deleteDatabase(markName));

/** An erase began, and is not over; false where the browser does not tell. */
export async function isErasing(): Promise<boolean> {
	try {
		const late = new Promise<never>((_, reject) => setTimeout(reject, markLimitMs));
		return (await Promise.race([indexedDB.databases(), late])).some(({ name }) => name === markName);
	} catch {
		return false;
	}
}
