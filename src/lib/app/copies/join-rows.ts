import { merged } from '$lib/copy/merge';
import { noRows, rowsNames, type RowsName } from '$lib/copy/rows';
import { now } from '$lib/platform/clock';
import { joinRecords } from './join-records';

const isName = (table: string): table is RowsName => (rowsNames as readonly string[]).includes(table);

/** One record that both stores have, as two devices are merged: the rows to write. */
export function joinedRows(
	table: string,
	mine: unknown,
	theirs: unknown
): readonly (readonly [string, unknown])[] {
	if (!isName(table)) return [[table, mine]];
	const both = merged({ ...noRows, [table]: [mine] }, { ...noRows, [table]: [theirs] }, joinRecords, now());
	return rowsNames.flatMap((name) => both[name].map((row): [string, unknown] => [name, row]));
}
