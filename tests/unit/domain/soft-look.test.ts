import { expect, test } from 'vitest';
import { addDays, localDay } from '$lib/domain/local-day';
import { isLookOffered } from '$lib/domain/soft-look';

const today = localDay('2026-11-29');

test('a look is offered only to who asked for it, and at most once in a year', () => {
	const offered = (isWanted: boolean, ago?: number) =>
		isLookOffered({ isWanted, last: ago === undefined ? undefined : addDays(today, -ago) }, today, 365);
	expect(offered(false)).toBe(false);
	expect(offered(false, 1000)).toBe(false);
	expect(offered(true, 0)).toBe(false);
	expect(offered(true, 364)).toBe(false);
	expect(offered(true, 365)).toBe(true);
	expect(offered(true)).toBe(true);
});

test('a clock set back offers nothing early', () => {
	expect(isLookOffered({ isWanted: true, last: addDays(today, 30) }, today, 7)).toBe(false);
});
