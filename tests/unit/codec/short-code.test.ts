import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCodeError } from '$lib/codec/code-error';
import { isPlain, looksTyped, mostTyped, readTypedCode, typedCodeOf } from '$lib/codec/short-code';
import { aLine } from '../../support/prescriptions';
import { runs } from '../../support/property-runs';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const anyCodes = fc.array(
	fc.oneof(fc.integer({ min: 100, max: 611 }), fc.integer({ min: 1000, max: 1511 })),
	{ minLength: 1, maxLength: mostTyped }
);
const bare = (codes: readonly number[]) => typedCodeOf(codes)!.replaceAll('-', '');

/** What is wrong with it, or the codes it means. */
function read(typed: string): unknown {
	try {
		return readTypedCode(typed);
	} catch (error) {
		return isCodeError(error) ? error.trouble : error;
	}
}

test('a plan from the catalogue is typed and means the same plan', () => {
	fc.assert(
		fc.property(anyCodes, (codes) => {
			expect(readTypedCode(typedCodeOf(codes)!)).toEqual(codes);
		})
	);
});

test('it stands in groups of four, easy to follow with a finger', () => {
	expect(typedCodeOf([100])).toBe('1000-7');
	expect(typedCodeOf([100, 611, 1000, 1511])).toMatch(/^1[0-9A-Z]{3}(-[0-9A-Z]{1,4})+$/);
});

describe('a hand that slips', () => {
	test('every single wrong character is noticed', () => {
		fc.assert(
			fc.property(anyCodes, (codes) => {
				const right = bare(codes);
				for (let at = 0; at < right.length; at++)
					for (const char of alphabet)
						if (char !== right[at])
							expect(read(right.slice(0, at) + char + right.slice(at + 1))).toBe('damaged');
			}),
			{ numRuns: runs(40) }
		);
	});

	test('any two characters that changed places are noticed', () => {
		fc.assert(
			fc.property(anyCodes, (codes) => {
				const right = bare(codes);
				const body = right.length - 2;
				for (let a = 0; a < body; a++)
					for (let b = a + 1; b < body; b++) {
						if (right[a] === right[b]) continue;
						const changed = [...right];
						[changed[a], changed[b]] = [right[b]!, right[a]!];
						expect(read(changed.join(''))).toBe('damaged');
					}
			}),
			{ numRuns: runs(100) }
		);
	});

	test('a character left out, or typed twice, never gives a plan that is quietly wrong in length', () => {
		const right = bare([100, 120, 1000]);
		for (let at = 0; at < right.length; at++) {
			expect(read(right.slice(0, at) + right.slice(at + 1))).toBe('damaged');
			expect(read(right.slice(0, at) + right[at] + right.slice(at))).toBe('damaged');
		}
	});

	test('small letters, other gaps and look-alikes are read as they are meant', () => {
		const code = typedCodeOf([132, 133, 1023, 610])!;
		for (const typed of [
			code.toLowerCase(),
			code.replaceAll('-', ' '),
			code.replaceAll('-', ''),
			code.replaceAll('-', ' – '),
			code.replaceAll('-', '\u2011'),
			`  ${code}\n`,
			code.replaceAll('1', 'I').replaceAll('0', 'O'),
			code.replaceAll('1', 'l').replaceAll('0', 'o'),
			code.replaceAll('V', 'u')
		])
			expect(read(typed)).toEqual([132, 133, 1023, 610]);
	});
});

test.each(['', '1', '1234', '????', 'é', '🙂🙂🙂🙂🙂', '10000000000000000000000000000000'])(
	'"%s" is no code',
	(typed) => {
		expect(read(typed)).toBe('damaged');
	}
);

test('a later form says that it is newer', () => {
	// the same characters under the form "2", with the checksum made for it
	const values = [2, 0, 0];
	const sum = values.reduce((total, value, index) => (total + (value + 1) * (index + 1)) % 1021, 0);
	expect(read(`200${alphabet[sum >> 5]}${alphabet[sum & 31]}`)).toBe('newer');
});

test('what cannot be typed has no typed code', () => {
	expect(typedCodeOf([])).toBeUndefined();
	expect(typedCodeOf([99])).toBeUndefined();
	expect(typedCodeOf([612])).toBeUndefined();
	expect(typedCodeOf([1512])).toBeUndefined();
	expect(typedCodeOf(Array.from({ length: mostTyped + 1 }, () => 100))).toBeUndefined();
});

test('a link does not look typed', () => {
	expect(looksTyped('1000-7')).toBe(true);
	expect(looksTyped('https://envol.example/en/receive/#1AAAA')).toBe(false);
	expect(looksTyped('1'.repeat(40))).toBe(false);
});

test('a line with anything of its own is not plain: typing would lose it', () => {
	const suggested = aLine({ item: 'hyg-wake-make-bed', habit: 'wake' });
	expect(isPlain(suggested, suggested)).toBe(true);
	expect(isPlain(suggested, undefined)).toBe(false);
	for (const own of [
		{ words: 'a' },
		{ detail: 'a' },
		{ tiny: 'a' },
		{ reason: 'a' },
		{ isSmall: true },
		{ petal: 'social' },
		{ moment: 'night' },
		{ times: 2 },
		{ frequency: { kind: 'once' } }
	] as const)
		expect(isPlain({ ...suggested, ...own }, suggested)).toBe(false);
});
