import { schemaVersion } from '$lib/storage/database';
import type { Observable } from '$lib/storage/types';

let count = 0;

/** A name that no other test uses. */
export function freshName(): string {
	return `envol-test-${process.pid}-${++count}`;
}

/** What the source tells first. */
export function latest<T>(source: Observable<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const subscription = source.subscribe({
			next: (value) => {
				resolve(value);
				queueMicrotask(() => subscription.unsubscribe());
			},
			error: reject
		});
	});
}

/** Follows a source; `until` waits for a value that fits. */
export function follow<T>(source: Observable<T>) {
	const seen: T[] = [];
	let told: (() => void) | undefined;
	const subscription = source.subscribe({
		next: (value) => {
			seen.push(value);
			told?.();
		}
	});
	return {
		seen,
		until: (fits: (value: T) => boolean) =>
			new Promise<T>((resolve) => {
				const look = () => {
					const last = seen.at(-1);
					if (seen.length > 0 && fits(last as T)) resolve(last as T);
				};
				told = look;
				look();
			}),
		stop: () => subscription.unsubscribe()
	};
}

/** The browser's own database, opened without our code. */
export function openRaw(
	name: string,
	version?: number,
	upgrade?: (db: IDBDatabase) => void
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, version);
		request.onupgradeneeded = () => upgrade?.(request.result);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});
}

/** All rows of all stores. */
export async function rowsOf(db: IDBDatabase): Promise<Record<string, unknown[]>> {
	const names = [...db.objectStoreNames];
	if (names.length === 0) return {};
	const transaction = db.transaction(names);
	const rows = names.map(
		(name) =>
			new Promise<[string, unknown[]]>((resolve, reject) => {
				const request = transaction.objectStore(name).getAll();
				request.onsuccess = () => resolve([name, request.result as unknown[]]);
				request.onerror = () => reject(request.error);
			})
	);
	return Object.fromEntries(await Promise.all(rows));
}

/** The database as a newer Envol leaves it: what we know, and something more. */
export function openNewer(name: string): Promise<IDBDatabase> {
	return openRaw(name, (schemaVersion + 1) * 10, (db) => {
		const keys = { days: 'day', steps: 'id', drafts: 'key', settings: 'key', ballast: 'id', newer: 'id' };
		for (const [store, keyPath] of Object.entries(keys))
			if (!db.objectStoreNames.contains(store)) db.createObjectStore(store, { keyPath });
	});
}
