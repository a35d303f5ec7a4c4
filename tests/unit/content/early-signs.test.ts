import { describe, expect, test } from 'vitest';
import { earlySigns } from '$lib/content/early-signs';
import { signCategories } from '$lib/domain/early-sign';
import { frenchSlips, langs, wordsIn } from '../../support/message-files';

const ids = earlySigns.map(({ id }) => id);

test('a person can look through 45 examples, each of them once', () => {
	expect(ids).toHaveLength(45);
	expect(new Set(ids).size).toBe(45);
});

test('a sign that calls for help now is marked so, and no other is', () => {
	const urgent = earlySigns.filter(({ level }) => level === 'urgent');
	expect(urgent).toHaveLength(6);
	expect(urgent).toEqual(earlySigns.filter(({ category }) => category === 'urgent'));
});

test('every part of life has an example', () => {
	expect(new Set(earlySigns.map(({ category }) => category))).toEqual(new Set(signCategories));
});

describe.each(langs)('in %s', (lang) => {
	test('every sign and category has its words, and no words are left over', () => {
		expect(Object.keys(wordsIn(lang, 'early-signs', 'signs'))).toEqual(ids);
		expect(Object.keys(wordsIn(lang, 'early-signs', 'categories'))).toEqual(signCategories);
	});

	test('a sign is in the words of the person, who is never spoken to', () => {
		const lines = Object.values(wordsIn(lang, 'early-signs', 'signs'));
		expect(lines.filter((line) => /\byou(?:rs?)?\b|(?<!-)\bvous\b|\bvo(?:tre|s)\b/i.test(line))).toEqual([]);
	});
});

test('a French reader sees the typography of home', () => {
	const lines = Object.values(wordsIn('fr', 'early-signs', 'signs'));
	expect(lines.filter((line) => frenchSlips(line).length > 0)).toEqual([]);
});
