import { expect, test } from 'vitest';
import fc from 'fast-check';
import { matches, plain } from '$lib/domain/search';
import { runs } from '../../support/property-runs';

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
	['❤️', '❤'],
	['un exem\u00adple', 'exemple'],
	['\u2068Léa\u2069 est venue', 'lea'],
	["I don't know", 'dont'],
	['I don’t know', "don't"],
	['I don´t know', 'don’t'],
	['dont', "don't"],
	['Aujourd’hui', 'aujourdhui'],
	['aujourdhui', "Aujourd'hui"],
	['Mon rendez-vous', 'rendezvous'],
	['Mon rendez-vous', 'rendez vous'],
	['un courriel, un email', 'e-mail'],
	['un e-mail', 'email'],
	['C’est-à-dire', 'c’est-à-dire'],
	['Walk (slowly), then rest.', 'slowly).'],
	['and/or', 'or/and'],
	['« Œufs »', '«œufs»'],
	['café\u00a0: 2,50\u00a0$', 'café : 2,50 $'],
	['24 h/7 j', '24 h']
])('“%s” is found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(true));

test.each([
	['le chat', '🐈'],
	['le chat 🐕', '🐈'],
	['🇫🇷', '🇨🇦'],
	['rien', '😀 rien'],
	['I’ll be there', 'ill'],
	['Call', 'e-call']
])('“%s” is not found by “%s”', (text, typed) => expect(matches(text, typed)).toBe(false));

/** As one text is written by different hands and keyboards. */
const hands: ((text: string) => string)[] = [
	(text) => text,
	(text) => text.toUpperCase(),
	(text) => text.normalize('NFD'),
	(text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
	(text) => text.replace(/’/g, "'"),
	(text) => text.replace(/['’]/g, 'ʼ'),
	(text) => text.replace(/['’]/g, '´'),
	(text) => text.replace(/œ/g, 'oe').replace(/Œ/g, 'OE'),
	(text) => text.replace(/-/g, '\u2011'),
	(text) => text.replace(/-/g, ' '),
	(text) => text.replace(/ /g, '\u00a0'),
	(text) => text.replace(/ /g, ', '),
	(text) => `«\u00a0${text}\u00a0!»`,
	(text) => `“${text}.”`,
	(text) => [...text].join('\u00ad')
];
const words = fc.constantFrom('cœur', 'l’été', 'Œuvre', 'rendez-vous', 'Aujourd’hui', 'arc-en-ciel', 'don’t', 'naïve', 'ça', 'Léa', 'garçon', '211', 'e-mail', 'où', 'qu’elle'); // prettier-ignore
const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));

test('whoever wrote it and whoever looks for it, whatever their keyboards, it is found', () => {
	const anyHand = fc.constantFrom(...hands);
	fc.assert(
		fc.property(sentence, anyHand, anyHand, (text, wrote, looked) => {
			expect(matches(wrote(text), looked(text))).toBe(true);
		}),
		{ numRuns: runs(500) }
	);
});
