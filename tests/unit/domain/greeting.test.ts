import { expect, test } from 'vitest';
import { greetingAt } from '$lib/domain/greeting';

test.each([
	[0, 'night'],
	[4, 'night'],
	[5, 'morning'],
	[11, 'morning'],
	[12, 'afternoon'],
	[17, 'afternoon'],
	[18, 'evening'],
	[22, 'evening'],
	[23, 'night']
])('at %i o’clock a person is wished a good %s', (hour, greeting) => {
	expect(greetingAt(hour * 60)).toBe(greeting);
});

test('a person is greeted at every hour', () => {
	const greetings = Array.from({ length: 24 }, (_, hour) => greetingAt(hour * 60));
	expect(new Set(greetings)).toEqual(new Set(['night', 'morning', 'afternoon', 'evening']));
});

test('the night is the person’s own: half past nine may be night, and two in the morning an evening', () => {
	const early = { from: 21 * 60 + 30, to: 6 * 60 };
	expect([21 * 60 + 29, 21 * 60 + 30, 5 * 60, 6 * 60].map((now) => greetingAt(now, early))).toEqual([
		'evening',
		'night',
		'night',
		'morning'
	]);
	expect(greetingAt(2 * 60, { from: 0, to: 0 })).toBe('evening');
});
