import { describe, expect, test } from 'vitest';
import { journalPrompts } from '$lib/content/journal-prompts';
import { ailes, pillarOrder } from '$lib/content/pillars';
import { chimes } from '$lib/domain/activity';
import { ingredients, pillars, promptLevels } from '$lib/domain/journal-prompt';
import { frenchSlips, readMessages, langs, wordsIn } from '../../support/message-files';

const ids = journalPrompts.map(({ id }) => id);
const withOptions = journalPrompts.filter(({ options }) => options !== undefined);

test('a person can be offered 62 prompts, each of them once', () => {
	expect(ids).toHaveLength(62);
	expect(new Set(ids).size).toBe(62);
});

test.each([...pillars, ...ingredients])(
	'with little energy or with much, there is a way into "%s"',
	(dimension) => {
		const levels = journalPrompts
			.filter((prompt) => prompt.dimension === dimension)
			.map(({ level }) => level);
		expect(new Set(levels)).toEqual(new Set(promptLevels));
	}
);

test('one tap is enough exactly where answers are offered', () => {
	expect(withOptions).toEqual(journalPrompts.filter(({ level }) => level === 'tap'));
	expect(withOptions.filter(({ options = [] }) => options.length < 3 || options.length > 7)).toEqual([]);
});

test.each(langs)('the pillars spell their name in %s', (lang) => {
	expect(pillarOrder[lang].toSorted()).toEqual(pillars.toSorted());
	const initials = pillarOrder[lang].map((pillar) => wordsIn(lang, 'journal-prompts', 'pillars')[pillar]![0]);
	expect(initials.join('')).toBe(lang === 'en' ? 'THEP' : 'CPEE');
});

test('the wings of recovery spell AiLES', () => {
	expect(ailes.map(({ letter }) => letter).join('')).toBe('AiLES');
	expect(ailes.map(({ chime }) => chime).sort()).toEqual(chimes.toSorted());
});

describe.each(langs)('in %s', (lang) => {
	test.each([
		['levels', promptLevels],
		['pillars', pillars],
		['ingredients', ingredients],
		['chimes', ailes.map(({ chime }) => chime)],
		['prompts', ids],
		['options', withOptions.map(({ id }) => id)]
	] as const)('every one of the %s has its words, and no words are left over', (part, expected) => {
		expect(Object.keys(wordsIn(lang, 'journal-prompts', part))).toEqual(expected);
	});

	test('every answer to choose has its words, and no words are left over', () => {
		const options = readMessages(lang, 'journal-prompts')['options'] as Record<
			string,
			Record<string, string>
		>;
		for (const prompt of withOptions) expect(Object.keys(options[prompt.id]!)).toEqual(prompt.options);
	});

	test('the person reads that any question can be skipped', () => {
		expect(wordsIn(lang, 'hope', 'write')['footer']).toMatch(/skip|Aucune question n’est obligatoire/);
	});
});

test('a French reader sees the typography of home', () => {
	const lines = Object.values(wordsIn('fr', 'journal-prompts', 'prompts'));
	expect(lines.filter((line) => frenchSlips(line).length > 0)).toEqual([]);
});
