import { rowsNames } from '$lib/copy/rows';
import { isWholeRow, losesNothing } from '$lib/copy/whole';
import { recordNames } from '$lib/storage/kept-records';
import { parseRecord } from './join-records';
import type { Check, Gated } from './types';

/**
 * Looks at every record, picture and sound, and mends what the second store has.
 * @throws StorageError when the database cannot be read
 */
export async function checkData(
	{ gate }: { gate: Pick<Gated['gate'], 'open'> },
	onProgress: (done: number, of: number) => void
): Promise<Check> {
	const copying = await (await gate.open()).copying();
	const found = await copying.check(onProgress);
	const rows = await copying.read();
	let unreadable = 0;
	for (const name of rowsNames)
		for (const row of rows[name]) {
			const isWhole = isWholeRow(name, row) && (name !== 'settings' || isWholeRecord(row as never));
			if (!isWhole) unreadable += 1;
		}
	return { ...found, unreadable };
}

function isWholeRecord({ key, value }: { key: string; value: unknown }): boolean {
	// one of another name was stored by another Envol: this one can't tell
	const isKnown = ['preferences', 'stitches', ...recordNames].includes(key);
	return !isKnown || losesNothing(value, parseRecord(key, value), true);
}
