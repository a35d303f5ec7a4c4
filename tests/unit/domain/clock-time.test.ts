// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Moment } from '$lib/domain/habit';
import { clockOf, timeIn, timeOnClock } from '$lib/domain/clock-time';
import { runs } from '../../support/property-runs';

test.each<[string, string | undefined, Moment?]>([
	['8:30', '08:30'],
	['at 8:30 with Léa', '08:30'],
	['8:30 pm', '20:30'],
	['8 p.m.', '20:00'],
	['12 am', '00:00'],
	['12:15 pm', '12:15'],
	['8h30', '08:30'],
	['vers 8 h 30', '08:30'],
	['20 h', '20:00'],
	['à 2 h', '02:00'],
	['6:30', '18:30', 'evening'],
	['22 h', '22:00', 'night'],
	['1:15', '13:15', 'midday'],
	['11:30', '11:30', 'midday'],
	['for 2 h', undefined],
	['1 h 30 de marche, puis 17 h 15', '17:15'],
	['25:10', undefined],
	['13:75', undefined],
	['514-555-0123', undefined],
	['10.5 km', undefined],
	['13 pm', undefined],
	['5 amis', undefined],
	['after lunch', undefined],
	['', undefined]
])('of "%s", the time is %s', (text, clock, moment) => {
	const time = timeIn(text, moment);
	expect(time === undefined ? undefined : clockOf(time)).toBe(clock);
});

test('a time is the same after it stood in a field, and any text gives a time of the day or none', () => {
	fc.assert(
		fc.property(fc.nat(1439), fc.string({ unit: 'grapheme' }), (time, text) => {
			expect(timeOnClock(clockOf(time))).toBe(time);
			expect(timeIn(`${clockOf(time)}`)).toBe(time);
			const found = timeIn(text) ?? 0;
			expect(found).toBeGreaterThanOrEqual(0);
			expect(found).toBeLessThan(1440);
		}),
		{ numRuns: runs(200) }
	);
	for (const half of ['', '8:3', '24:00', '8', 'x']) expect(timeOnClock(half)).toBeUndefined();
});
