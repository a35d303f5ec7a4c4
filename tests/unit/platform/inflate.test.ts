import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inflateRaw } from '$lib/platform/inflate';
import { runs } from '../../support/property-runs';

const most = 16_384;
const plain = (bytes: Uint8Array | undefined) => bytes && [...bytes];

/** Long runs, short words again and again, and noise. */
const anyBytes = fc.oneof(
	fc.uint8Array({ maxLength: 2000 }),
	fc
		.array(fc.constantFrom('marcher ', 'dormir ', 'é', '🙂', 'aaaaaaaaaaaa'), { maxLength: 400 })
		.map((words) => Uint8Array.from(Buffer.from(words.join('')))),
	fc.nat(4000).map((length) => new Uint8Array(length))
);
const anyWay = fc.record({
	level: fc.integer({ min: 0, max: 9 }),
	strategy: fc.constantFrom(
		constants.Z_DEFAULT_STRATEGY,
		constants.Z_FIXED,
		constants.Z_HUFFMAN_ONLY,
		constants.Z_RLE
	)
});

test('an old phone unpacks what a new computer packed, however it did', () => {
	fc.assert(
		fc.property(anyBytes, anyWay, (bytes, way) => {
			const packed = Uint8Array.from(deflateRawSync(bytes, way));
			expect(plain(inflateRaw(packed, most))).toEqual([...bytes]);
		}),
		{ numRuns: runs(1000) }
	);
});

test('what came to harm never breaks the page, nor grows past its limit', () => {
	fc.assert(
		fc.property(
			anyBytes,
			anyWay,
			fc.uint8Array({ minLength: 1, maxLength: 6 }),
			fc.nat(),
			(bytes, way, noise, at) => {
				const packed = Uint8Array.from(deflateRawSync(bytes, way));
				packed.set(noise.slice(0, packed.length), at % Math.max(1, packed.length - noise.length));
				expect(inflateRaw(packed, most)?.length ?? 0).toBeLessThanOrEqual(most);
			}
		),
		{ numRuns: runs(2000) }
	);
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
			expect(inflateRaw(noise, most)?.length ?? 0).toBeLessThanOrEqual(most);
		}),
		{ numRuns: runs(1000) }
	);
});

test('cut off anywhere, it is not whole', () => {
	const packed = Uint8Array.from(deflateRawSync(Buffer.from('marcher, dormir, marcher, manger')));
	for (let length = 0; length < packed.length; length++)
		expect(inflateRaw(packed.subarray(0, length), most)).toBeUndefined();
});

test('a bomb stops at the limit', () => {
	const bomb = Uint8Array.from(deflateRawSync(Buffer.alloc(1_000_000)));
	expect(inflateRaw(bomb, most)).toBeUndefined();
	expect(inflateRaw(Uint8Array.from(deflateRawSync(Buffer.alloc(most))), most)).toHaveLength(most);
});
