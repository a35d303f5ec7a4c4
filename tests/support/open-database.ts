import { readFileSync } from 'node:fs';
import { schemaVersion } from '$lib/storage/database';
import type { Followable } from '$lib/storage/types';

let count = 0;

/** A name that no other test uses. */
export function freshName(): string {
	return `envol-test-${process.pid}-${++count}`;
}

/** The first value that the source delivers. */
export function latest<T>(source: Followable<T>): Promise<T> {
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
export function follow<T>(source: Followable<T>) {
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

interface Shape {
	version: number;
	stores: Record<string, { keyPath: string; autoIncrement: boolean; indexes: string[] }>;
}

/** The schema of every version that was ever released, oldest first. */
export const shapes: Shape[] = Array.from({ length: schemaVersion }, (_, i) =>
	JSON.parse(readFileSync(`tests/support/schema-v${i + 1}.json`, 'utf8'))
);

/** Makes the stores of a shape, without our code. */
export function makeStores(db: IDBDatabase, { stores }: Shape): void {
	for (const [store, { keyPath, autoIncrement, indexes }] of Object.entries(stores)) {
		if (db.objectStoreNames.contains(store)) continue;
		const made = db.createObjectStore(store, { keyPath, autoIncrement });
		for (const index of indexes)
			made.createIndex(index, index.startsWith('[') ? index.slice(1, -1).split('+') : index);
	}
}

/** The database as a newer Envol leaves it: the known stores, and one more. */
export function openNewer(name: string): Promise<IDBDatabase> {
	return openRaw(name, (schemaVersion + 1) * 10, (db) => {
		makeStores(db, shapes.at(-1)!);
		if (!db.objectStoreNames.contains('newer')) db.createObjectStore('newer', { keyPath: 'id' });
	});
}
