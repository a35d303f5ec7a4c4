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
	expect(greetingAt(hour)).toBe(greeting);
});

test('a person is greeted at every hour', () => {
	const greetings = Array.from({ length: 24 }, (_, hour) => greetingAt(hour));
	expect(new Set(greetings)).toEqual(new Set(['night', 'morning', 'afternoon', 'evening']));
});
