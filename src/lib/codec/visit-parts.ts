import { fromBase64url, toBase64url, withChecksum, withoutChecksum } from './bytes';
import { damaged } from './code-error';
import { codeVersion } from './code-link';
import { crc32, type CodeRead } from './code-row';

/** The packing of one part of several; 2 stays free: the vectors show it as newer. An older reader says that of 3. */
const partPacking = 3;
const headBytes = 6;
/** Bytes in one part: with its link it makes a code that 150 dots an inch and an old camera can read. */
const bytesInPart = 420;
/** Nobody shows more codes than this; the page as text is the better way. */
export const mostParts = 30;

/** The payloads of a page that is too long for one code, in order; undefined when it is too long for several. */
export function partPayloads(whole: Uint8Array): string[] | undefined {
	const all = Math.ceil(whole.length / bytesInPart);
	if (all < 1 || all > mostParts) return undefined;
	const set = crc32(whole);
	return Array.from({ length: all }, (_, place) => {
		const head = [set >>> 24, (set >>> 16) & 255, (set >>> 8) & 255, set & 255, place, all];
		const held = whole.subarray(place * bytesInPart, (place + 1) * bytesInPart);
		const framed = withChecksum(Uint8Array.from([...head, ...held]));
		return codeVersion + toBase64url(Uint8Array.from([partPacking, ...framed]));
	});
}

/**
 * One part of several; undefined for a payload that is whole.
 * @throws CodeError
 */
export function readPart(payload: string): CodeRead | undefined {
	// the first character of base64url holds the six high bits of the packing
	if (!payload.startsWith(`${codeVersion}A`)) return undefined;
	const bytes = fromBase64url(payload.slice(1));
	if (bytes[0] !== partPacking) return undefined;
	const body = withoutChecksum(bytes.subarray(1));
	const [a = 0, b = 0, c = 0, d = 0, place = 0, all = 0] = body;
	const held = body.slice(headBytes);
	if (place >= all || all > mostParts || held.length === 0 || held.length > bytesInPart)
		throw damaged('no such part');
	return { set: ((a << 24) | (b << 16) | (c << 8) | d) >>> 0, place, count: all, bytes: held };
}
