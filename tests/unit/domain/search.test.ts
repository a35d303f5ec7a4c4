import { expect, test } from 'vitest';
import { matches, plain } from '$lib/domain/search';

test('accents, capitals and apostrophes do not stand in the way', () => {
	expect(plain('L’ÉTÉ, œufs')).toBe('l ete, oeufs');
	expect(matches('Marcher en été', 'ETE')).toBe(true);
	expect(matches('Ajouter œufs ou légumes', 'oeuf legume')).toBe(true);
	expect(matches('Écouter l’oiseau', 'oiseau')).toBe(true);
});

test('each typed word begins a word of the text, in any order', () => {
	expect(matches('Walk around the block', 'blo wal')).toBe(true);
	expect(matches('Walk around the block', 'lock')).toBe(false);
	expect(matches('Walk around the block', 'walk home')).toBe(false);
});

test('nothing typed finds everything', () => {
	expect(matches('Walk', '')).toBe(true);
	expect(matches('Walk', ' , ')).toBe(true);
});

test.each([
	['Œuvre terminée', 'oeuvre'],
	['Œuvre terminée', 'œuvre'],
	['Œuvre terminée', 'ŒUVRE TERMINEE'],
	['oeuvre', 'œuvre'],
	['Ex æquo', 'aequo'],
	['ÆQUO', 'æquo'],
	['Straße', 'strasse'],
	['STRASSE', 'straße'],
	['ﬁn de journée', 'fin'],
	['e\u0301te\u0301', 'été'],
	['l’été', "l'été"],
	['arc\u2011en\u2011ciel', 'arc-en-ciel'],
	['İstanbul', 'istanbul'],
	['ısı', 'isi'],
	['Ａｂｃ', 'abc'],
	['le chat🐈‍⬛', '🐈‍⬛'],
	['bien 👍🏽', '👍'],
	['vive le 🇨🇦', '🇨🇦'],
	['❤️', '❤']
])('“%s” is found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(true));

test.each([
	['le chat', '🐈'],
	['le chat 🐕', '🐈'],
	['🇫🇷', '🇨🇦'],
	['rien', '😀 rien']
])('“%s” is not found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(false));
