import { fromBase64url, toBase64url, withChecksum, withoutChecksum } from './bytes';

/**
 * Splits a few kilobytes over a row of codes that another device reads from the screen, in any order. Each code is
 * the mark, then base64url of: form (1 byte), CRC-32 of the whole (4 bytes, high byte first; it also identifies the
 * row), index from 0 (1 byte), number of codes (1 byte), this code's share of the bytes, and CRC-16 of all that (2
 * bytes, high byte first).
 */
const mark = 'ENVOL+';
const form = 1;
const headBytes = 7;
/** Bytes in one code. With its frame, this makes a code that an old camera can read from a small screen. */
export const bytesInCode = 360;
/** Nobody films more codes than this: a file is the better way. */
export const mostCodes = 60;

/** One code that was read and whose checksum matches. */
export interface CodeRead {
	/** CRC-32 of the whole, which identifies the row. */
	set: number;
	place: number;
	count: number;
	bytes: Uint8Array;
}

/** What was read so far of one row of codes. */
export interface Gathered {
	set: number;
	count: number;
	/** By index. */
	parts: ReadonlyMap<number, Uint8Array>;
}

/** CRC-32/ISO-HDLC, as in zip and PNG. */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
	}
	return (crc ^ 0xffffffff) >>> 0;
}

/** The texts of the codes, in order; undefined when there are no bytes, or more than `mostCodes` can hold. */
export function codesOf(whole: Uint8Array): string[] | undefined {
	const count = Math.ceil(whole.length / bytesInCode);
	if (count < 1 || count > mostCodes) return undefined;
	const set = crc32(whole);
	return Array.from({ length: count }, (_, place) => {
		const held = whole.subarray(place * bytesInCode, (place + 1) * bytesInCode);
		const head = [form, set >>> 24, (set >>> 16) & 255, (set >>> 8) & 255, set & 255, place, count];
		return mark + toBase64url(withChecksum(Uint8Array.from([...head, ...held])));
	});
}

/** Reads one code; undefined for a code of another kind, a damaged one, or a form that is not known yet. */
export function readCode(text: string): CodeRead | undefined {
	if (!text.startsWith(mark)) return undefined;
	try {
		const body = withoutChecksum(fromBase64url(text.slice(mark.length)));
		const [kind, a = 0, b = 0, c = 0, d = 0, place = 0, count = 0] = body;
		const bytes = body.slice(headBytes);
		const isWhole = kind === form && place < count && count <= mostCodes;
		if (!isWhole || bytes.length === 0 || bytes.length > bytesInCode) return undefined;
		return { set: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, place, count, bytes };
	} catch {
		return undefined;
	}
}

/** Adds one more code. A code of another row starts that row: the other device is showing something else now. */
export function withCode(gathered: Gathered | undefined, part: CodeRead): Gathered {
	const { set, count, place, bytes } = part;
	const isSame = gathered?.set === set && gathered.count === count;
	if (isSame && gathered.parts.has(place)) return gathered;
	return { set, count, parts: new Map([...(isSame ? gathered.parts : []), [place, bytes]]) };
}

/** All the bytes, once every code was read; undefined before that, or when the checksum does not match. */
export function wholeOf({ set, count, parts }: Gathered): Uint8Array<ArrayBuffer> | undefined {
	if (parts.size < count) return undefined;
	const all = Uint8Array.from(
		Array.from({ length: count }, (_, place) => [...(parts.get(place) ?? [])]).flat()
	);
	return crc32(all) === set ? all : undefined;
}
