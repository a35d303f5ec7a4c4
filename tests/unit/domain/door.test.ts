import { expect, test } from 'vitest';
import { doorWords, wayFromDoor } from '$lib/domain/door';

test('a door leads to its page in the language that was chosen; on a hard day, to just the minimum', () => {
	const french = doorWords({ lang: 'fr', isHardDay: false });
	const hard = doorWords({ lang: 'en', isHardDay: true });
	expect(wayFromDoor('/', french)).toBe('/fr/today/');
	expect(wayFromDoor('/today/', french)).toBe('/fr/today/');
	expect(wayFromDoor('/help/', french)).toBe('/fr/help/');
	expect(wayFromDoor('/hard-day/', french)).toBe('/fr/hard-day/#stay');
	expect(wayFromDoor('/', hard)).toBe('/en/hard-day/');
	expect(wayFromDoor('/today/', hard)).toBe('/en/hard-day/');
	expect(wayFromDoor('/help/', hard)).toBe('/en/help/');
	expect(wayFromDoor('/hard-day/', hard)).toBe('/en/hard-day/#stay');
});

test.each(['', 'de', 'fr/..', '//elsewhere.example', 'en hard-day ', 'undefined', '<html>', 'FR'])(
	'kept words that are none (%j) lead nowhere: the door is shown',
	(words) => {
		expect(wayFromDoor('/', words)).toBeUndefined();
	}
);
