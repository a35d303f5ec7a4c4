import { describe, expect, test } from 'vitest';
import { survivalSteps } from '$lib/content/survival';
import { horizons, survivalKinds } from '$lib/domain/survival';
import { frenchSlips, langs, wordsIn } from '../../support/message-files';

const ids = survivalSteps.map(({ id }) => id);

test('a person in a very hard moment has 39 lines to choose from, each of them once', () => {
	expect(ids).toHaveLength(39);
	expect(new Set(ids).size).toBe(39);
	expect(survivalSteps.map(({ order }) => order)).toEqual(survivalSteps.map((_, index) => index + 1));
});

test('safety comes first, then the nearest moment', () => {
	const far = survivalSteps.map(({ horizon }) => horizons.indexOf(horizon));
	expect(far).toEqual(far.toSorted((a, b) => a - b));
	const isSafety = survivalSteps.map(({ kind }) => kind === 'safety');
	expect(isSafety.lastIndexOf(true)).toBe(isSafety.filter(Boolean).length - 1);
	expect(survivalSteps[0]?.kind).toBe('safety');
});

test('every horizon and every kind of help has a line', () => {
	expect(new Set(survivalSteps.map(({ horizon }) => horizon))).toEqual(new Set(horizons));
	expect(new Set(survivalSteps.map(({ kind }) => kind))).toEqual(new Set(survivalKinds));
});

describe.each(langs)('in %s', (lang) => {
	test('every line and horizon has its words, and no words are left over', () => {
		expect(Object.keys(wordsIn(lang, 'survival', 'steps'))).toEqual(ids);
		expect(Object.keys(wordsIn(lang, 'survival', 'horizons'))).toEqual(horizons);
	});

	test('the very first line names death and gives two numbers to reach a person', () => {
		const first = wordsIn(lang, 'survival', 'steps')[ids[0]!]!;
		expect(first).toMatch(/9-1-1.*9-8-8/);
		expect(first).toMatch(/ending your life|mettre fin à vos jours/);
	});

	test('nobody is told to take more medication', () => {
		const line = wordsIn(lang, 'survival', 'steps')['sur-take-usual-medication-if-time']!;
		expect(line).toMatch(/Don’t take more|Ne pas en prendre plus/);
	});
});

test('a French reader sees the typography of home', () => {
	const lines = Object.values(wordsIn('fr', 'survival', 'steps'));
	expect(lines.filter((line) => frenchSlips(line).length > 0)).toEqual([]);
});
