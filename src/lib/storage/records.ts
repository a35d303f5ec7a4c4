import { liveQuery } from 'dexie';
import type { EnvolDatabase } from './database';
import { fieldsTakenBack, isSame } from './difference';
import { kindOf, recordNames, type Kept, type RecordName } from './kept-records';
import type { RecordRepository, Records, Undo } from './types';
import type { Write } from './write';

/** One record inside a transaction that is open already. */
export function recordIn<K extends RecordName>(db: EnvolDatabase, name: K) {
	const { parse, none } = kindOf(name);
	const read = async () => parse((await db.settings.get(name))?.value);
	const put = async (value: Kept<K>): Promise<void> => {
		if (isSame(value, none)) await db.settings.delete(name);
		else await db.settings.put({ key: name, value });
	};
	return {
		read,
		/** Gives the way to take it back, inside another transaction. */
		change: async (change: (kept: Kept<K>) => Kept<K>): Promise<Undo> => {
			const before = await read();
			const after = parse(change(before));
			if (!isSame(before, after)) await put(after);
			return async () => put(fieldsTakenBack(await read(), before, after));
		}
	};
}

function createRecord<K extends RecordName>(
	db: EnvolDatabase,
	write: Write,
	name: K
): RecordRepository<Kept<K>> {
	const record = recordIn(db, name);
	return {
		observe: () => liveQuery(record.read),
		change: async (change) => {
			const undo = await write([db.settings], () => record.change(change));
			return () => write([db.settings], undo);
		}
	};
}

export function createRecords(db: EnvolDatabase, write: Write): Records {
	return Object.fromEntries(
		recordNames.map((name) => [name, createRecord(db, write, name)])
	) as unknown as Records;
}
