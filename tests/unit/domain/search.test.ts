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
