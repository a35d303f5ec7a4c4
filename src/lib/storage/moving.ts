import type { Table } from 'dexie';
import type { LockRecord } from '$lib/lock/record';
import { createSealer, Tampered, type Sealer } from '$lib/lock/seal-row';
import { clockKey, toldKey } from '$lib/second-store/port';
import { laidPrefix } from './laid-prefix';
import { createDatabase, type EnvolDatabase } from './database';
import { bornKey, lockKey, veilKey } from './lock-keys';
import { sealed } from './sealing';
import type { DataKey } from '$lib/lock/record';
import type { OnProgress } from './types';

/*
 * Turning a lock on or off puts everything into another database, and deletes the first: what a browser leaves of rows that are
 * written anew stays in its files far longer than what it leaves of a database that is gone. Until the other one is complete, nobody
 * writes into the first, and it is all there is; a page that ends goes on where it was.
 */

type AnyRow = Record<string, unknown>;
type AnyTable = Table<AnyRow, string | number>;

/** So many rows are moved at once; fewer with bytes, which are in memory meanwhile. */
const rowsAtOnce = 100;
const picturesAtOnce = 4;
const isOfBytes = (table: string) => ['pictures', 'thumbnails', 'recordings', 'safety'].includes(table);

/** These are written when all the rest is there, but for one: what it hid must stay hidden from who opens the other database. */
const comesLast = (table: string, key: unknown) =>
	table === 'settings' && [lockKey, bornKey, clockKey, toldKey, veilKey].includes(key as string);

interface Moving {
	from: string;
	to: string;
	key: DataKey;
	willBeSealed: boolean;
	onProgress: OnProgress;
}

/** Its bytes, wherever they lie: those of a sound may lie ready among the pictures, or in what can be undone. */
async function withBytes(
	table: string,
	row: AnyRow,
	change: (table: string, id: string, blob: Blob) => Promise<Blob>
): Promise<AnyRow> {
	if (table === 'safety') {
		const inner = async (value: unknown) =>
			value ? withBytes(String(row.table), value as AnyRow, change) : undefined;
		const [before, after] = [await inner(row.before), await inner(row.after)];
		return { ...row, ...(before && { before }), ...(after && { after }) };
	}
	if (!(row.blob instanceof Blob)) return row;
	const id = String(row.id);
	const isLaid = table === 'pictures' && id.startsWith(laidPrefix);
	const blob = isLaid
		? await change('recordings', id.slice(laidPrefix.length), row.blob)
		: await change(table, id, row.blob);
	return { ...row, blob };
}

/** Bytes whose file is gone, or that do not open, stay missing: the rest is moved all the same. */
const orNothing =
	(change: (table: string, id: string, blob: Blob) => Promise<Blob>) =>
	async (...[table, id, blob]: [string, string, Blob]): Promise<Blob> => {
		try {
			return await change(table, id, blob);
		} catch (error) {
			if (error instanceof DOMException || error instanceof Tampered) return new Blob();
			throw error;
		}
	};

async function opened(name: string, isLocked: boolean, sealer?: Sealer): Promise<EnvolDatabase> {
	const db = createDatabase(name, undefined, isLocked);
	if (sealer) sealed(db, sealer);
	await db.open();
	return db;
}

/** Puts every row that is not there yet into the other database, sealed or opened. */
export async function moveRows({ from, to, key, willBeSealed, onProgress }: Moving): Promise<void> {
	const sealer = await createSealer(key);
	// the first one has the version of a lock by now, whatever is in it
	const source = await opened(from, true, willBeSealed ? undefined : sealer);
	const target = await opened(to, willBeSealed, willBeSealed ? sealer : undefined);
	const change = orNothing(willBeSealed ? sealer.sealBytes : sealer.openBytes);
	try {
		const todo: { table: string; keys: (string | number)[] }[] = [];
		let [done, all] = [0, 0];
		for (const { name } of source.tables) {
			if (name === 'ballast') continue;
			const keys = await (source.table(name) as AnyTable).toCollection().primaryKeys();
			const there = new Set(await (target.table(name) as AnyTable).toCollection().primaryKeys());
			const missing = keys.filter((each) => !there.has(each) && !comesLast(name, each));
			all += keys.length;
			done += keys.length - missing.length;
			todo.push({ table: name, keys: missing });
		}
		onProgress(done, all);
		for (const { table, keys } of todo) {
			const size = isOfBytes(table) ? picturesAtOnce : rowsAtOnce;
			for (let at = 0; at < keys.length; at += size) {
				const some = keys.slice(at, at + size);
				const rows = (await (source.table(table) as AnyTable).bulkGet(some)).flatMap((row) => row ?? []);
				const moved: AnyRow[] = [];
				for (const row of rows as AnyRow[]) moved.push(await withBytes(table, row, change));
				await (target.table(table) as AnyTable).bulkPut(moved);
				onProgress((done += some.length), all);
			}
		}
	} finally {
		source.close({ disableAutoOpen: true });
		target.close({ disableAutoOpen: true });
	}
}

/** Everything is in the other one: what says so, in one transaction. From then on it is the one. */
export async function finishMove(from: string, to: string, record: LockRecord): Promise<void> {
	const source = await opened(from, true);
	const target = await opened(to, record.isSealed);
	try {
		const kept = await source.settings.bulkGet([clockKey, toldKey]);
		await target.transaction('rw', target.settings, async () => {
			await target.settings.bulkPut([
				...kept.flatMap((row) => row ?? []),
				{ key: bornKey, value: true },
				{ key: lockKey, value: record }
			]);
		});
	} finally {
		source.close({ disableAutoOpen: true });
		target.close({ disableAutoOpen: true });
	}
}
