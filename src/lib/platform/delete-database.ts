/** Deletes a database without opening it. True only once the browser said that it is gone. */
export function deleteDatabase(name = 'envol', withinMs = 3000): Promise<boolean> {
	return new Promise((resolve) => {
		setTimeout(() => resolve(false), withinMs);
		try {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve(true);
			request.onerror = () => resolve(false);
			request.onblocked = () => resolve(false);
		} catch {
			// storage is forbidden here: nothing says that it is empty
			resolve(false);
		}
	});
}
