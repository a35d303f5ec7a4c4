import { expect, test } from 'vitest';
import { parseKeptCopies } from '$lib/domain/last-copy';
import { localDay } from '$lib/domain/local-day';

test('when the last copy was saved, and how much was in it, is read field by field', () => {
	const kept = { savedAt: 5, notes: 0, photos: 2, bytes: 9, notBefore: localDay('2026-11-28') };
	expect(parseKeptCopies(kept)).toEqual(kept);
	expect(parseKeptCopies({ ...kept, notes: -1, photos: 'x', bytes: {}, notBefore: 'soon' })).toEqual({
		savedAt: 5
	});
	// without its time, what was in it says nothing
	expect(parseKeptCopies({ notes: 3, savedAt: Infinity })).toEqual({});
	for (const nothing of [undefined, null, 'x', []]) expect(parseKeptCopies(nothing)).toEqual({});
});
