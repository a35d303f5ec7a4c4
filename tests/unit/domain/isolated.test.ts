import fc from 'fast-check';
import { expect, test } from 'vitest';
import { besideEachOther, isolated } from '$lib/domain/isolated';
import { tidyWords } from '$lib/domain/tidy-words';

test.each(['', 'Léa', '514 555-0199', 'Œuvre № 2', '😀', 'Nguyễn', '李'])(
	'%s turns nothing, and stays as it is',
	(words) => expect(isolated(words)).toBe(words)
);

test.each([
	['محمد', '\u2068محمد\u2069'],
	['דוד', '\u2068דוד\u2069'],
	['محمد 514 555-0199', '\u2068محمد \u2066514 555-0199\u2069\u2069'],
	['+1 514 555-0199 بيت', '\u2068\u2066+1 514 555-0199\u2069 بيت\u2069'],
	['٥١٤ ٥٥٥-٠١٩٩', '\u2068\u2066٥١٤\u200e \u200e٥٥٥\u200e-\u200e٠١٩٩\u2069\u2069']
])('“%s” is set apart, its numbers from left to right', (words, apart) => {
	expect(isolated(words)).toBe(apart);
	expect(isolated(apart)).toBe(apart);
	// copied and brought back in, it is what was typed
	expect(tidyWords(apart)).toBe(words);
});

test('what is set apart is closed again, and says the same', () => {
	const anything = fc.string({ unit: fc.constantFrom('א', 'م', 'a', '1', '٥', ' ', '-', '·', 'é') });
	fc.assert(
		fc.property(fc.array(anything, { maxLength: 4 }), (parts) => {
			const line = besideEachOther(parts);
			expect(line.match(/[\u2066\u2068]/g)?.length).toBe(line.match(/\u2069/g)?.length);
			expect(line.replace(/[\u2066-\u2069\u200e]/g, '')).toBe(parts.filter(Boolean).join(' · '));
		})
	);
});
