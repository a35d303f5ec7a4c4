import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { joinedDays } from '$lib/domain/joined-day';
import { localDay } from '$lib/domain/local-day';
import { aDay, stepId } from '../../support/builders';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-21');
const names = ['a', 'b', 'c'] as const;
const anyDay: fc.Arbitrary<Day> = fc
	.record(
		{
			ids: fc.array(fc.constantFrom(...names), { maxLength: 5 }),
			isRest: fc.constant(true as const),
			notToday: fc.uniqueArray(fc.constantFrom(...names).map(stepId), { minLength: 1 }),
			note: fc.constantFrom('Soup', 'Bread', 'A walk')
		},
		{ requiredKeys: ['ids'] }
	)
	.map(({ ids, ...rest }) => aDay(today, ids, rest));
const asideIn = (day: Day) => day.notToday ?? [];

describe('one day on two devices', () => {
	test('has the ticks and the answers of both, in one order whichever comes first', () => {
		const mine: Day = { ...aDay(today, ['a']), notToday: [stepId('d')] };
		const theirs: Day = { ...aDay(today, ['b']), notToday: [stepId('c')] };
		expect(joinedDays(mine, { ...theirs, isRest: true })).toMatchObject({
			isRest: true,
			notToday: ['c', 'd'],
			ticks: [{ step: 'a' }, { step: 'b' }]
		});
		expect(asideIn(joinedDays(theirs, mine))).toEqual(['c', 'd']);
	});

	test('how it was stays as this device knows it, or comes from the other', () => {
		const [calm, tense]: Day[] = [
			{ ...aDay(today), how: 'calm' },
			{ ...aDay(today), how: 'tense' }
		];
		expect(joinedDays(calm!, tense!).how).toBe('calm');
		expect(joinedDays(aDay(today), tense!).how).toBe('tense');
		expect(joinedDays(aDay(today), aDay(today))).not.toHaveProperty('how');
	});

	test('a step put aside on one of them and done on the other stays in the list', () => {
		const [aside, done] = [{ ...aDay(today), notToday: [stepId('a')] }, aDay(today, ['a'])];
		for (const day of [joinedDays(aside, done), joinedDays(done, aside)])
			expect(day).not.toHaveProperty('notToday');
		// done once, then put aside by the same hand: as they left it
		const both = { ...done, notToday: [stepId('a')] };
		expect(asideIn(joinedDays(both, aDay(today)))).toEqual(['a']);
	});

	test('says the same in either direction, and joining it again changes nothing', () => {
		fc.assert(
			fc.property(anyDay, anyDay, (mine, theirs) => {
				const day = joinedDays(mine, theirs);
				expect(asideIn(joinedDays(theirs, mine))).toEqual(asideIn(day));
				expect(joinedDays(theirs, mine).note).toEqual(day.note);
				expect(joinedDays(day, theirs)).toEqual(day);
				expect(joinedDays(day, mine)).toEqual(day);
				// nothing is put aside that nobody put aside, and what both put aside stays so
				const [one, other] = [asideIn(mine), asideIn(theirs)];
				for (const step of asideIn(day)) expect([...one, ...other]).toContain(step);
				for (const step of one) if (other.includes(step)) expect(asideIn(day)).toContain(step);
			}),
			{ numRuns: runs(200) }
		);
	});
});
