import { crc32c } from './crc32c';

export type Key = string | number;

/** One record as it became; without a value it is gone. Blobs in it are replaced by a `BlobMark`. */
export type Change = readonly [table: string, key: Key] | readonly [table: string, key: Key, value: unknown];

export type Kind =
	/** What one transaction changed. */
	| 'changes'
	/** Records as they are, written while the journal is made small, or when the database had what it had not. */
	| 'kept'
	/** What is known about both stores. */
	| 'facts'
	/** What the entry of this order says did not come about: its transaction was not made. */
	| 'void';

/** One entry of the journal: all of it is there, or none. */
export interface Entry {
	kind: Kind;
	order: number;
	/** The running checksum of the clock; undefined where the page was closing and could not ask for it. */
	sum: number | undefined;
	/** When, in ms since 1970. */
	at: number;
	changes: readonly Change[];
}

/** Where an entry stands, in bytes from the start of the file. */
export interface Placed {
	entry: Entry;
	from: number;
	to: number;
}

const kinds: readonly Kind[] = ['changes', 'kept', 'facts', 'void'];
/** "EnvJ" */
const magic = 0x4a766e45;
/** Magic, length of the payload, kind, order, sum, time, checksum of all of it and the payload. */
const headerBytes = 36;
const hasSum = 128;

/** Kept where a record has a Blob, which lies in a file of its own. */
export interface BlobMark {
	$blob: string;
	size: number;
	type: string;
}

export function isBlobMark(value: unknown): value is BlobMark {
	return typeof (value as Partial<BlobMark> | null)?.$blob === 'string';
}

/** An entry as bytes: header, then its changes as JSON in UTF-8. */
export function toBytes({ kind, order, sum, at, changes }: Entry): Uint8Array {
	const payload = new TextEncoder().encode(JSON.stringify(changes));
	const bytes = new Uint8Array(headerBytes + payload.length);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, magic, true);
	view.setUint32(4, payload.length, true);
	view.setUint8(8, kinds.indexOf(kind) | (sum === undefined ? 0 : hasSum));
	view.setFloat64(12, order, true);
	view.setUint32(20, sum ?? 0, true);
	view.setFloat64(24, at, true);
	bytes.set(payload, headerBytes);
	view.setUint32(32, crc32c(payload, crc32c(bytes.subarray(4, 32))), true);
	return bytes;
}

/** The entry that begins there; undefined unless all of it is as it was written. */
function entryAt(bytes: Uint8Array, view: DataView, from: number): Placed | undefined {
	if (from + headerBytes > bytes.length || view.getUint32(from, true) !== magic) return undefined;
	const to = from + headerBytes + view.getUint32(from + 4, true);
	if (to > bytes.length) return undefined;
	const payload = bytes.subarray(from + headerBytes, to);
	const sum = crc32c(payload, crc32c(bytes.subarray(from + 4, from + 32)));
	if (sum !== view.getUint32(from + 32, true)) return undefined;
	const flags = view.getUint8(from + 8);
	const kind = kinds[flags & ~hasSum];
	if (!kind) return undefined;
	return {
		entry: {
			kind,
			order: view.getFloat64(from + 12, true),
			sum: flags & hasSum ? view.getUint32(from + 20, true) : undefined,
			at: view.getFloat64(from + 24, true),
			changes: JSON.parse(new TextDecoder().decode(payload)) as Change[]
		},
		from,
		to
	};
}

/**
 * Every entry that is whole, in the order in which they stand. What is damaged is stepped over, up to the next whole one.
 * @param from where the first one begins
 */
export function entriesIn(bytes: Uint8Array, from = 0): { entries: Placed[]; damagedBytes: number } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries: Placed[] = [];
	let damagedBytes = 0;
	for (let at = from; at < bytes.length;) {
		const found = entryAt(bytes, view, at);
		if (found) entries.push(found);
		else damagedBytes += 1;
		at = found?.to ?? at + 1;
	}
	return { entries, damagedBytes };
}
