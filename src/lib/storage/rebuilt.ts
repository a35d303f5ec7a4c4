import { parseClock } from '$lib/second-store/clock';
import type { Mending } from '$lib/second-store/compare';
import type { Change } from '$lib/second-store/entries';
import { clockKey, toldKey, type Recovered, type SecondStore } from '$lib/second-store/port';
import { isSame } from '$lib/domain/is-same';
import type { Instant } from '$lib/domain/local-day';
import type { Table } from 'dexie';
import { createDatabase, type EnvolDatabase } from './database';
import type { News } from './types';
import type { Write } from './write';

type AnyTable = Table<unknown, string | number>;

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
	const db = createDatabase(name);
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
 * @returns how many records are another now
 */
export async function mend(
	db: EnvolDatabase,
	write: Write,
	second: SecondStore,
	mendings: readonly Mending[]
): Promise<number> {
	const join = mendings.some((one) => one.do === 'join') ? await second.joining() : undefined;
	const names = new Set(mendings.map(({ change }) => change[0]));
	const tables = db.tables.filter(({ name }) => names.has(name) || name === 'versions');
	return write(tables as Table[], async () => {
		let count = 0;
		let broughtBack = 0;
		for (const one of mendings) {
			if (one.do === 'give') continue;
			const [name, key, value] = one.change as Extract<Change, readonly [string, unknown, unknown]>;
			const table = db.table(name) as AnyTable;
			const present = await table.get(key);
			if (!isSame(present, one.seen)) {
				count += 1;
				continue;
			}
			const before = count;
			if (one.do === 'join')
				for (const [of, row] of join!(name, present, value)) {
					if (of === name && isSame(row, present)) continue;
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
