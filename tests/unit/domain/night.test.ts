// @vitest-environment node
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isNight, parseNight, usualNight, type NightHours } from '$lib/domain/night';

const minutes = fc.integer({ min: 0, max: 1439 });
const at = (hours: number, rest = 0) => hours * 60 + rest;

test('the usual night goes from eleven in the evening to five in the morning', () => {
	const seen = [at(22, 59), at(23), at(0), at(4, 59), at(5)].map((now) => isNight(now));
	expect(seen).toEqual([false, true, true, true, false]);
	expect(parseNight(usualNight)).toEqual(usualNight);
});

test('a night can lie in the day, and the same time twice is never night', () => {
	const shift: NightHours = { from: at(9), to: at(17) };
	expect([at(8, 59), at(9), at(16, 59), at(17), at(0)].map((now) => isNight(now, shift))).toEqual([
		false,
		true,
		true,
		false,
		false
	]);
	fc.assert(
		fc.property(minutes, minutes, (now, time) => {
			expect(isNight(now, { from: time, to: time })).toBe(false);
		})
	);
});

test('a night from here to there, and one from there to here, make a whole day', () => {
	fc.assert(
		fc.property(minutes, minutes, minutes, (now, from, to) => {
			fc.pre(from !== to);
			expect(isNight(now, { from, to })).not.toBe(isNight(now, { from: to, to: from }));
		})
	);
});

test.each([
	undefined,
	null,
	{},
	{ from: 1 },
	{ from: -1, to: 3 },
	{ from: 1.5, to: 3 },
	{ from: 0, to: 1440 },
	'23-5'
])('%j is no night', (value) => expect(parseNight(value)).toBeUndefined());
