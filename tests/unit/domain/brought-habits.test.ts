// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	frequencyOfRatio,
	mostBroughtHabits,
	tidyHabits,
	withDoneElsewhere,
	withHabits,
	type BroughtHabit
} from '$lib/domain/brought-habits';
import { localDay } from '$lib/domain/local-day';
import { aDay, aStep, idsInOrder } from '../../support/builders';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-29');
const making = () => ({ newId: idsInOrder(), at: 7 });
const aHabit = (given: Partial<BroughtHabit> = {}): BroughtHabit => ({
	name: 'Walk',
	frequency: { kind: 'daily' },
	days: [localDay('2026-11-20')],
	isAway: false,
	...given
});

test.each([
	[1, 1, { kind: 'daily' }],
	[3, 7, { kind: 'weekly', times: 3 }],
	[2, 30, { kind: 'weekly', times: 1 }],
	[2, 3, { kind: 'weekly', times: 5 }],
	[9, 7, { kind: 'daily' }],
	[0, 7, { kind: 'daily' }],
	[NaN, 0, { kind: 'daily' }]
])('%d times in %d days', (times, days, frequency) => {
	expect(frequencyOfRatio(times, days)).toEqual(frequency);
});

test('a new habit is a step at the end, an archived one a step that is put away, a known one gives its days only', () => {
	const steps = [aStep({ id: 'a', words: 'Marcher', frequency: { kind: 'once' } }), aStep({ id: 'x', words: 'Thé', isExample: true, order: 1 })]; // prettier-ignore
	const habits = [
		aHabit({ name: 'MARCHER' }),
		aHabit({ name: 'Thé', frequency: { kind: 'weekly', times: 2 } }),
		aHabit({ name: 'Old', isAway: true, days: [localDay('2026-11-20'), localDay('2026-11-21')] })
	];
	const plan = withHabits(steps, habits, making());
	expect(plan.steps.map(({ id, words, order, putAwayAt }) => [id, words, order, putAwayAt])).toEqual([
		['a', 'Marcher', 0, undefined],
		['x', 'Thé', 1, undefined],
		['new-1', 'Thé', 2, undefined],
		['new-2', 'Old', expect.anything(), 7]
	]);
	expect(plan.steps[0]).toBe(steps[0]);
	expect(plan.steps[2]!.frequency).toEqual({ kind: 'weekly', times: 2 });
	expect([...plan.done]).toEqual([
		['2026-11-20', ['a', 'new-1', 'new-2']],
		['2026-11-21', ['new-2']]
	]);
	expect(withHabits(steps, [aHabit({ name: 'marcher' })], making()).steps).toBe(steps);
});

test('what is brought in twice is there once, and an answer of the day stays', () => {
	const day = aDay('2026-11-20', ['a'], { isRest: true, note: 'Slow' });
	const done = withHabits(
		[aStep({ id: 'a', words: 'Walk' })],
		[aHabit(), aHabit({ name: 'Tea' })],
		making()
	).done;
	const once = withDoneElsewhere(day, done.get(day.day)!);
	expect(once).toMatchObject({
		isRest: true,
		note: 'Slow',
		ticks: [{ step: 'a', at: 0 }, { step: 'new-1' }]
	});
	expect(withDoneElsewhere(once, done.get(day.day)!)).toBe(once);
});

test('whatever a file holds, no more comes in than a person could have, and never a day to come', () => {
	const day = fc.integer({ min: 1900, max: 2100 }).map((year) => localDay(`${year}-05-05`));
	const habit = fc.record({ name: fc.string(), frequency: fc.constant({ kind: 'daily' as const }), days: fc.array(day), isAway: fc.boolean() }); // prettier-ignore
	fc.assert(
		fc.property(fc.array(habit), (habits) => {
			const tidy = tidyHabits(habits, today);
			expect(tidyHabits(tidy, today)).toEqual(tidy);
			for (const { days } of tidy)
				for (const each of days) expect(each >= '1990' && each <= today).toBe(true);
		}),
		{ numRuns: runs(100) }
	);
	const many = Array.from({ length: 5000 }, (_, i) => aHabit({ name: `h${i}` }));
	expect(tidyHabits(many, today)).toHaveLength(mostBroughtHabits);
});
