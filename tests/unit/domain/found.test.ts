// @vitest-environment node
import { expect, test } from 'vitest';
import { foundAmong } from '$lib/domain/found';

const offers = [
	{ words: 'Écrire mes soucis en début de soirée', alsoFoundBy: 'journal' },
	{ words: 'Tenir un journal', alsoFoundBy: '' },
	{ words: 'Faire une courte sieste', alsoFoundBy: 'dormir' }
];
const found = (typed: string) => foundAmong(offers, typed).map(({ words }) => words.split(' ')[0]);

test('finds by the beginnings of words, whatever accents and capitals, and what says it itself first', () => {
	expect(found('ECRIRE')).toEqual(['Écrire']);
	expect(found('journal')).toEqual(['Tenir', 'Écrire']);
	expect(found('dormir')).toEqual(['Faire']);
	expect(found('')).toHaveLength(3);
});

test('lets a slip of one letter pass where nothing else matches', () => {
	expect(found('sieset')).toEqual(['Faire']);
	expect(found('xylophone')).toEqual([]);
});
