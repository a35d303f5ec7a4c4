import type { EnvolDatabase } from './database';
import { fieldsTakenBack, isSame } from './difference';
import { kindOf, recordNames, type Kept, type RecordName } from './kept-records';
import { observed } from './observed';
import type { RecordRepository, Records } from './types';
import type { Write } from './write';
import type { WriteAhead } from './write-ahead';

function createRecord<K extends RecordName>(
	db: EnvolDatabase,
	write: Write,
	ahead: WriteAhead,
	name: K
): RecordRepository<Kept<K>> {
	const { parse, none } = kindOf(name);
	const read = async () => parse((await db.settings.get(name))?.value);
	const put = async (value: Kept<K>): Promise<void> => {
		if (isSame(value, none)) await db.settings.delete(name);
		else await db.settings.put({ key: name, value });
	};
	const keeper = ahead.kind<Kept<K>>(name, () => ({
		tables: [db.settings],
		read,
		put: (_, after) => put(after),
		putsAtOnce: true,
		parse
	}))();
	return {
		observe: () => observed(keeper.read),
		change: async (change, isTyped) => {
			const { before, after } = await keeper.change((before) => parse(change(before)), isTyped);
			return () => write([db.settings], async () => put(fieldsTakenBack(await read(), before, after)));
		}
	};
}

export function createRecords(db: EnvolDatabase, write: Write, ahead: WriteAhead): Records {
	return Object.fromEntries(
		recordNames.map((name) => [name, createRecord(db, write, ahead, name)])
	) as unknown as Records;
}
