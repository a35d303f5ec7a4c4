import { describe, expect, test } from 'vitest';
import type { Lang } from '$lib/domain/language';
import { adviceOn, type Advice } from '$lib/domain/row-advice';

const about = (words: string, lang: Lang, more: Partial<Parameters<typeof adviceOn>[0]> = {}) =>
	adviceOn({ words, moment: 'morning', ...more }, lang);

// one line a row, to be read as a table
// prettier-ignore
const lines: [lang: Lang, words: string, advice: Advice[]][] = [
	['en', 'Walk 10 minutes', []],
	['fr', 'Marcher 10 minutes', []],
	['en', 'Feed the cat', []],
	['fr', 'Nourrir le chat', []],
	['en', 'Take lithium 300 mg', ['dose']],
	['fr', 'Prendre 2 comprimés', ['dose']],
	['en', 'Drink 500 ml of water', []],
	['fr', 'Prendre 5 ml de sirop', ['dose']],
	['en', 'Manage my schizophrenia', ['diagnosis']],
	['fr', 'Gérer mon trouble bipolaire', ['diagnosis']],
	['en', "Don't stay in bed", ['instead']],
	['en', 'Don’t stay in bed', ['instead']],
	['fr', 'Ne pas rester au lit', ['instead']],
	['fr', 'Arrêter de fumer', ['instead']],
	['en', 'You should walk 10 minutes', ['mine']],
	['fr', 'Vous devez marcher 10 minutes', ['mine']],
	['fr', 'Il faut appeler Luc', ['mine']],
	['en', 'Eat better', ['specific']],
	['fr', 'Manger mieux', ['specific']],
	['en', 'More walks', ['specific']],
	['en', 'Walk more, 10 minutes', []],
	['en', 'Walk 60 minutes', ['smaller']],
	['en', 'Go to the gym for 2 hours', ['smaller']],
	['fr', 'Marcher 1 heure', ['smaller']],
	['en', 'Call my sister and my brother and my old friend', ['shorter']],
	// words that only look like those above
	['en', 'Stopwatch game', []],
	['en', 'Walk to the Must Café', ['mine']],
	['fr', 'Surplus: porter au sous-sol', []],
	['fr', 'Écrire à Tonio', []]
];

test.each(lines)('in %s, "%s" gets the advice %j', (lang, words, advice) => {
	expect(about(words, lang)).toEqual(advice);
});

describe('a line', () => {
	test('with no time of day and no detail may say when', () => {
		expect(about('Feed the cat', 'en', { moment: 'any' })).toEqual(['when']);
		expect(about('Feed the cat', 'en', { moment: 'any', detail: 'after lunch' })).toEqual([]);
	});

	test('that is long has a tiny way already: nothing to say', () => {
		expect(about('Walk 60 minutes', 'en', { tiny: 'Put on my shoes' })).toEqual([]);
	});

	test('of the catalogue, as it is, gets no advice on its words', () => {
		expect(adviceOn({ moment: 'any' }, 'en')).toEqual([]);
	});

	test('never holds a dose, wherever it is written', () => {
		expect(adviceOn({ moment: 'any', detail: '2 tablets at 8:00' }, 'en')).toEqual(['dose']);
		expect(about('Prendre l’air', 'fr', { tiny: '5 gouttes' })).toEqual(['dose']);
	});
});
