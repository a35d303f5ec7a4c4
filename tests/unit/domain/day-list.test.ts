import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDay, isEmptyDay, withNotToday, type Day } from '$lib/domain/day';
import { arranged, dayListOf, isOffered, type DayList } from '$lib/domain/day-list';
import { moments } from '$lib/domain/habit';
import { addDays, localDay } from '$lib/domain/local-day';
import { isPausedOn, planOf, shownAtOnce, type Step } from '$lib/domain/step';
import { aDay, anyStepsAround, aStep, stepsNamed } from '../../support/builders';

/** A Saturday. */
const today = localDay('2026-11-21');
const monday = localDay('2026-11-16');
const dayOfWeek = (number: number) => addDays(monday, number - 1);

const anyEarlier: fc.Arbitrary<Day[]> = fc
	.dictionary(
		fc.integer({ min: 1, max: 20 }).map((back) => addDays(today, -back)),
		fc.array(
			fc.nat(24).map((i) => `step-${i}`),
			{ maxLength: 10 }
		),
		{ maxKeys: 15 }
	)
	.map((days) => Object.entries(days).map(([day, done]) => aDay(day, done)));

const ids = (steps: readonly Step[]) => steps.map(({ id }) => id as string);
const shown = (list: DayList) => list.groups.flatMap(({ steps }) => steps);
const waiting = (list: DayList) => list.more.flatMap(({ steps }) => steps);

describe('a step is offered', () => {
	test.each(['daily', 'most-days'] as const)('on every day when it is %s', (kind) => {
		const step = aStep({ frequency: { kind } });
		const done = [1, 2, 3, 4, 5].map((day) => aDay(dayOfWeek(day), ['a']));
		for (const day of [1, 2, 3, 4, 5, 6, 7]) expect(isOffered(step, dayOfWeek(day), done)).toBe(true);
	});

	test('on the days of the week a person chose', () => {
		const step = aStep({ frequency: { kind: 'weekdays', days: [1, 6] } });
		expect([1, 2, 3, 4, 5, 6, 7].filter((day) => isOffered(step, dayOfWeek(day), []))).toEqual([1, 6]);
	});

	test('when needed, only apart from the day’s list', () => {
		const step = aStep({ frequency: { kind: 'as-needed' } });
		expect(isOffered(step, today, [])).toBe(false);
		expect(dayListOf([step], today, []).asNeeded).toEqual([step]);
	});

	test('twice a week, until it was done on two other days of the week', () => {
		const step = aStep({ frequency: { kind: 'weekly', times: 2 } });
		const done = (...days: number[]) => days.map((day) => aDay(dayOfWeek(day), ['a']));
		expect(isOffered(step, today, done())).toBe(true);
		expect(isOffered(step, today, done(2))).toBe(true);
		expect(isOffered(step, today, done(2, 4))).toBe(false);
		// the week before has passed, days to come have not
		expect(isOffered(step, today, done(-1, 0, 2))).toBe(true);
		expect(isOffered(step, dayOfWeek(3), done(2, 4, 5))).toBe(true);
		expect(isOffered(step, addDays(monday, 7), done(2, 4))).toBe(true);
	});

	test('once a week, several times on one day are one day', () => {
		const step = aStep({ frequency: { kind: 'weekly', times: 2 }, times: 3 });
		expect(isOffered(step, today, [aDay(dayOfWeek(2), ['a', 'a', 'a'])])).toBe(true);
	});

	test('what is done today stays on today’s list', () => {
		const weekly = aStep({ frequency: { kind: 'weekly', times: 1 } });
		const once = aStep({ frequency: { kind: 'once' } });
		const doneToday = [aDay(today, ['a'])];
		expect(isOffered(weekly, today, doneToday)).toBe(true);
		expect(isOffered(once, today, doneToday)).toBe(true);
	});

	test('a one-time step stays until it is done, and is gone the day after', () => {
		const step = aStep({ frequency: { kind: 'once' } });
		expect(isOffered(step, today, [aDay(addDays(today, -40), [])])).toBe(true);
		const done = [aDay(today, ['a'])];
		expect(isOffered(step, addDays(today, 1), done)).toBe(false);
		expect(isOffered(step, addDays(today, 300), done)).toBe(false);
		expect(isOffered(step, addDays(today, -1), done)).toBe(true);
	});

	test('a one-time step done in part is still offered', () => {
		const step = aStep({ frequency: { kind: 'once' }, times: 2 });
		expect(isOffered(step, today, [aDay(addDays(today, -1), ['a'])])).toBe(true);
	});

	test('not while it rests, and again after', () => {
		const step = aStep({ pause: { from: addDays(today, -1), to: today } });
		expect([-2, -1, 0, 1].map((by) => isOffered(step, addDays(today, by), []))).toEqual([
			true,
			false,
			false,
			true
		]);
		const list = dayListOf([step], today, []);
		expect(list).toEqual({ groups: [], more: [], asNeeded: [], paused: [step], aside: [] });
	});
});

describe('the list of a day', () => {
	test('follows the moments of the day, and the person’s order inside each', () => {
		const steps = [
			aStep({ id: 'tea', moment: 'evening', order: 0 }),
			aStep({ id: 'walk', moment: 'any', order: 1 }),
			aStep({ id: 'wash', moment: 'morning', order: 3 }),
			aStep({ id: 'light', moment: 'morning', order: 2 })
		];
		expect(dayListOf(steps, today, []).groups.map(({ moment, steps }) => [moment, ids(steps)])).toEqual([
			['morning', ['light', 'wash']],
			['evening', ['tea']],
			['any', ['walk']]
		]);
	});

	test('shows seven steps, and keeps the eighth one tap away', () => {
		const list = dayListOf(stepsNamed(...'abcdefgh'), today, []);
		expect(ids(shown(list))).toEqual([...'abcdefg']);
		expect(ids(waiting(list))).toEqual(['h']);
		expect(dayListOf(stepsNamed(...'abcdefg'), today, []).more).toEqual([]);
	});

	test('what is put away is nowhere', () => {
		const list = dayListOf([aStep({ putAwayAt: 1 })], today, []);
		expect(list).toEqual({ groups: [], more: [], asNeeded: [], paused: [], aside: [] });
	});

	test('never shows more than seven at once, and loses no step', () => {
		fc.assert(
			fc.property(anyStepsAround(today), anyEarlier, (steps, earlier) => {
				const list = dayListOf(steps, today, earlier);
				const offered = planOf(steps).filter((step) => isOffered(step, today, earlier));
				expect(shown(list).length).toBe(Math.min(offered.length, shownAtOnce));
				expect(new Set([...shown(list), ...waiting(list)])).toEqual(new Set(offered));
				expect(shown(list).length + waiting(list).length).toBe(offered.length);
				expect(list.paused).toEqual(planOf(steps).filter((step) => isPausedOn(step, today)));
				const places = [...shown(list), ...waiting(list), ...list.asNeeded, ...list.paused];
				expect(new Set(places).size).toBe(places.length);
			})
		);
	});

	test('groups stand in the order of the day, each once and never empty', () => {
		fc.assert(
			fc.property(anyStepsAround(today), anyEarlier, (steps, earlier) => {
				const list = dayListOf(steps, today, earlier);
				for (const groups of [list.groups, list.more]) {
					const order = groups.map(({ moment }) => moments.indexOf(moment));
					expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
					for (const { moment, steps } of groups) {
						expect(steps.length).toBeGreaterThan(0);
						expect(steps.every((step) => step.moment === moment)).toBe(true);
						expect(steps).toEqual(planOf(steps));
					}
				}
			})
		);
	});

	test('nothing moves or leaves while a person ticks, today or later', () => {
		fc.assert(
			fc.property(
				anyStepsAround(today),
				anyEarlier,
				fc.array(
					fc.nat(24).map((i) => `step-${i}`),
					{ maxLength: 10 }
				),
				fc.nat(5),
				(steps, earlier, ticked, later) => {
					const before = dayListOf(steps, today, earlier);
					const after = dayListOf(steps, today, [...earlier, aDay(addDays(today, later), ticked)]);
					expect(after).toEqual(before);
				}
			)
		);
	});

	test('is the same in whatever order the days and steps were read', () => {
		fc.assert(
			fc.property(anyStepsAround(today), anyEarlier, (steps, earlier) => {
				expect(dayListOf([...steps].reverse(), today, [...earlier].reverse())).toEqual(
					dayListOf(steps, today, earlier)
				);
			})
		);
	});
});

describe('the steps of a day on the screen', () => {
	const at = (moment: Step['moment'], id: string = moment) => aStep({ id, moment });
	const ids = (steps: readonly Step[]) => steps.map(({ id }) => id as string);
	const five = [at('morning'), at('midday'), at('evening'), at('night'), at('any')];

	test.each([
		[4, ['morning', 'any', 'midday', 'evening', 'night']],
		[10, ['morning', 'any', 'midday', 'evening', 'night']],
		[11, ['midday', 'any', 'morning', 'evening', 'night']],
		[17, ['evening', 'any', 'morning', 'midday', 'night']],
		[21, ['night', 'any', 'morning', 'midday', 'evening']],
		[2, ['night', 'any', 'morning', 'midday', 'evening']]
	])('at %i o’clock what is for now comes first, and five fold nothing away', (hour, order) => {
		const { now, later } = arranged(five, hour);
		expect(ids(now)).toEqual(order);
		expect(later).toEqual([]);
	});

	test('of more than five, those for later fold away; on another day none does', () => {
		const seven = [...five, at('night', 'tea'), at('any', 'walk')];
		expect(ids(arranged(seven, 9).now)).toEqual(['morning', 'any', 'walk', 'midday', 'evening']);
		expect(ids(arranged(seven, 9).later)).toEqual(['night', 'tea']);
		expect(arranged(seven, 22).later).toEqual([]);
		expect(ids(arranged(seven).now)).toEqual(['morning', 'midday', 'evening', 'night', 'tea', 'any', 'walk']);
	});

	test('of any plan nothing is lost, and steps of one moment keep the person’s order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('morning', 'midday', 'evening', 'night', 'any')),
				fc.option(fc.nat(23), { nil: undefined }),
				(given, hour) => {
					const steps = given.map((moment, index) => at(moment as Step['moment'], `s${index}`));
					const { now, later } = arranged(steps, hour);
					const all = [...now, ...later];
					expect(ids(all).toSorted()).toEqual(ids(steps).toSorted());
					for (const moment of moments)
						expect(all.filter((step) => step.moment === moment)).toEqual(
							steps.filter((step) => step.moment === moment)
						);
				}
			)
		);
	});

	test('a step put aside for the day leaves its list, and comes back with the next day', () => {
		const plan = [at('any', 'call'), at('any', 'walk')];
		const record = withNotToday(emptyDay(localDay('2026-11-25')), plan[1]!.id, true);
		const list = dayListOf(plan, record.day, [], undefined, record);
		expect(list.groups.flatMap(({ steps }) => ids(steps))).toEqual(['call']);
		expect(ids(list.aside)).toEqual(['walk']);
		const next = dayListOf(plan, localDay('2026-11-26'), [record]);
		expect(next.groups.flatMap(({ steps }) => ids(steps))).toEqual(['call', 'walk']);
		expect(isEmptyDay(record)).toBe(false);
		expect(withNotToday(record, plan[1]!.id, false)).toEqual(emptyDay(record.day));
	});
});
