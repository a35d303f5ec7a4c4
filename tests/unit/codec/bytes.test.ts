import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	crc16,
	createReader,
	createWriter,
	fromBase64url,
	fromUtf8,
	toBase64url,
	utf8
} from '$lib/codec/bytes';
import { isCodeError } from '$lib/codec/code-error';

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const bytesOf = (...values: number[]) => Uint8Array.from(values);

function troubleOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		return isCodeError(error) ? error.trouble : String(error);
	}
	return 'none';
}

describe('the checksum', () => {
	test('gives the value that the catalogue of checksums names', () => {
		expect(crc16(ascii('123456789'))).toBe(0x29b1);
		expect(crc16(bytesOf())).toBe(0xffff);
	});

	test('notices every turned bit of a small plan', () => {
		const body = ascii('a small plan');
		const sum = crc16(body);
		for (let at = 0; at < body.length * 8; at++) {
			const turned = Uint8Array.from(body);
			turned[at >> 3]! ^= 1 << (at & 7);
			expect(crc16(turned)).not.toBe(sum);
		}
	});
});

describe('numbers', () => {
	test.each([
		[0, [0]],
		[1, [1]],
		[127, [127]],
		[128, [128, 1]],
		[300, [172, 2]],
		[16_383, [255, 127]],
		[16_384, [128, 128, 1]],
		[2_097_151, [255, 255, 127]]
	])('%i is written in one way', (value, bytes) => {
		const out = createWriter();
		out.number(value);
		expect([...out.bytes()]).toEqual(bytes);
		const input = createReader(out.bytes());
		expect(input.number()).toBe(value);
		expect(input.isAtEnd()).toBe(true);
	});

	test.each([-1, 1.5, 2_097_152, NaN, Infinity])('%d cannot be written', (value) => {
		expect(() => createWriter().number(value)).toThrow(RangeError);
	});

	test.each([-1, 256, 0.5, NaN])('%d is no byte', (value) => {
		expect(() => createWriter().byte(value)).toThrow(RangeError);
	});

	test.each([
		['longer than it needs', [128, 0]],
		['longer than three bytes', [128, 128, 128, 1]],
		['cut off', [128]],
		['not there', []]
	])('a number %s is refused', (_, bytes) => {
		expect(troubleOf(() => createReader(bytesOf(...bytes)).number())).toBe('damaged');
	});
});

describe('texts', () => {
	test('are the UTF-8 that everybody writes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const bytes = utf8(text);
				expect([...bytes]).toEqual([...new TextEncoder().encode(text)]);
				expect(fromUtf8(bytes)).toBe(text);
			})
		);
	});

	test.each([
		['a lone surrogate', [0xed, 0xa0, 0x80]],
		['an overlong character', [0xc0, 0xaf]],
		['a character cut off', [0xe2, 0x82]],
		['a byte out of place', [0x80]],
		['a character past the last', [0xf4, 0x90, 0x80, 0x80]]
	])('%s is refused', (_, bytes) => {
		expect(troubleOf(() => fromUtf8(bytesOf(...bytes)))).toBe('damaged');
	});

	test('a length past the end, or past the limit, is refused', () => {
		expect(troubleOf(() => createReader(bytesOf(5, 97)).text(100))).toBe('damaged');
		expect(troubleOf(() => createReader(bytesOf(3, 97, 97, 97)).text(2))).toBe('damaged');
	});

	test('a length does not count in letters but in bytes', () => {
		const out = createWriter();
		out.text('é🙂');
		expect([...out.bytes()]).toEqual([6, 0xc3, 0xa9, 0xf0, 0x9f, 0x99, 0x82]);
	});
});

describe('base64url', () => {
	test('is the one of RFC 4648, without padding', () => {
		expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase64url(ascii(text)))).toEqual(
			['', 'Zg', 'Zm8', 'Zm9v', 'Zm9vYg', 'Zm9vYmE', 'Zm9vYmFy']
		);
		expect(toBase64url(bytesOf(251, 255, 191))).toBe('-_-_');
	});

	test('any bytes come back', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				const text = toBase64url(bytes);
				expect(text).toBe(Buffer.from(bytes).toString('base64url'));
				expect([...fromBase64url(text)]).toEqual([...bytes]);
			})
		);
	});

	test.each(['Zg==', 'Zm+v', 'Zm/v', 'Z', 'Zm9vY', 'Zh', 'Zm9', 'Zm 9', 'Zé9v', '🙂🙂'])(
		'"%s" is refused',
		(text) => {
			expect(troubleOf(() => fromBase64url(text))).toBe('damaged');
		}
	);
});
