import fc from 'fast-check';
import { expect, test } from 'vitest';
import { facesFromSheet } from '$lib/domain/paper-die';
import { ideaForms, mostIdeas, type Mention } from '$lib/domain/prescription';
import { faceKey } from '$lib/domain/shared-die';

const anyMention: fc.Arbitrary<Mention> = fc.oneof(
	fc.record({ id: fc.constantFrom('phy-a', 'soc-b', 'men-c', 'phy-d') }),
	fc.record({ words: fc.constantFrom('Broder', 'broder', 'Danser', 'Appeler Léa') }),
	fc.record({ unknown: fc.integer({ min: 1900, max: 1999 }) })
);
const anyIdeas = fc
	.tuple(...ideaForms.map(() => fc.array(anyMention, { maxLength: mostIdeas })))
	.map(([physical = [], social = [], mental = []]) => ({ physical, social, mental }));

test('a die from a sheet has six faces at most, no two the same, and rest where there is room', () => {
	fc.assert(
		fc.property(anyIdeas, (ideas) => {
			const faces = facesFromSheet(ideas);
			expect(faces.length).toBeLessThanOrEqual(6);
			expect(new Set(faces.map(faceKey)).size).toBe(faces.length);
			const known = new Set(
				ideaForms.flatMap((form) =>
					ideas[form].flatMap(({ id, words }) => id ?? (words && `own ${words.toLowerCase()}`) ?? [])
				)
			);
			expect(faces.filter(({ kind }) => kind !== 'rest')).toHaveLength(Math.min(6, known.size));
			expect(faces.some(({ kind }) => kind === 'rest')).toBe(known.size < 6);
		})
	);
});

test('each form comes before any comes twice', () => {
	const ideas = {
		physical: [{ id: 'phy-a' }, { id: 'phy-b' }, { id: 'phy-c' }],
		social: [{ words: 'Appeler Léa' }],
		mental: [{ id: 'men-a' }, { id: 'men-b' }]
	};
	expect(facesFromSheet(ideas).map(faceKey)).toEqual([
		'phy-a',
		'own appeler léa',
		'men-a',
		'phy-b',
		'men-b',
		'phy-c'
	]);
});

test('a sheet without ideas gives a die of rest, and faces for a pen', () => {
	expect(facesFromSheet({ physical: [], social: [], mental: [] })).toEqual([{ kind: 'rest' }]);
});
