import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	emptyDay,
	isDone,
	isEmptyDay,
	timesDone,
	withNote,
	withoutLastTick,
	withoutTicksOf,
	withRest,
	withTick,
	type Day
} from '$lib/domain/day';
import { withDone, withFeeling, withoutDone } from '$lib/domain/done';
import { localDay } from '$lib/domain/local-day';
import { aDay, aStep, stepId } from '../../support/builders';

const today = localDay('2026-11-21');
const names = ['a', 'b', 'c'] as const;
const anyRecord: fc.Arbitrary<Day> = fc
	.record(
		{
			ids: fc.array(fc.constantFrom(...names), { maxLength: 12 }),
			isRest: fc.constant(true as const),
			notToday: fc.constant([stepId('a')]),
			note: fc.string({ minLength: 1 })
		},
		{ requiredKeys: ['ids'] }
	)
	.map(({ ids, ...rest }) => aDay(today, ids, rest));
const anyDose = fc.record({
	id: fc.constantFrom(...names).map(stepId),
	times: fc.integer({ min: 1, max: 6 })
});

test('what the dice showed and was done is kept once, felt or not, and can be taken back', () => {
	const walk = { at: 2, form: 'physical', minutes: 5, activity: 'phy-walk' } as const;
	const call = { at: 1, form: 'social', minutes: 10, words: 'Appeler Léa' } as const;
	const day = withDone(withDone(withDone(aDay(today, ['a']), walk), call), walk);
	expect(day.done).toEqual([call, walk]);
	expect(withFeeling(day, 2, 3).done).toEqual([call, { ...walk, felt: 3 }]);
	expect(withFeeling(withFeeling(day, 2, 3), 2, undefined)).toEqual(day);
	expect(withoutDone(withoutDone(day, 1), 2)).toEqual(aDay(today, ['a']));
	expect(isEmptyDay(withDone(emptyDay(today), walk))).toBe(false);
});

test('a new day starts empty', () => {
	expect(emptyDay(today)).toEqual({ day: today, ticks: [] });
	expect(isEmptyDay(emptyDay(today))).toBe(true);
	expect(timesDone(undefined, stepId('a'))).toBe(0);
	expect(isDone(undefined, aStep())).toBe(false);
});

describe('doing a step', () => {
	test('counts once each time, up to its dose, with the time it was done', () => {
		const step = aStep({ id: 'a', times: 2 });
		const first = withTick(emptyDay(today), step, 100);
		expect(first.ticks).toEqual([{ step: 'a', at: 100 }]);
		expect(isDone(first, step)).toBe(false);
		const second = withTick(first, step, 200);
		expect(isDone(second, step)).toBe(true);
		expect(withTick(second, step, 300)).toBe(second);
	});

	test('never goes past the dose, however often it is tapped', () => {
		fc.assert(
			fc.property(anyDose, fc.nat(20), (step, taps) => {
				let day = emptyDay(today);
				for (let tap = 0; tap < taps; tap++) day = withTick(day, step, tap);
				expect(timesDone(day, step.id)).toBe(Math.min(taps, step.times));
			})
		);
	});

	test('is taken back exactly, unless nothing was added', () => {
		fc.assert(
			fc.property(anyRecord, anyDose, fc.nat(), (day, step, at) => {
				const after = withTick(day, step, at);
				if (after === day) expect(timesDone(day, step.id)).toBeGreaterThanOrEqual(step.times);
				else expect(withoutLastTick(after, step.id)).toEqual(day);
			})
		);
	});

	test('leaves what else was done, the rest and the note as they were', () => {
		fc.assert(
			fc.property(anyRecord, anyDose, fc.nat(), (day, step, at) => {
				for (const after of [withTick(day, step, at), withoutLastTick(day, step.id)]) {
					expect({ ...after, ticks: [] }).toEqual({ ...day, ticks: [] });
					for (const other of names.filter((name) => name !== step.id))
						expect(timesDone(after, stepId(other))).toBe(timesDone(day, stepId(other)));
				}
			})
		);
	});

	test('more than the dose, from before the dose was lowered, still counts as done and is never cut', () => {
		const day = aDay(today, ['a', 'a', 'a']);
		expect(isDone(day, aStep({ id: 'a', times: 2 }))).toBe(true);
		expect(withTick(day, aStep({ id: 'a', times: 2 }), 1)).toBe(day);
	});

	test('taking back what was not done changes nothing', () => {
		const day = aDay(today, ['b']);
		expect(withoutLastTick(day, stepId('a'))).toBe(day);
	});
});

describe('the rest of the day', () => {
	test('resting is an answer, and can be taken back', () => {
		fc.assert(
			fc.property(anyRecord, (day) => {
				const rested = withRest(day, true);
				expect(rested).toEqual({ ...day, isRest: true });
				expect(withRest(rested, false)).not.toHaveProperty('isRest');
				expect(withRest(rested, false).ticks).toEqual(day.ticks);
			})
		);
	});

	test('a note is kept, changed and taken away; an empty one is none', () => {
		const day = aDay(today, ['a']);
		const noted = withNote(day, 'sunny');
		expect(noted).toEqual({ ...day, note: 'sunny' });
		expect(withNote(noted, 'rainy').note).toBe('rainy');
		expect(withNote(noted, undefined)).toEqual(day);
		expect(withNote(noted, '')).toEqual(day);
	});

	test('a day with a step, a rest or a note is not empty', () => {
		expect(isEmptyDay(aDay(today, ['a']))).toBe(false);
		expect(isEmptyDay(aDay(today, [], { isRest: true }))).toBe(false);
		expect(isEmptyDay(aDay(today, [], { note: 'x' }))).toBe(false);
	});

	test('taking steps away takes their ticks and nothing else', () => {
		const day = aDay(today, ['a', 'b', 'a'], { note: 'x' });
		expect(withoutTicksOf(day, new Set([stepId('a')]))).toEqual({ ...day, ticks: [{ step: 'b', at: 1 }] });
		expect(withoutTicksOf(day, new Set([stepId('z')]))).toBe(day);
	});
});
