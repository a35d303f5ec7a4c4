import fc from 'fast-check';
import { expect, test } from 'vitest';
import { howLongAgo, monthsBefore } from '$lib/domain/how-long-ago';
import { addDays, daysBetween, localDay, type LocalDay } from '$lib/domain/local-day';
import { lettersDue, lettersFrom, memoryDays, onThisDay } from '$lib/domain/memories';
import { newDraft, saved, type Note } from '$lib/domain/note';
import { anyDay } from '../../support/builders';

const today = localDay('2026-11-22');
const note = (day: string, given: Partial<Note> = {}): Note => ({
	...saved(undefined, { ...newDraft(`${day}`, localDay(day)), text: day }, 1).note,
	...given
});

test('a month before the 31st is the last day of a shorter month', () => {
	expect(monthsBefore(localDay('2026-03-31'), 1)).toBe('2026-02-28');
	expect(monthsBefore(localDay('2024-03-31'), 1)).toBe('2024-02-29');
	expect(monthsBefore(localDay('2026-01-15'), 1)).toBe('2025-12-15');
	expect(monthsBefore(localDay('2026-01-15'), 24)).toBe('2024-01-15');
});

test('this day gives back the years before, the nearest first', () => {
	const notes = [note('2024-11-22'), note('2025-11-22'), note('2025-11-21'), note('2026-11-22')];
	expect(onThisDay(notes, today).map(({ day }) => day)).toEqual(['2025-11-22', '2024-11-22']);
});

test('without earlier years, a month, three or six months ago', () => {
	const notes = [note('2026-10-22'), note('2026-05-22'), note('2026-09-22')];
	expect(onThisDay(notes, today).map(({ day }) => day)).toEqual(['2026-10-22', '2026-05-22']);
});

test('what was deleted, and a letter that is still closed, are never given back', () => {
	const notes = [
		note('2025-11-22', { deletedAt: 1 }),
		note('2024-11-22', { openOn: localDay('2027-01-01') })
	];
	expect(onThisDay(notes, today)).toEqual([]);
});

test('the 29th of February comes back every year, on the last day of February', () => {
	const notes = [note('2024-02-29'), note('2024-02-28')];
	const given = (day: string) => onThisDay(notes, localDay(day)).map((each) => each.day);
	expect(given('2025-02-28')).toEqual(['2024-02-29', '2024-02-28']);
	expect(given('2028-02-28')).toEqual(['2024-02-28']);
	expect(given('2028-02-29')).toEqual(['2024-02-29']);
	expect(howLongAgo(localDay('2024-02-29'), localDay('2025-02-28'))).toEqual({ unit: 'year', count: 1 });
});

test('at the end of a short month the last days of a longer one come back, each of them once', () => {
	const january = ['28', '29', '30', '31'].map((date) => note(`2026-01-${date}`));
	const given = (day: string) => onThisDay(january, localDay(day)).map((each) => each.day.slice(8));
	expect(given('2026-02-27')).toEqual([]);
	expect(given('2026-02-28')).toEqual(['31', '30', '29', '28']);
	// a month before the 31st of March there was none
	expect(onThisDay([note('2026-02-28')], localDay('2026-03-31'))).toEqual([]);
	expect(onThisDay([note('2026-02-28')], localDay('2026-03-28'))).toHaveLength(1);
	expect(howLongAgo(localDay('2026-01-31'), localDay('2026-02-28'))).toEqual({ unit: 'month', count: 1 });
});

test('every day comes back exactly once a year later', () => {
	fc.assert(
		fc.property(anyDay, (day: LocalDay) => {
			const about = [note(day)];
			const times = Array.from({ length: 5 }, (_, i) => addDays(day, 363 + i)).filter(
				(later) => onThisDay(about, later).length > 0
			);
			expect(times).toHaveLength(1);
		})
	);
});

test('a letter comes on its day, and waits however long the person is away, until it was opened', () => {
	const letter = (openOn: string, openedOn?: string) =>
		note('2020-01-01', {
			id: openOn,
			openOn: localDay(openOn),
			...(openedOn && { openedOn: localDay(openedOn) })
		});
	const letters = [
		letter('2026-11-22'),
		letter('2026-11-23'),
		letter('2021-01-01'),
		letter('2026-11-20', '2026-11-21')
	];
	expect(lettersDue(letters, today).map(({ id }) => id)).toEqual(['2026-11-22', '2021-01-01']);
	for (const { openOn } of letters) expect(openOn! >= lettersFrom(today)).toBe(true);
});

test('a letter that was opened while the clock ran ahead, or before a later day was chosen, still comes on its day', () => {
	const letter = (openedOn: string) =>
		note('2026-01-01', { openOn: localDay('2026-11-22'), openedOn: localDay(openedOn) });
	expect(lettersDue([letter('2031-01-01')], today)).toHaveLength(1);
	expect(lettersDue([letter('2026-10-01')], today)).toHaveLength(1);
	expect(lettersDue([letter('2026-11-22')], today)).toEqual([]);
});

test('how long ago is said in the largest whole unit', () => {
	const ago = (day: string) => howLongAgo(localDay(day), today);
	expect(ago('2026-11-22')).toEqual({ unit: 'day', count: 0 });
	expect(ago('2026-10-23')).toEqual({ unit: 'day', count: 30 });
	expect(ago('2026-10-22')).toEqual({ unit: 'month', count: 1 });
	expect(ago('2025-11-23')).toEqual({ unit: 'month', count: 11 });
	expect(ago('2025-11-22')).toEqual({ unit: 'year', count: 1 });
	expect(ago('2016-11-22')).toEqual({ unit: 'year', count: 10 });
});

test('the same day of the month some years ago is that many years', () => {
	fc.assert(
		fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day: LocalDay, years) => {
			const then = monthsBefore(day, years * 12);
			expect(howLongAgo(then, day)).toEqual({ unit: 'year', count: years });
			expect(daysBetween(then, day)).toBeGreaterThan(years * 365 - 2);
			expect(howLongAgo(addDays(then, 2), day).unit === 'year' ? years > 1 : true).toBe(true);
		})
	);
});

test('every note that is given back is about one of the days that are looked at', () => {
	fc.assert(
		fc.property(anyDay, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 30 }), (day, months) => {
			const notes = months.map((count, i) => note(monthsBefore(day, count), { id: `${i}` }));
			const looked = memoryDays(day);
			for (const { day: about } of onThisDay(notes, day)) expect(looked).toContain(about);
		})
	);
	expect(memoryDays(localDay('2024-02-29'))).not.toContain('2023-02-28');
});
