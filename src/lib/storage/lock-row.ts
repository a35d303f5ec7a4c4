import type { LockRecord } from '$lib/lock/record';
import { isLockedVersion, lockedVersion } from './schema-version';
import { nameAfter } from './database-name';
import { lockKey } from './lock-keys';
import { storageError } from './storage-error';

/*
 * The record of the lock, read and written straight in the database: before there is a key, and in the change of its version that
 * closes it in every tab.
 */

/** Another tab closes its connection at once when it is asked to. */
const markLimitMs = 5000;
/** Where so many names are taken, something else is wrong. */
const mostNames = 20;

/** Whether a database of that version is opened as one under a lock. */
export const readsWith = isLockedVersion;

function opening(name: string, version?: number): IDBOpenDBRequest {
	const request = indexedDB.open(name, version);
	// looking must not make one
	if (version === undefined) request.onupgradeneeded = () => request.transaction?.abort();
	return request;
}

function openedBy(request: IDBOpenDBRequest): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => {
			request.result.onversionchange = () => request.result.close();
			resolve(request.result);
		};
		request.onerror = () => reject(request.error);
	});
}

function complete(transaction: IDBTransaction): Promise<void> {
	return new Promise((resolve, reject) => {
		transaction.oncomplete = () => resolve();
		transaction.onabort = transaction.onerror = () => reject(transaction.error);
	});
}

/**
 * The record as it is stored; undefined where there is none.
 * @throws DOMException when the database cannot be opened or read, or there is none
 */
export async function peekLock(name: string): Promise<{ value: unknown; version: number } | undefined> {
	const db = await openedBy(opening(name));
	try {
		const reading = db.transaction('settings').objectStore('settings').get(lockKey);
		return await new Promise((resolve, reject) => {
			reading.onsuccess = () => {
				const row = reading.result as { value?: unknown } | undefined;
				resolve(row && { value: row.value, version: db.version });
			};
			reading.onerror = () => reject(reading.error);
		});
	} finally {
		db.close();
	}
}

async function versionOf(name: string): Promise<number> {
	const db = await openedBy(opening(name));
	const { version } = db;
	db.close();
	return version;
}

/**
 * A name for another database that nothing has yet: one may be left over from another time, and its rows would be taken for moved
 * ones.
 * @throws StorageError
 */
export async function freeName(name: string): Promise<string> {
	let next = name;
	for (let tries = 0; tries < mostNames; tries += 1) {
		next = nameAfter(next);
		const isThere = await versionOf(next).then(
			() => true,
			// one that cannot be opened is there too
			(error: unknown) => (error as DOMException | null)?.name !== 'AbortError'
		);
		if (!isThere) return next;
	}
	throw storageError('failed', new Error('no name is free'));
}

/**
 * Writes the record together with another version of the database: every tab that has it open closes it first, and none writes there
 * any more.
 * @throws StorageError
 */
export async function markLock(name: string, record: LockRecord): Promise<void> {
	const before = await versionOf(name);
	const next = isLockedVersion(before + 1) ? before + 1 : lockedVersion * 10;
	// after so many changes of this one database there is no version left: the tabs are closed already, as far as can be known
	const request = opening(name, Math.max(next, before));
	let isLate = false;
	const timer = setTimeout(() => (isLate = true), markLimitMs);
	request.onupgradeneeded = () => {
		if (isLate) request.transaction?.abort();
		else request.transaction!.objectStore('settings').put({ key: lockKey, value: record });
	};
	const db = await Promise.race([
		openedBy(request),
		new Promise<never>((_, reject) => setTimeout(() => reject(storageError('slow')), markLimitMs))
	]);
	clearTimeout(timer);
	db.close();
}

/** Nothing was sealed yet, and nothing is to be. That stands there, since a database of this version without any record is a damaged one. */
export async function unmarkLock(name: string): Promise<void> {
	const db = await openedBy(opening(name));
	try {
		const transaction = db.transaction('settings', 'readwrite', { durability: 'strict' });
		transaction.objectStore('settings').put({ key: lockKey, value: { state: 'off' } });
		await complete(transaction);
	} finally {
		db.close();
	}
}
