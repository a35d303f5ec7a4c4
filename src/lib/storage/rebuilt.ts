import { blobsIn } from '$lib/second-store/blobs';
import { parseClock } from '$lib/second-store/clock';
import type { Mending } from '$lib/second-store/compare';
import type { Change } from '$lib/second-store/entries';
import { clockKey, toldKey, type Recovered, type SecondStore } from '$lib/second-store/port';
import { isSame } from '$lib/domain/is-same';
import type { Instant } from '$lib/domain/local-day';
import { Dexie, type Table } from 'dexie';
import { createDatabase, type EnvolDatabase } from './database';
import { leaveSealed } from './as-stored';
import { lockRecordIn } from './lock-keys';
import type { News } from './types';
import type { Write } from './write';

const isSealed = (row: unknown) => typeof (row as { sealed?: unknown } | undefined)?.sealed === 'string';

type AnyTable = Table<unknown, string | number>;

/** Whether somebody lives in that database, and all of what was moved there has arrived. */
export function isBorn(name: string): Promise<boolean> {
	return new Promise((resolve) => {
		const opening = indexedDB.open(name);
		// it must not be made
		opening.onupgradeneeded = () => opening.transaction?.abort();
		opening.onerror = opening.onblocked = () => resolve(false);
		opening.onsuccess = () => {
			const db = opening.result;
			try {
				const reading = db.transaction('settings').objectStore('settings').get('born');
				reading.onsuccess = () => resolve(reading.result !== undefined);
				reading.onerror = () => resolve(false);
			} catch {
				resolve(false);
			}
			db.close();
		};
	});
}

/** Adds to what the person has to be told; in a transaction of the settings. */
export async function addNews(db: EnvolDatabase, more: News): Promise<void> {
	const before = (await db.settings.get(toldKey))?.value as News | undefined;
	await db.settings.put({ key: toldKey, value: { ...before, ...more } });
}

/** Puts everything that the journal has into a database without anything; in a transaction of all tables. */
export async function fill(db: EnvolDatabase, { changes, clock }: Recovered): Promise<void> {
	const known = new Set(db.tables.map((table) => table.name));
	const byTable = new Map<string, unknown[]>();
	for (const [table, , value] of changes as readonly (readonly [string, unknown, unknown])[])
		if (!byTable.get(table)?.push(value)) byTable.set(table, [value]);
	for (const [table, rows] of byTable)
		if (known.has(table)) await (db.table(table) as AnyTable).bulkPut(rows);
	await db.settings.put({ key: clockKey, value: parseClock(clock) });
}

/**
 * Fills a new database from the journal: all of it, or nothing. Another tab may have done it a moment before.
 * @throws when it cannot be opened or written
 */
export async function rebuild(name: string, found: Recovered, at: Instant): Promise<void> {
	// what was sealed stays so: nobody needs the key for it
	const db = createDatabase(name, undefined, lockRecordIn(found) !== undefined);
	try {
		await db.open();
		await db.transaction('rw', db.tables, async () => {
			if (await db.settings.get('born')) return;
			await fill(db, found);
			await db.settings.put({ key: 'born', value: true });
			await addNews(db, { mendedAt: at, ...(!found.isWhole && { missingAt: at }) });
		});
	} finally {
		db.close({ disableAutoOpen: true });
	}
}

/**
 * Does in the database what the journal found; what changed since it looked stays, and is looked at again.
 * @param open a record as it is under a lock; here they are compared as they are stored
 * @returns how many records are another now
 */
export async function mend(
	db: EnvolDatabase,
	write: Write,
	second: SecondStore,
	mendings: readonly Mending[],
	open?: (table: string, row: unknown) => unknown
): Promise<number> {
	const join = mendings.some((one) => one.do === 'join') ? await second.joining() : undefined;
	const plain = (table: string, row: unknown) => (open ? open(table, row) : row);
	const names = new Set(mendings.map(({ change }) => change[0]));
	const tables = db.tables.filter(({ name }) => names.has(name) || name === 'versions');
	return write(tables as Table[], async () => {
		if (open) leaveSealed(Dexie.currentTransaction.idbtrans);
		let count = 0;
		let broughtBack = 0;
		for (const one of mendings) {
			if (one.do === 'give') continue;
			// of a lock that was turned off
			if (!open && isSealed(one.change[2])) continue;
			// from before a lock was turned on: its pictures would lie in plain
			if (open && !isSealed(one.change[2]) && blobsIn(one.change[2]).length > 0) continue;
			const [name, key, value] = one.change as Extract<Change, readonly [string, unknown, unknown]>;
			const table = db.table(name) as AnyTable;
			const present = await table.get(key);
			if (!isSame(present, one.seen)) {
				count += 1;
				continue;
			}
			const before = count;
			if (one.do === 'join')
				for (const [of, row] of join!(name, plain(name, present), plain(name, value))) {
					if (of === name && isSame(row, plain(name, present))) continue;
					await (db.table(of) as AnyTable).put(row);
					count += 1;
				}
			else if (value === undefined) {
				await table.delete(key);
				count += 1;
			} else {
				await table.put(value);
				count += 1;
			}
			if (count > before && value !== undefined) broughtBack += 1;
		}
		if (broughtBack > 0) await addNews(db, { mendedAt: second.now() });
		return count;
	});
}
