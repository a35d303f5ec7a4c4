import { damaged } from './code-error';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Encodes text as UTF-8; a lone surrogate becomes U+FFFD. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** @throws CodeError when the bytes are not valid UTF-8 */
export function fromUtf8(bytes: Uint8Array): string {
	try {
		return decoder.decode(bytes);
	} catch {
		throw damaged('no UTF-8');
	}
}

/** The greatest whole number that can be written: three bytes of seven bits. */
const greatestNumber = 2 ** 21 - 1;

export interface Writer {
	byte(value: number): void;
	/** Writes seven bits to a byte, least significant first; the eighth bit says that more follow. */
	number(value: number): void;
	/** Writes the length in bytes as a number, then the text as UTF-8. */
	text(value: string): void;
	bytes(): Uint8Array;
}

export function createWriter(): Writer {
	const out: number[] = [];
	const writer: Writer = {
		byte(value) {
			if (!Number.isInteger(value) || value < 0 || value > 255) throw new RangeError(`no byte: ${value}`);
			out.push(value);
		},
		number(value) {
			if (!Number.isInteger(value) || value < 0 || value > greatestNumber)
				throw new RangeError(`no number that fits: ${value}`);
			let rest = value;
			while (rest > 127) {
				out.push((rest & 127) | 128);
				rest >>>= 7;
			}
			out.push(rest);
		},
		text(value) {
			const bytes = utf8(value);
			writer.number(bytes.length);
			out.push(...bytes);
		},
		bytes: () => Uint8Array.from(out)
	};
	return writer;
}

/**
 * Reads values one after another. Every method throws CodeError when the next bytes are not the value it expects.
 */
export interface Reader {
	byte(): number;
	number(): number;
	text(longestInBytes: number): string;
	/** The next bytes as they are. */
	take(length: number): Uint8Array;
	isAtEnd(): boolean;
}

export function createReader(bytes: Uint8Array): Reader {
	let at = 0;
	const reader: Reader = {
		byte() {
			const value = bytes[at++];
			if (value === undefined) throw damaged('ends too early');
			return value;
		},
		number() {
			let value = 0;
			for (let shift = 0; shift <= 14; shift += 7) {
				const byte = reader.byte();
				value |= (byte & 127) << shift;
				if (byte < 128) {
					// each number has exactly one valid encoding
					if (byte === 0 && shift > 0) throw damaged('number too long');
					return value;
				}
			}
			throw damaged('number too long');
		},
		text(longestInBytes) {
			const length = reader.number();
			if (length > longestInBytes) throw damaged('text too long');
			return fromUtf8(reader.take(length));
		},
		take(length) {
			if (at + length > bytes.length) throw damaged('ends too early');
			at += length;
			return bytes.subarray(at - length, at);
		},
		isAtEnd: () => at === bytes.length
	};
	return reader;
}

/** CRC-16/IBM-3740 (polynomial 0x1021, start 0xFFFF), as in the catalogue of parametrised CRC algorithms. */
export function crc16(bytes: Uint8Array): number {
	let crc = 0xffff;
	for (const byte of bytes) {
		crc ^= byte << 8;
		for (let bit = 0; bit < 8; bit++)
			crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
	}
	return crc;
}

/** The bytes followed by their checksum, high byte first. */
export function withChecksum(body: Uint8Array): Uint8Array {
	const sum = crc16(body);
	return Uint8Array.from([...body, sum >> 8, sum & 255]);
}

/**
 * The bytes before the checksum.
 * @throws CodeError when the checksum does not match
 */
export function withoutChecksum(bytes: Uint8Array): Uint8Array {
	const end = bytes.length - 2;
	if (end < 1) throw damaged('ends too early');
	const body = bytes.subarray(0, end);
	if (crc16(body) !== ((bytes[end]! << 8) | bytes[end + 1]!)) throw damaged('checksum');
	return body;
}

const base64urlChars = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** RFC 4648, section 5, without padding. */
export function toBase64url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const three = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
		const count = Math.min(bytes.length - at, 3) + 1;
		for (let i = 0; i < count; i++) text += base64urlChars[(three >> (18 - 6 * i)) & 63];
	}
	return text;
}

/** @throws CodeError on a character outside the alphabet, an impossible length, or leftover bits */
export function fromBase64url(text: string): Uint8Array {
	if (text.length % 4 === 1) throw damaged('no base64url');
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let bits = 0;
	let held = 0;
	let at = 0;
	for (const char of text) {
		const value = base64urlChars.indexOf(char);
		if (value < 0) throw damaged('no base64url');
		held = (held << 6) | value;
		bits += 6;
		if (bits >= 8) {
			bits -= 8;
			bytes[at++] = (held >> bits) & 255;
			held &= (1 << bits) - 1;
		}
	}
	if (held !== 0) throw damaged('bits left over');
	return bytes;
}
