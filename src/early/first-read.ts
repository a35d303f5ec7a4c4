import type { EarlyList } from '../lib/domain/early-list';
import { keptList } from './kept-list';
import { lookBack } from './look-back';
import { readOnce } from './read-once';

/**
 * The first read: the steps, the days that the list looks back at, and the hard day, begun before any file of the app is asked for.
 * The app wakes with them, and opens its database after its first frame. See src/lib/platform/first-read.ts. Told
 * first is what is to be shown before that: the list that waits in the page. Under a lock, a script of its own does the same.
 */
export function begin(): void {
	try {
		if (localStorage.getItem('envol.lock')) {
			const script = '/_app/held.js';
			const asked = import(script).then(
				() => window.envolHeld,
				() => undefined
			);
			window.envolEarlyList = asked.then((held) => held?.list ?? {});
			window.envolFirstRead = asked.then((held) => held?.first);
			return;
		}
	} catch {
		// storage is blocked
	}
	let tell: (list: Partial<EarlyList>) => void;
	window.envolEarlyList = new Promise((resolve) => (tell = resolve));
	window.envolFirstRead = readOnce(['steps', 'days', 'settings'], (reading) => {
		void keptList(reading).then(tell);
		const steps = reading.objectStore('steps').getAll();
		const hardDay = reading.objectStore('settings').get('hardDay');
		let days: IDBRequest;
		let from: string;
		steps.onsuccess = () => {
			from = lookBack(steps.result);
			days = reading.objectStore('days').getAll(IDBKeyRange.lowerBound(from));
		};
		return () =>
			steps.result.length > 0
				? { steps: steps.result, days: days.result, from: from as never, hardDay: hardDay.result?.value }
				: undefined;
	});
}
