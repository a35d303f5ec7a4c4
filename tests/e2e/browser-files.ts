import { closeSync, fstatSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the browser's database, in the folder of its profile. */
export function levelOf(folder: string): string {
	const all = join(folder, 'Default/IndexedDB');
	return join(
		all,
		readdirSync(all).find((name) => name.endsWith('.indexeddb.leveldb'))!
	);
}

/** What a power cut leaves: the end of the log, written and not yet on disk, as zeros. */
export function zeroTheTail(folder: string, bytes = 82): void {
	const level = levelOf(folder);
	const log = readdirSync(level)
		.filter((name) => name.endsWith('.log'))
		.sort()
		.at(-1)!;
	const file = openSync(join(level, log), 'r+');
	const { size } = fstatSync(file);
	writeSync(file, new Uint8Array(bytes), 0, Math.min(bytes, size), Math.max(0, size - bytes));
	closeSync(file);
}
