import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activities } from '$lib/content/activities';
import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import { efforts, forms } from '$lib/domain/activity';
import { readBody } from '$lib/codec/sheet-code';
import { withChecksum } from '$lib/codec/bytes';
import { readDie, writeDie } from '$lib/codec/dice-code';
import { isCodeError } from '$lib/codec/code-error';
import { faceKey, type SharedDie, type SharedFace } from '$lib/domain/shared-die';
import { tidyWords } from '$lib/domain/step';
import { readTypedCode, readTypedDie, typedDieOf, type typedRest } from '$lib/codec/short-code';
import { runs } from '../../support/property-runs';

const anyFace: fc.Arbitrary<SharedFace> = fc.oneof(
	fc.constant({ kind: 'rest' as const }),
	fc.constantFrom(...activities.map(({ id }) => ({ kind: 'activity' as const, id }))),
	fc.record({
		kind: fc.constant('own' as const),
		words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 15 }).filter((w) => tidyWords(w) === w),
		form: fc.constantFrom(...forms),
		effort: fc.constantFrom(...efforts)
	}),
	fc.record({ kind: fc.constant('unknown' as const), number: fc.integer({ min: 1400, max: 1900 }) })
);
const anyDie: fc.Arbitrary<SharedDie> = fc.uniqueArray(anyFace, {
	minLength: 6,
	maxLength: 6,
	selector: faceKey
});
const sealed = (bytes: readonly number[]) => withChecksum(Uint8Array.from(bytes));

function read(reading: () => unknown): unknown {
	try {
		return reading();
	} catch (error) {
		return isCodeError(error) ? error.trouble : error;
	}
}
const readBytes = (bytes: Uint8Array) => read(() => readDie(bytes, catalogueNumbers));

test('dice of every kind come back as they were, in the same order', () => {
	fc.assert(
		fc.property(anyDie, (die) => {
			expect(readDie(writeDie(die, catalogueNumbers), catalogueNumbers)).toEqual(die);
		}),
		{ numRuns: runs(1000) }
	);
});

test('every bit that was turned and every byte that was cut off is noticed', () => {
	fc.assert(
		fc.property(anyDie, (die) => {
			const bytes = writeDie(die, catalogueNumbers);
			for (let length = 0; length < bytes.length; length++)
				expect(readBytes(bytes.subarray(0, length))).toBe('damaged');
			for (let bit = 0; bit < bytes.length * 8; bit++) {
				const turned = Uint8Array.from(bytes);
				turned[bit >> 3]! ^= 1 << (bit & 7);
				expect(readBytes(turned)).toBe('damaged');
			}
		}),
		{ numRuns: runs(20) }
	);
});

test('an Envol from before the dice says that a newer one made it', () => {
	const die: SharedDie = fc.sample(anyDie, 1)[0]!;
	expect(read(() => readBody(writeDie(die, catalogueNumbers), catalogueNumbers))).toBe('newer');
});

// rest, then five activities: 1000 is e8 07 in seven bits a byte
const [rest, walk] = [1, [0xe8, 0x07]];
const five = [1001, 1002, 1003, 1004].flatMap((code) => [(code & 127) | 128, code >> 7]);
const own = (about: number, ...text: number[]) => [0, about, text.length, ...text];

describe('a code that somebody made by hand', () => {
	test('with its own words opens', () => {
		expect(readBytes(sealed([2, 0, rest, ...own(6, 97, 98), ...five]))).toMatchObject([
			{ kind: 'rest' },
			{ kind: 'own', words: 'ab', form: 'mental', effort: 1 },
			{},
			{},
			{},
			{}
		]);
	});

	test.each([
		['of another form', [2, 1, rest, ...walk, ...five], 'newer'],
		['with own words of another form', [2, 0, rest, ...own(0x16, 97), ...five], 'newer'],
		['with an effort that is none', [2, 0, rest, ...own(2, 97), ...five], 'damaged'],
		['with own words that say nothing', [2, 0, rest, ...own(6, 32), ...five], 'damaged'],
		['with 61 letters', [2, 0, rest, ...own(6, ...Array<number>(61).fill(97)), ...five], 'damaged'],
		['with a habit as a face', [2, 0, rest, 100, ...five], 'damaged'],
		['with a sign as a face', [2, 0, rest, 0xd0, 0x0f, ...five], 'damaged'],
		['with the same face twice', [2, 0, rest, rest, ...five], 'damaged'],
		['with the same words twice', [2, 0, ...own(6, 97), ...own(5, 65), ...five], 'damaged'],
		['of five faces', [2, 0, rest, ...five], 'damaged'],
		['of seven faces', [2, 0, rest, ...walk, ...five, 0xed, 0x07], 'damaged']
	])('%s: refused', (_, bytes, trouble) => {
		expect(readBytes(sealed(bytes))).toBe(trouble);
	});
});

describe('a die typed by hand', () => {
	const anyTyped: fc.Arbitrary<(number | typeof typedRest)[]> = fc
		.tuple(fc.uniqueArray(fc.integer({ min: 1000, max: 1511 }), { minLength: 5, maxLength: 5 }), fc.nat(5))
		.map(([faces, at]) => faces.toSpliced(at, 0, 'rest' as never));

	test('means the same die, and is never taken for a plan', () => {
		fc.assert(
			fc.property(anyTyped, (faces) => {
				const typed = typedDieOf(faces)!;
				expect(typed).toMatch(/^2[0-9A-Z]{3}(-[0-9A-Z]{1,4}){3}$/);
				expect(readTypedDie(typed)).toEqual(faces);
				expect(read(() => readTypedCode(typed))).toBe('newer');
			})
		);
	});

	test('every single wrong character is noticed', () => {
		const typed = typedDieOf([1000, 1001, 'rest', 1100, 1200, 1251])!;
		for (let at = 0; at < typed.length; at++)
			for (const char of '0123456789ABCDEFGHJKMNPQRSTVWXYZ')
				if (typed[at] !== '-' && char !== typed[at])
					expect(read(() => readTypedDie(typed.slice(0, at) + char + typed.slice(at + 1)))).toBe('damaged');
	});

	test('what is not an idea of the catalogue has no typed code', () => {
		expect(typedDieOf([1000, 100, 1001, 1002, 1003, 1004])).toBeUndefined();
		expect(typedDieOf([1000, 1512, 1001, 1002, 1003, 1004])).toBeUndefined();
	});
});
