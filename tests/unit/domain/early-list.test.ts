import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timesDone, type Day } from '$lib/domain/day';
import { dayListOf, lookBackFrom } from '$lib/domain/day-list';
import { earlyDays, earlyListOf, type EarlyList, type EarlySource } from '$lib/domain/early-list';
import { parseEarlyTap, withEarlyTap, type EarlyTap } from '$lib/domain/early-tap';
import { moments } from '$lib/domain/habit';
import { addDays, localDay, localDayOf } from '$lib/domain/local-day';
import type { Step } from '$lib/domain/step';
import { aDay, anyStepsAround, aStep, stepId, stepsNamed } from '../../support/builders';

/** A Saturday. */
const today = localDay('2026-11-21');
const dayOf = (at: number) => localDayOf(new Date(at));

const words = {
	lang: 'en' as const,
	row: ({ words: title = '', detail, times }: Step) => ({
		title,
		details: times === 1 ? [detail] : Array.from({ length: times + 1 }, (_, done) => `done ${done}`)
	}),
	day: (day: string) => `the ${day}`
};
const listOf = (source: Partial<EarlySource>) =>
	earlyListOf({ steps: [], records: [], today, isHardDay: false, ...source }, words);

/** What the page shows of a day, read as `src/early-list.js` reads it. */
const shownOn = (list: EarlyList | undefined, day: string) => {
	const of = list?.days[localDay(day)];
	return of?.rows.map((number) => {
		const { step, title, times, moment } = list!.rows[number]!;
		return { step, title, times, moment, done: of.done[step] ?? 0 };
	});
};

const anyRecords: fc.Arbitrary<Day[]> = fc
	.dictionary(
		fc.integer({ min: -20, max: 0 }).map((ahead) => addDays(today, ahead)),
		fc.array(
			fc.nat(24).map((i) => `step-${i}`),
			{ maxLength: 10 }
		),
		{ maxKeys: 15 }
	)
	.map((days) => Object.entries(days).map(([day, done]) => aDay(day, done)));

describe('the early list', () => {
	test('of any plan, and any of the next fourteen days, is what the list shows that day', () => {
		const plans = anyStepsAround(today).map((steps) =>
			steps.map(({ isExample: _, ...step }) => step as Step)
		);
		fc.assert(
			fc.property(plans, anyRecords, fc.integer({ min: 0, max: 14 }), (steps, records, ahead) => {
				const day = addDays(today, ahead);
				const since = lookBackFrom(steps, today, dayOf);
				// a list of that day looks back from that day; the early one from today
				const early = listOf({ steps, records: records.filter((each) => each.day >= since) });
				const record = records.find((each) => each.day === day);
				const from = lookBackFrom(steps, day, dayOf);
				const { groups } = dayListOf(
					steps,
					day,
					records.filter((each) => each.day < day && each.day >= from),
					undefined,
					record
				);
				expect(shownOn(early, day) ?? []).toEqual(
					groups
						.flatMap((group) => group.steps)
						.map((step) => ({
							step: step.id,
							title: step.words,
							times: step.times,
							moment: moments.indexOf(step.moment),
							done: timesDone(record, step.id)
						}))
				);
			})
		);
	});

	test('holds today and two weeks more, each with its date in words', () => {
		const days = listOf({ steps: stepsNamed('a') })!.days;
		expect(Object.keys(days)).toHaveLength(earlyDays);
		expect(days[addDays(today, 14)]!.words).toBe('the 2026-12-05');
	});

	test('holds words of steps, and nothing a person wrote about the day or themselves', () => {
		const told = listOf({
			steps: [aStep({ reason: 'my reason', tiny: 'my tiny way' })],
			records: [aDay(today, ['a'], { note: 'my note', isRest: true })]
		});
		expect(JSON.stringify(told)).not.toMatch(/my reason|my tiny|my note|isRest/);
	});

	test.each<[string, Partial<EarlySource>]>([
		['there is no plan', {}],
		['it is a hard day', { steps: stepsNamed('a'), isHardDay: true }],
		['the plan is an example', { steps: [aStep({ isExample: true })] }],
		['every step was put away', { steps: [aStep({ putAwayAt: 1 })] }]
	])('is none when %s', (_, source) => {
		expect(listOf(source)).toBeUndefined();
	});

	test('leaves out the day that begins softly after a hard day', () => {
		const list = listOf({ steps: stepsNamed('a'), landing: today });
		expect(shownOn(list, today)).toBeUndefined();
		expect(shownOn(list, addDays(today, 1))).toHaveLength(1);
	});
});

describe('a tap on it', () => {
	const tap = (given: Partial<EarlyTap> = {}): EarlyTap => ({
		day: today,
		step: stepId('a'),
		times: 1,
		from: 0,
		to: 1,
		at: 5,
		...given
	});

	test('ticks the step, the same however often it is told', () => {
		const once = withEarlyTap(aDay(today), tap());
		expect(once.ticks).toEqual([{ step: 'a', at: 5 }]);
		expect(withEarlyTap(once, tap())).toEqual(once);
		const counted = withEarlyTap(aDay(today), tap({ times: 3 }));
		expect(withEarlyTap(counted, tap({ times: 3 })).ticks).toHaveLength(1);
	});

	test('goes to its own day alone', () => {
		const tomorrow = aDay(addDays(today, 1));
		expect(withEarlyTap(tomorrow, tap())).toBe(tomorrow);
	});

	test('never fills a step over its times: what storage says wins', () => {
		const full = aDay(today, ['a']);
		expect(withEarlyTap(full, tap())).toBe(full);
	});

	test('takes back only what the person saw', () => {
		const twice = aDay(today, ['a', 'a']);
		expect(withEarlyTap(twice, tap({ times: 3, from: 2, to: 1 })).ticks).toHaveLength(1);
		expect(withEarlyTap(twice, tap({ times: 3, from: 1, to: 0 }))).toBe(twice);
		expect(withEarlyTap(aDay(today, ['a']), tap({ from: 1, to: 0 })).ticks).toEqual([]);
	});

	test.each([null, 'x', {}, { ...tap(), day: 'x' }, { ...tap(), at: -1 }, { ...tap(), to: 0 }])(
		'that cannot be read (%j) is none',
		(value) => {
			expect(parseEarlyTap(value)).toBeUndefined();
			expect(parseEarlyTap({ ...tap(), more: 1 })).toEqual(tap());
		}
	);
});
