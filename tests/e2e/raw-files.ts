import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { contentOfLog, contentOfTable } from './level-tables.ts';
import { contentOfLz4, contentOfSqlite } from './mozilla-files.ts';

/** All files in a folder and below. */
function filesIn(folder: string): string[] {
	let all: Dirent[];
	try {
		all = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		// it was there a moment ago
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
	return all.flatMap((each) => {
		const path = join(folder, each.name);
		if (each.isDirectory()) return filesIn(path);
		// the browser's own doors between its processes hold nothing
		return each.isFile() ? [path] : [];
	});
}

/** What is packed in a file, where something is. */
function packedIn(file: string, bytes: Buffer): Buffer | undefined {
	if (file.endsWith('.ldb')) return contentOfTable(bytes);
	if (/\/\d+\.log$/.test(file)) return contentOfLog(bytes);
	if (/\.sqlite(-wal|-journal)?$/.test(file)) return contentOfSqlite(bytes);
	return /lz4(-\d+)?$/.test(file) ? contentOfLz4(bytes) : undefined;
}

/** A file, and what is packed in it. */
function contentOf(file: string): Buffer {
	const bytes = readFileSync(file);
	const packed = packedIn(file, bytes);
	return packed ? Buffer.concat([bytes, packed]) : bytes;
}

/** Where in the folder of a browser these words lie, as any program can read them: by word, the files. */
export function foundIn(folder: string, words: readonly string[]): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	for (const file of filesIn(folder)) {
		let bytes: Buffer;
		try {
			bytes = contentOf(file);
		} catch (error) {
			// as above
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			continue;
		}
		for (const word of words)
			if ((['latin1', 'utf16le', 'utf8'] as const).some((how) => bytes.includes(Buffer.from(word, how))))
				(found[word] ??= []).push(file.slice(folder.length));
	}
	return found;
}
