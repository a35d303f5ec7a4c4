import { numberAt, openInto } from './snappy.ts';

/*
 * What Firefox packs in its files. Rows of IndexedDB and values of localStorage lie in tables of SQLite, packed with Snappy one by one; also
 * what was deleted and not yet written over. So all of a file is searched, with no regard to what SQLite says is in it.
 */

/** Longer than any row that a person's words are in. */
const mostBytes = 1 << 20;
/** Whatever opens to less than this by chance holds no sentence. */
const leastBytes = 12;

/** All that could be what Snappy packed, wherever it begins. */
export function contentOfSqlite(file: Buffer): Buffer {
	const parts: Buffer[] = [];
	const room = Buffer.alloc(mostBytes);
	for (let at = 0; at + 2 < file.length; at += 1) {
		// how long it gets, in at most three bytes
		if (file[at]! >= 0x80 && file[at + 1]! >= 0x80 && file[at + 2]! >= 0x40) continue;
		const [length, start] = numberAt(file, at);
		// it begins with something that is not a copy of what was before
		if (length < leastBytes || length > mostBytes || (file[start]! & 3) !== 0) continue;
		const size = openInto(room.subarray(0, length), file, start);
		// all of it, or it was something else
		if (size === length) parts.push(Buffer.from(room.subarray(0, size)));
	}
	return Buffer.concat(parts);
}

const lz4Head = 'mozLz40\0';

/** What the browser remembers of its tabs, and other such files. Undefined where it is nothing of the kind. */
export function contentOfLz4(file: Buffer): Buffer | undefined {
	if (file.subarray(0, 8).toString('latin1') !== lz4Head) return undefined;
	const out = Buffer.alloc(file.readUInt32LE(8));
	let [at, to] = [12, 0];
	const more = (size: number) => {
		if (size < 15) return size;
		let byte: number;
		do size += byte = file[at++]!;
		while (byte === 255);
		return size;
	};
	while (at < file.length) {
		const tag = file[at++]!;
		const plain = more(tag >> 4);
		file.copy(out, to, at, at + plain);
		at += plain;
		to += plain;
		if (at >= file.length) break;
		const back = file.readUInt16LE(at);
		at += 2;
		const size = more(tag & 15) + 4;
		for (let i = 0; i < size; i += 1, to += 1) out[to] = out[to - back]!;
	}
	return out;
}
