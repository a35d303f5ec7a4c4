import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	daysBetween,
	instantOf,
	isLocalDay,
	localDay,
	localDayOf,
	startOfWeek,
	weekdayOf
} from '$lib/domain/local-day';
import { anyDay } from '../../support/builders';

/** The day a wall shows in a zone, worked out by the platform's own calendar. */
function wallIn(timeZone: string, instant: number) {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone, calendar: 'gregory' }).formatToParts(instant);
	const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
	return { getFullYear: () => part('year'), getMonth: () => part('month') - 1, getDate: () => part('day') };
}

const zones = ['America/St_Johns', 'America/Toronto', 'America/Vancouver', 'America/Sao_Paulo', 'Africa/Cairo', 'Europe/Paris', 'Pacific/Apia', 'Australia/Lord_Howe', 'Asia/Kathmandu']; // prettier-ignore

describe('a day of the calendar', () => {
	test.each(['2026-11-21', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
		expect(isLocalDay(text)).toBe(true);
		expect(localDay(text)).toBe(text);
	});

	test.each([
		'2026-02-30',
		'2026-02-29',
		'1900-02-29',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'2026-1-1',
		'26-01-01',
		'2026-01-01T00:00',
		' 2026-01-01',
		'2026-01-01\n',
		'2026/01/01',
		'',
		20260101,
		null,
		undefined,
		['2026-01-01'],
		new Date(0)
	])('%j is none', (value) => {
		expect(isLocalDay(value)).toBe(false);
	});

	test('a text that is no day is refused by name', () => {
		expect(() => localDay('2026-02-30')).toThrow(RangeError);
	});

	test('whatever is accepted is written back the same', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				if (isLocalDay(text)) expect(addDays(text, 0)).toBe(text);
				else expect(() => localDay(text)).toThrow();
			})
		);
		fc.assert(fc.property(anyDay, (day) => isLocalDay(day) && addDays(day, 0) === day));
	});
});

describe('going from day to day', () => {
	test('going there and back ends on the same day', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
				expect(addDays(addDays(day, count), -count)).toBe(day);
				expect(daysBetween(day, addDays(day, count))).toBe(count);
			})
		);
	});

	test('days sort as text in the order they come', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: 1, max: 20_000 }), (day, count) => {
				expect(day < addDays(day, count)).toBe(true);
			})
		);
	});

	test.each([
		['2024-02-28', 1, '2024-02-29'],
		['2024-02-29', 1, '2024-03-01'],
		['2026-02-28', 1, '2026-03-01'],
		['2024-02-29', 366, '2025-03-01'],
		['2026-12-31', 1, '2027-01-01'],
		['2026-03-08', 1, '2026-03-09'],
		['2026-11-01', 1, '2026-11-02'],
		['2026-01-01', -1, '2025-12-31']
	])('%s and %i days make %s', (from, count, to) => {
		expect(addDays(localDay(from), count)).toBe(to);
		expect(daysBetween(localDay(from), localDay(to))).toBe(count);
	});

	test.each(zones)('no day of a year is skipped or lived twice in %s', (zone) => {
		const from = Date.UTC(2025, 0, 1);
		let before = localDayOf(wallIn(zone, from));
		for (let hour = 1; hour < 24 * 400; hour += 7) {
			const day = localDayOf(wallIn(zone, from + hour * 3_600_000));
			// the clock changes of spring and fall neither skip nor repeat a day
			if (day !== before) expect(day).toBe(addDays(before, 1));
			before = day;
		}
	});

	test('a person in Apia never lived December 30, 2011, and the days around it are one apart', () => {
		const before = localDayOf(wallIn('Pacific/Apia', Date.UTC(2011, 11, 30, 9)));
		const after = localDayOf(wallIn('Pacific/Apia', Date.UTC(2011, 11, 30, 11)));
		expect([before, after]).toEqual(['2011-12-29', '2011-12-31']);
		expect(daysBetween(before, after)).toBe(2);
	});

	test('the day on the wall comes from the wall, padded', () => {
		expect(localDayOf(new Date(2026, 0, 5, 0, 0, 1))).toBe('2026-01-05');
		expect(localDayOf(new Date(2026, 10, 21, 23, 59, 59))).toBe('2026-11-21');
	});
});

describe('the week', () => {
	test.each([
		['2026-11-16', 1],
		['2026-11-17', 2],
		['2026-11-18', 3],
		['2026-11-19', 4],
		['2026-11-20', 5],
		['2026-11-21', 6],
		['2026-11-22', 7]
	])('%s is day %i of the week, which began on Monday the 16th', (day, weekday) => {
		expect(weekdayOf(localDay(day))).toBe(weekday);
		expect(startOfWeek(localDay(day))).toBe('2026-11-16');
	});

	test('a week begins on a Monday, at most six days before', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				const monday = startOfWeek(day);
				expect(weekdayOf(monday)).toBe(1);
				expect(daysBetween(monday, day)).toBe(weekdayOf(day) - 1);
				expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
			})
		);
	});

	test('a day is written in words from noon, the same in every zone', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(new Date(instantOf(day)).toISOString()).toBe(`${day}T12:00:00.000Z`);
			})
		);
	});
});
