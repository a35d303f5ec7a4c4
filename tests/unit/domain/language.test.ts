import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLang, langs, localeOf } from '$lib/domain/language';

test('the two languages are Canadian', () => {
	expect(localeOf).toEqual({ en: 'en-CA', fr: 'fr-CA' });
	for (const lang of langs) expect(isLang(lang)).toBe(true);
});

test('nothing else is taken for a language', () => {
	for (const value of ['EN', 'en-CA', 'fr ', '', 'toString', ['en'], undefined, null])
		expect(isLang(value)).toBe(false);
	fc.assert(fc.property(fc.anything(), (value) => isLang(value) === (value === 'en' || value === 'fr')));
});
