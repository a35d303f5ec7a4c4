import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleId, isOfExample } from '$lib/domain/example';
import '../../support/property-runs';

const words = fc.string({ minLength: 1, maxLength: 40 });
const item = fc.record(
	{ words, role: words, on: words, tags: fc.array(words, { maxLength: 3 }) },
	{ requiredKeys: ['words'] }
);

test('what nobody changed is of the example, wherever it stands and in whatever order it was written down', () => {
	fc.assert(
		fc.property(item, fc.nat(), (said, order) => {
			const id = exampleId('people', said);
			const turned = Object.fromEntries(Object.entries(said).reverse());
			expect(isOfExample({ ...turned, id, order, at: 5, changedAt: 6, deletedAt: 7 } as { id: string })).toBe(
				true
			);
			expect(isOfExample({ ...said, id, missing: undefined } as { id: string })).toBe(true);
		})
	);
});

test('one other letter, or one field more, makes it the person’s own', () => {
	fc.assert(
		fc.property(item, words, (said, more) => {
			const id = exampleId('people', said);
			expect(isOfExample({ ...said, id, words: said.words + more } as { id: string })).toBe(false);
			expect(isOfExample({ ...said, id, keptAt: 1 } as { id: string })).toBe(false);
		})
	);
});

test('what the person wrote is never of the example', () => {
	expect(isOfExample({ id: '7c9e6679-7425-40de-944b-e07fc1f90ae7' })).toBe(false);
	const said = { words: 'bread' };
	expect(isOfExample({ ...said, id: exampleId('a', said).replace('example-', '') } as { id: string })).toBe(
		false
	);
});
