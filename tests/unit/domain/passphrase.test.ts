import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	bitsOffered,
	longestPassphrase,
	lookAtOwn,
	normalisePassphrase,
	offerPassphrase,
	passphraseCode,
	passphraseIn,
	shortestPassphrase
} from '$lib/domain/passphrase';
import '../../support/property-runs';

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

describe('the same words, however they are typed', () => {
	test.each([
		'river candle maple boat',
		'River Candle Maple Boat.',
		'RIVER-CANDLE-MAPLE-BOAT',
		'river\u2011candle – maple\u00a0boat',
		'rivercandlemapleboat',
		' river,\u200bcandle,\n maple, boat ',
		'ｒｉｖｅｒ candle maple boat',
		'rívèr candlé mâple böat'
	])('"%s"', (typed) => {
		expect(normalisePassphrase(typed)).toBe('rivercandlemapleboat');
	});

	test.each([
		['Forêt d’érable, cœur', 'foretderablecoeur'],
		["FORE\u0302T D'E\u0301RABLE CŒUR", 'foretderablecoeur'],
		['İstanbul', 'istanbul'],
		['12 34-56', '123456'],
		['', '']
	])('"%s" is "%s"', (typed, meant) => {
		expect(normalisePassphrase(typed)).toBe(meant);
	});

	test('composed or not, in capitals or not, and looked at twice', () => {
		fc.assert(
			fc.property(words, (typed) => {
				const meant = normalisePassphrase(typed);
				expect(normalisePassphrase(meant)).toBe(meant);
				expect(normalisePassphrase(typed.normalize('NFD'))).toBe(meant);
				expect(normalisePassphrase(typed.normalize('NFC'))).toBe(meant);
				expect(normalisePassphrase(`  ${typed}. `)).toBe(meant);
			})
		);
	});
});

test('other words stay other words', () => {
	expect(normalisePassphrase('river candle')).not.toBe(normalisePassphrase('candle river'));
	expect(normalisePassphrase('a+b')).not.toBe(normalisePassphrase('ab'));
});

test('five words are drawn, each by itself and with equal chance', () => {
	const list = Array.from({ length: 1024 }, (_, index) => `w${index}`);
	const numbers = [0, 1023, 1024, 5, 2 ** 32 - 1];
	expect(offerPassphrase(list, () => numbers.shift()!)).toEqual(['w0', 'w1023', 'w0', 'w5', 'w1023']);
	expect(bitsOffered).toBeGreaterThanOrEqual(44);
});

test.each([
	['', 'empty'],
	[' - . ', 'empty'],
	['short words', 'short'],
	['a'.repeat(longestPassphrase + 1), 'long'],
	['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
	['2026-11-28 514 555 0199 42', 'weak'],
	['my dog is Rex', 'short'],
	['my dog is called Rex', 'weak'],
	['my old dog Rex swims in the lake', 'good']
])('own words "%s" are %s', (typed, state) => {
	expect(lookAtOwn(typed)).toBe(state);
});

test('gaps and full stops do not make it long enough', () => {
	expect(lookAtOwn('a b c d e f g h i j k')).toBe('short');
	expect(normalisePassphrase('a b c d e f g h i j k l')).toHaveLength(shortestPassphrase);
});

test('the code on the page gives the words back, and no other code does', () => {
	fc.assert(
		fc.property(words, (typed) => {
			const meant = normalisePassphrase(typed);
			const found = passphraseIn(passphraseCode(typed));
			expect(found === undefined ? '' : normalisePassphrase(found)).toBe(meant);
		})
	);
	expect(passphraseCode('Forêt d’érable, cœur')).toBe('Envol copy: Foret d’erable, coeur');
	expect(passphraseIn('https://envol.example/fr/receive/#1AAAA')).toBeUndefined();
	expect(passphraseIn(passphraseCode('x'.repeat(longestPassphrase + 1)))).toBeUndefined();
	expect(passphraseIn(passphraseCode(''))).toBeUndefined();
});
