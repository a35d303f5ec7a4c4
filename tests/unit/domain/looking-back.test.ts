// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forms } from '$lib/domain/activity';
import { gatheredIn, monthsOf, yearsIn } from '$lib/domain/chart-tables';
import { emptyDay, type Day } from '$lib/domain/day';
import { habitIds } from '$lib/domain/habit';
import { addDays, daysBetween, localDay, weekdayOf, type LocalDay } from '$lib/domain/local-day';
import { formOf, lookBack, spans, stretchesOf, stretchOf, type Counted } from '$lib/domain/looking-back';
import type { Step } from '$lib/domain/step';
import { whereLife } from '$lib/domain/where-life';
import { feathersInAWing, wingOf } from '$lib/domain/wing';
import { aDay, anyDay, aStep, stepId } from '../../support/builders';
import { runs } from '../../support/property-runs';

const steps = [
	aStep({ id: 'a', activity: 'phy-walk', habit: 'engage' }),
	aStep({ id: 'b', activity: 'soc-call', habit: 'engage' }),
	aStep({ id: 'c', habit: 'sleep', putAwayAt: 1 })
];

describe('what is seen', () => {
	const history = [
		aDay('2026-11-02', ['a', 'b', 'c', 'a']),
		aDay('2026-02-10', ['gone']),
		aDay('2026-11-03', [], { isRest: true, note: 'Slept' }),
		aDay('2026-12-01', [], {
			done: [
				{ at: 1, form: 'mindfulness', minutes: 3, words: 'Tea', felt: 3 },
				{ at: 2, form: 'mental', minutes: 3, activity: 'men-draw', felt: 3 },
				{ at: 3, form: 'mental', minutes: 3, activity: 'men-draw', felt: 3 },
				{ at: 4, form: 'mental', minutes: 3, activity: 'men-read', felt: 1 },
				{ at: 5, form: 'mental', minutes: 3, activity: 'men-hum' }
			]
		})
	];
	const seen = lookBack(history, steps);

	test('days with a step, times of each form and habit, steps that were put away included', () => {
		expect(seen).toMatchObject({
			days: 3,
			forms: { physical: 2, social: 1, mental: 4, mindfulness: 1 },
			habits: { engage: 3, sleep: 1, wake: 0 }
		});
		expect(formOf(aStep())).toBeUndefined();
	});

	test('how often each step was done, the most often first, and none that nobody knows', () => {
		expect(seen.steps).toEqual([
			{ step: 'a', times: 2 },
			{ step: 'b', times: 1 },
			{ step: 'c', times: 1 }
		]);
	});

	test('a feather for each such day, in the wing of its season; a rest takes none away', () => {
		expect(seen.wings).toEqual([
			{ season: 'winter', from: '2026-12-01', feathers: ['2026-12-01'] },
			{ season: 'fall', from: '2026-09-01', feathers: ['2026-11-02'] },
			{ season: 'winter', from: '2025-12-01', feathers: ['2026-02-10'] }
		]);
	});

	test('a season has one name, whichever of its days came first', () => {
		const named = ['03-02', '04-02', '05-31'].map(
			(day) => lookBack([aDay(`2026-${day}`, ['a'])], steps).wings
		);
		expect(named.map(([wing]) => [wing!.season, wing!.from])).toEqual(
			Array(3).fill(['spring', '2026-03-01'])
		);
	});

	test('what felt better after, in the person’s words, and nothing of what did not', () => {
		expect(seen.helped).toEqual([
			{ activity: 'men-draw', times: 2 },
			{ words: 'Tea', times: 1 }
		]);
	});

	test('stretches with a beginning and an end, and no empty one', () => {
		expect(stretchesOf(history, steps, 'year').map(({ from, days }) => [from, days])).toEqual([
			['2026-01-01', 3]
		]);
		expect(stretchesOf(history, steps, 'weeks4').map(({ from, to, days }) => [from, to, days])).toEqual([
			['2026-11-30', '2026-12-27', 1],
			['2026-11-02', '2026-11-29', 1],
			['2026-01-26', '2026-02-22', 1]
		]);
	});
});

/** Any history: some days full, some with a rest or a note, some with nothing. */
const anyHistory = (given: readonly Step[]): fc.Arbitrary<Day[]> => {
	const tick = fc.record({
		step: fc.constantFrom(...given.map(({ id }) => id), stepId('gone')),
		at: fc.nat()
	});
	const idea = fc.record({ at: fc.nat(), form: fc.constantFrom(...forms), minutes: fc.nat(90), words: fc.constantFrom('Tea', 'Song'), felt: fc.constantFrom(1, 2, 3) }, { requiredKeys: ['at', 'form', 'minutes', 'words'] }); // prettier-ignore
	const day = fc.record(
		{
			day: fc.nat(800).map((count) => addDays(localDay('2025-06-01'), count)),
			ticks: fc.array(tick, { maxLength: 5 }),
			isRest: fc.constant(true as const),
			note: fc.string(),
			done: fc.array(idea, { maxLength: 3 })
		},
		{ requiredKeys: ['day', 'ticks'] }
	);
	return fc.uniqueArray(day, { selector: ({ day }) => day, maxLength: 40 }) as fc.Arbitrary<Day[]>;
};

const tagsOf = (activity: string) => (activity.startsWith('phy') ? (['hope', 'identity'] as const) : []);

/** Every number that a screen could show, under the name it would have there. */
function numbersOf(days: readonly Day[]): Map<string, number> {
	const numbers = new Map<string, number>();
	const put = (name: string, { days: count, forms: byForm, habits }: Counted) => {
		numbers.set(`${name} days`, count);
		for (const [key, value] of Object.entries({ ...byForm, ...habits })) numbers.set(`${name} ${key}`, value);
	};
	const seen = lookBack(days, steps);
	put('all', seen);
	numbers.set('wings', seen.wings.length);
	for (const { step, times } of seen.steps) numbers.set(`step ${step}`, times);
	for (const { from, feathers } of seen.wings) numbers.set(`wing ${from}`, feathers.length);
	for (const { activity, words, times } of seen.helped) numbers.set(`helped ${activity} ${words}`, times);
	const where = whereLife(days, steps, [], tagsOf);
	for (const [chime, count] of Object.entries(where)) numbers.set(`where ${chime}`, count);
	for (const year of yearsIn(days)) {
		monthsOf(days, year).forEach((count, month) => numbers.set(`month ${year} ${month}`, count));
		gatheredIn(days, year).forEach((count, month) => numbers.set(`gathered ${year} ${month}`, count));
	}
	for (const span of spans)
		for (const stretch of stretchesOf(days, steps, span))
			put(`${span} ${stretch.from} ${stretch.to}`, stretch);
	return numbers;
}

/** What the second shows less of, or not any more. */
const smaller = (before: Map<string, number>, after: Map<string, number>) =>
	[...before].filter(([name, value]) => (after.get(name) ?? -1) < value);

describe('no number ever falls', () => {
	test('whatever the history, when time passes, days stay empty, or only rest and words are kept', () => {
		const empties = fc.array(fc.tuple(fc.nat(400), fc.boolean()), { maxLength: 12 });
		fc.assert(
			fc.property(anyHistory(steps), empties, (history, waits) => {
				const before = numbersOf(history);
				const last = history.map(({ day }) => day).sort().at(-1) ?? localDay('2026-01-01'); // prettier-ignore
				const empty = waits.map(([wait, isRest]): Day => {
					const day = emptyDay(addDays(last, wait + 1));
					return isRest ? { ...day, isRest: true, note: 'A hard one' } : day;
				});
				expect(numbersOf([...history, ...empty])).toEqual(before);
			}),
			{ numRuns: runs(150) }
		);
	});

	test('whatever more is done, on new days, on days gone by, by steps that were put away since', () => {
		fc.assert(
			fc.property(anyHistory(steps), anyHistory(steps), (history, more) => {
				const later = new Map(history.map((day) => [day.day, day]));
				for (const day of more) {
					const kept = later.get(day.day);
					later.set(day.day, {
						...day,
						ticks: [...(kept?.ticks ?? []), ...day.ticks],
						done: [...(kept?.done ?? []), ...(day.done ?? [])]
					});
				}
				expect(smaller(numbersOf(history), numbersOf([...later.values()]))).toEqual([]);
			}),
			{ numRuns: runs(150) }
		);
	});

	test('a count over the last four weeks would fall: the check sees it', () => {
		const rolling = (today: LocalDay, days: readonly LocalDay[]) =>
			new Map([['days', days.filter((day) => daysBetween(day, today) < 28).length]]);
		const days = [localDay('2026-11-01')];
		expect(
			smaller(rolling(localDay('2026-11-02'), days), rolling(localDay('2026-12-02'), days))
		).toHaveLength(1);
	});

	test('numbers of all stretches of a kind add up to those of all of the time', () => {
		fc.assert(
			fc.property(anyHistory(steps), fc.constantFrom(...spans), (history, span) => {
				const all = lookBack(history, steps);
				const parts = stretchesOf(history, steps, span);
				const sum = (of: (counted: Counted) => number) => parts.reduce((total, part) => total + of(part), 0);
				expect(sum(({ days }) => days)).toBe(all.days);
				for (const form of forms) expect(sum((part) => part.forms[form])).toBe(all.forms[form]);
				for (const habit of habitIds) expect(sum((part) => part.habits[habit])).toBe(all.habits[habit]);
				expect(all.wings.reduce((total, { feathers }) => total + feathers.length, 0)).toBe(all.days);
			}),
			{ numRuns: runs(100) }
		);
	});
});

test('any day is in one stretch of each kind, which begins on a Monday or with the year', () => {
	fc.assert(
		fc.property(anyDay, fc.constantFrom(...spans), (day, span) => {
			const { from, to } = stretchOf(day, span);
			expect(from <= day && day <= to).toBe(true);
			expect(stretchOf(from, span)).toEqual({ from, to });
			expect(stretchOf(to, span)).toEqual({ from, to });
			expect(stretchOf(addDays(to, 1), span).from).toBe(addDays(to, 1));
			if (span !== 'year') expect(weekdayOf(from)).toBe(1);
		}),
		{ numRuns: runs(200) }
	);
});

describe('a wing', () => {
	test('only grows: a feather that is drawn never moves', () => {
		const whole = wingOf(200);
		for (let count = 0; count <= 200; count++) expect(wingOf(count)).toEqual(whole.slice(0, count));
		expect(wingOf(-3)).toEqual([]);
	});

	test('has room for every day of the longest season, each feather in its own place and inside the picture', () => {
		expect(feathersInAWing).toBe(92);
		const feathers = wingOf(feathersInAWing);
		expect(new Set(feathers.map(({ x, row }) => `${x} ${row}`)).size).toBe(92);
		for (const { x, y, length, angle } of feathers) {
			const turn = (angle * Math.PI) / 180;
			const [endX, endY] = [x - length * Math.sin(turn), y + length * Math.cos(turn)];
			for (const [at, most] of [
				[x, 200],
				[endX, 200],
				[y, 120],
				[endY, 120]
			] as const) {
				// prettier-ignore
				expect(at).toBeGreaterThanOrEqual(0);
				expect(at).toBeLessThanOrEqual(most);
			}
		}
	});
});
