// The first read: the steps, the days that the list looks back at, and the hard day, in one plain transaction, begun before any
// file of the app is asked for. The app wakes with them, and opens its database after its first frame; whatever is unusual
// (no database, another version, no steps, trouble) is left to it. See src/lib/platform/first-read.ts.
(function () {
	/** @type {any} */
	let read;
	try {
		if (!localStorage.getItem('envol.born')) return;
		const named = localStorage.getItem('envol.database') ?? '';
		const opening = indexedDB.open(/^envol-\d{1,6}$/.test(named) ? named : 'envol');
		window.envolFirstRead = new Promise((resolve) => (read = resolve));
		const nothing = () => read();
		opening.onerror = opening.onblocked = nothing;
		// there was no database after all: looking must not create one
		opening.onupgradeneeded = () => opening.transaction?.abort();
		opening.onsuccess = () => {
			const db = opening.result;
			db.onversionchange = () => db.close();
			try {
				if (Math.floor(db.version / 10) !== Number('SCHEMA_VERSION')) throw 0;
				const reading = db.transaction(['steps', 'days', 'settings']);
				const steps = reading.objectStore('steps').getAll();
				const hardDay = reading.objectStore('settings').get('hardDay');
				/** @type {any} */
				let days;
				/** @type {any} */
				let from;
				steps.onsuccess = () => {
					const week = Date.now() - 8 * 86_400_000;
					const once = steps.result.filter(({ frequency }) => frequency.kind === 'once');
					const first = Math.min(week, ...once.map(({ createdAt }) => createdAt - 2 * 86_400_000));
					from = new Date(Math.max(0, first)).toISOString().slice(0, 10);
					days = reading.objectStore('days').getAll(IDBKeyRange.lowerBound(from));
				};
				reading.oncomplete = () => {
					db.close();
					const isUsual = steps.result.length > 0;
					read(
						isUsual
							? { steps: steps.result, days: days.result, from, hardDay: hardDay.result?.value }
							: undefined
					);
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
		read?.();
	}
})();
