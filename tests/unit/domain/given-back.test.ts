import { expect, test } from 'vitest';
import { givenBack } from '$lib/domain/given-back';
import { localDay } from '$lib/domain/local-day';
import { aDay } from '../../support/builders';

const today = localDay('2026-11-21');

test('each day with a step has a feather, and rest or a few words take none away', () => {
	const days = [
		aDay('2026-11-18', ['a', 'b']),
		aDay('2026-11-19', [], { isRest: true }),
		aDay('2026-11-20', ['a'])
	];
	expect(givenBack(days, today)).toEqual({ feathers: 2, isBack: false });
	expect(givenBack([], today)).toEqual({ feathers: 0, isBack: false });
});

test.each([
	['2026-11-17', true],
	['2026-11-18', false],
	['2024-02-29', true]
])('who did something last on %s is back: %s', (last, isBack) => {
	expect(givenBack([aDay(last, ['a']), aDay('2023-01-01', ['a'])], today).isBack).toBe(isBack);
});
