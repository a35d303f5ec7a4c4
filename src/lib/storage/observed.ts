import { liveQuery } from 'dexie';
import type { Observable } from './types';

/** Follows what is read, in this tab and all others. */
export function observed<T>(read: () => Promise<T>): Observable<T> {
	const source = liveQuery(read);
	return { subscribe: (observer) => source.subscribe(observer), first: async () => read() };
}
