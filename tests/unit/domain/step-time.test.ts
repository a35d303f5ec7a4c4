// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { emptyDay } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { aroundNow, timeOf } from '$lib/domain/step-time';
import { aDay, aStep } from '../../support/builders';

const day = emptyDay(localDay('2026-11-21'));
const at = (hours: number, minutes = 0) => hours * 60 + minutes;

test('a step has the time that is written in it, or that of its moment; else none', () => {
	expect(timeOf(aStep({ moment: 'evening', detail: 'at 6:45' }))).toBe(at(18, 45));
	expect(timeOf(aStep({ moment: 'morning' }))).toBe(at(8));
	expect(timeOf(aStep())).toBeUndefined();
});

describe('about the time of a step', () => {
	const steps = [aStep({ id: 'a', moment: 'morning', detail: '8:30' }), aStep({ id: 'b' }), aStep({ id: 'c', moment: 'night', detail: '22:30' })]; // prettier-ignore

	test('half an hour long, and never before', () => {
		const seen = [at(8, 29), at(8, 30), at(8, 59), at(9)].map((now) => aroundNow(steps, day, now));
		expect(seen).toEqual([[], ['a'], ['a'], []]);
	});

	test('not what was done, not on a day of rest, not in the night', () => {
		expect(aroundNow(steps, aDay(day.day, ['a']), at(8, 40))).toEqual([]);
		expect(aroundNow(steps, { ...day, isRest: true }, at(8, 40))).toEqual([]);
		expect(aroundNow([aStep({ moment: 'any', detail: '23:30' })], day, at(23, 40))).toEqual([]);
		expect(aroundNow(steps, day, at(22, 30))).toEqual(['c']);
		// in the night that the person has
		expect(aroundNow(steps, day, at(22, 30), { from: at(22), to: at(8) })).toEqual([]);
	});

	test('at the time that the person chose for the calendar', () => {
		expect(aroundNow(steps, day, at(8, 40), undefined, { 'step:a': at(10) })).toEqual([]);
		expect(aroundNow(steps, day, at(10, 5), undefined, { 'step:a': at(10), 'step:b': at(9, 50) })).toEqual([
			'a',
			'b'
		]);
	});
});
