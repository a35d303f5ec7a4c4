import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partThatFits } from '$lib/domain/field-room';
import { graphemes } from '$lib/domain/graphemes';
import { runs } from '../../support/property-runs';

test('what has room comes in whole, and a family is never cut in two', () => {
	expect(partThatFits('a walk', 6)).toBe('a walk');
	expect(partThatFits('a long walk', 6)).toBe('a long');
	expect(partThatFits('x👨‍👩‍👧y', 8)).toBe('x');
	expect(partThatFits('x👨‍👩‍👧y', 9)).toBe('x👨‍👩‍👧');
	expect(partThatFits('anything', 0)).toBe('');
	expect(partThatFits('anything', -3)).toBe('');
});

test('the part is the beginning, in whole letters, and one letter more would be too many', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, room) => {
			const part = partThatFits(text, room);
			const letters = graphemes(text);
			expect(letters.slice(0, graphemes(part).length).join('')).toBe(part);
			expect(part.length).toBeLessThanOrEqual(room);
			const next = letters[graphemes(part).length];
			if (next !== undefined) expect((part + next).length).toBeGreaterThan(room);
		}),
		{ numRuns: runs(300) }
	);
});
