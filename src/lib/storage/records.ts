import { liveQuery } from 'dexie';
import type { EnvolDatabase } from './database';
import { fieldsTakenBack, isSame } from './difference';
import { kindOf, recordNames, type Kept, type RecordName } from './kept-records';
import type { RecordRepository, Records } from './types';
import type { Write } from './write';

function createRecord<K extends RecordName>(
	db: EnvolDatabase,
	write: Write,
	name: K
): RecordRepository<Kept<K>> {
	const { parse, none } = kindOf(name);
	const read = async () => parse((await db.settings.get(name))?.value);
	const put = async (value: Kept<K>): Promise<void> => {
		if (isSame(value, none)) await db.settings.delete(name);
		else await db.settings.put({ key: name, value });
	};
	return {
		observe: () => liveQuery(read),
		change: async (change) => {
			const { before, after } = await write([db.settings], async () => {
				const before = await read();
				const after = parse(change(before));
				if (!isSame(before, after)) await put(after);
				return { before, after };
			});
			return () => write([db.settings], async () => put(fieldsTakenBack(await read(), before, after)));
		}
	};
}

export function createRecords(db: EnvolDatabase, write: Write): Records {
	return Object.fromEntries(
		recordNames.map((name) => [name, createRecord(db, write, name)])
	) as unknown as Records;
}
