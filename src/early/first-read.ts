import type { EarlyList } from '../lib/domain/early-list';
import { keptList } from './kept-list';
import { readOnce } from './read-once';

/**
 * The first read: the steps, the days that the list looks back at, and the hard day, begun before any file of the app is asked for.
 * The app wakes with them, and opens its database after its first frame. See src/lib/platform/first-read.ts. Told
 * first is what is to be shown before that: the list that waits in the page.
 */
export function begin(): void {
	let tell: (list: Partial<EarlyList>) => void;
	window.envolEarlyList = new Promise((resolve) => (tell = resolve));
	window.envolFirstRead = readOnce(['steps', 'days', 'settings'], (reading) => {
		void keptList(reading).then(tell);
		const steps = reading.objectStore('steps').getAll();
		const hardDay = reading.objectStore('settings').get('hardDay');
		let days: IDBRequest;
		let from: string;
		steps.onsuccess = () => {
			const week = Date.now() - 8 * 86_400_000;
			const once = steps.result.filter(({ frequency }) => frequency.kind === 'once');
			const first = Math.min(week, ...once.map(({ createdAt }) => createdAt - 2 * 86_400_000));
			from = new Date(Math.max(0, first)).toISOString().slice(0, 10);
			days = reading.objectStore('days').getAll(IDBKeyRange.lowerBound(from));
		};
		return () =>
			steps.result.length > 0
				? { steps: steps.result, days: days.result, from: from as never, hardDay: hardDay.result?.value }
				: undefined;
	});
}
