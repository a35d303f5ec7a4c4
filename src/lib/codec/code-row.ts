import { fromBase64url, toBase64url, withChecksum, withoutChecksum } from './bytes';

/**
 * A few kilobytes as a row of codes that another device reads from the screen, in any order. Each code is the mark, then
 * base64url of: form (1 byte), CRC-32 of the whole (4 bytes, high first; it names the row too), place from 0 (1 byte), how
 * many there are (1 byte), what this one holds, and CRC-16 of all that (2 bytes, high first).
 */
const mark = 'ENVOL+';
const form = 1;
const headBytes = 7;
/** What one code holds: with its frame, a code that an old camera reads from a small screen. */
export const bytesInCode = 360;
/** More than this nobody films: the file is the better way. */
export const mostCodes = 60;

/** One code that was read and is whole. */
export interface CodeRead {
	/** CRC-32 of the whole. */
	set: number;
	place: number;
	count: number;
	bytes: Uint8Array;
}

/** What was read so far of one row. */
export interface Gathered {
	set: number;
	count: number;
	/** By their place. */
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

/** The texts of the codes, in their order; undefined when there is nothing, or more than `mostCodes` can hold. */
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

/** What a code holds; undefined for a code of another kind, a damaged one, and one of a form not known yet. */
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

/** With one more code. The first code of another row begins that one: the other device shows something else now. */
export function withCode(gathered: Gathered | undefined, part: CodeRead): Gathered {
	const { set, count, place, bytes } = part;
	const isSame = gathered?.set === set && gathered.count === count;
	if (isSame && gathered.parts.has(place)) return gathered;
	return { set, count, parts: new Map([...(isSame ? gathered.parts : []), [place, bytes]]) };
}

/** Everything, once the last code was read; undefined before, or when it is not what was sent. */
export function wholeOf({ set, count, parts }: Gathered): Uint8Array<ArrayBuffer> | undefined {
	if (parts.size < count) return undefined;
	const all = Uint8Array.from(
		Array.from({ length: count }, (_, place) => [...(parts.get(place) ?? [])]).flat()
	);
	return crc32(all) === set ? all : undefined;
}
