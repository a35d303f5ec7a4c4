import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toBase64url, withChecksum } from '$lib/codec/bytes';
import {
	bytesInCode,
	crc32,
	mostCodes,
	codesOf,
	readCode,
	wholeOf,
	withCode,
	type Gathered
} from '$lib/codec/code-row';
import { runs } from '../../support/property-runs';

const someBytes = fc.uint8Array({ minLength: 1, maxLength: 5 * bytesInCode });

function gather(codes: readonly string[], from?: Gathered): Gathered | undefined {
	return codes.reduce<Gathered | undefined>((gathered, code) => {
		const part = readCode(code);
		return part ? withCode(gathered, part) : gathered;
	}, from);
}

test('read in any order, some of them twice, they are what was sent', () => {
	fc.assert(
		fc.property(
			someBytes.chain((bytes) => {
				const codes = codesOf(bytes)!;
				return fc.tuple(
					fc.constant(bytes),
					fc.shuffledSubarray([...codes, ...codes], { minLength: codes.length * 2 })
				);
			}),
			([bytes, codes]) => {
				const gathered = gather(codes)!;
				expect(gathered.count).toBe(Math.ceil(bytes.length / bytesInCode));
				expect(wholeOf(gathered)).toEqual(Uint8Array.from(bytes));
			}
		),
		{ numRuns: runs(60) }
	);
});

test('it is whole with the last one, and not before', () => {
	fc.assert(
		fc.property(someBytes, fc.nat(), (bytes, left) => {
			const codes = codesOf(bytes)!;
			const most = gather(codes.filter((_, place) => place !== left % codes.length));
			expect(most?.parts.size ?? 0).toBe(codes.length - 1);
			expect(most && wholeOf(most)).toBeUndefined();
		}),
		{ numRuns: runs(40) }
	);
});

test('a code read wrong anywhere is no code', () => {
	fc.assert(
		fc.property(someBytes, fc.nat(), fc.nat(), fc.constantFrom(...'AQgw4_-9'), (bytes, which, at, char) => {
			const codes = codesOf(bytes)!;
			const code = codes[which % codes.length]!;
			const place = at % code.length;
			if (code[place] === char) return;
			const part = readCode(code.slice(0, place) + char + code.slice(place + 1));
			// the last char may have bits that say nothing
			if (part) expect(part).toEqual(readCode(code));
			expect(readCode(code.slice(0, place))).toBeUndefined();
		}),
		{ numRuns: runs(200) }
	);
});

test('another row that comes between begins anew, and nothing of the two is mixed', () => {
	const one = new Uint8Array(3 * bytesInCode).fill(1);
	const other = new Uint8Array(3 * bytesInCode).fill(2);
	const [a, b, c] = codesOf(one) as [string, string, string];
	const others = codesOf(other)!;
	expect(wholeOf(gather([a, b, ...others])!)).toEqual(other);
	const half = gather([a, b, others[0]!, c])!;
	expect(half.parts.size).toBe(1);
	expect(wholeOf(half)).toBeUndefined();
});

test('a row whose parts are each whole, and together are not, is not taken', () => {
	const one = new Uint8Array(2 * bytesInCode).fill(1);
	const gathered = gather(codesOf(one)!)!;
	const wrong = { ...gathered, parts: new Map([...gathered.parts, [1, new Uint8Array(bytesInCode)]]) };
	expect(wholeOf(wrong)).toBeUndefined();
});

test('nothing, and too much, have no codes', () => {
	expect(codesOf(new Uint8Array(0))).toBeUndefined();
	expect(codesOf(new Uint8Array(mostCodes * bytesInCode))).toHaveLength(mostCodes);
	expect(codesOf(new Uint8Array(mostCodes * bytesInCode + 1))).toBeUndefined();
});

test.each([
	['a sheet', 'https://envol.example/fr/receive/#1AAAA'],
	['nothing', 'ENVOL+'],
	['no base64url', 'ENVOL+???'],
	['another form', `ENVOL+${toBase64url(withChecksum(Uint8Array.from([2, 0, 0, 0, 0, 0, 1, 7])))}`],
	['a place past the end', `ENVOL+${toBase64url(withChecksum(Uint8Array.from([1, 0, 0, 0, 0, 1, 1, 7])))}`],
	['an empty one', `ENVOL+${toBase64url(withChecksum(Uint8Array.from([1, 0, 0, 0, 0, 0, 1])))}`],
	['too many', `ENVOL+${toBase64url(withChecksum(Uint8Array.from([1, 0, 0, 0, 0, 0, 61, 7])))}`]
])('%s is none of them', (_what, text) => {
	expect(readCode(text)).toBeUndefined();
});

test('the sum is the one of zip', () => {
	expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
