import { addDays, daysBetween, localDay, type LocalDay } from './local-day';
import { newestFirst, type Note } from './note';

/** The same day `count` months before, or the last day of that month when it has no such day. */
export function monthsBefore(day: LocalDay, count: number): LocalDay {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const months = year * 12 + (month - 1) - count;
	const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
	for (let last = date; ; last--) {
		const there = `${first}-${String(last).padStart(2, '0')}`;
		try {
			return localDay(there);
		} catch {
			// a shorter month
		}
	}
}

/** How many years back a day is given back. */
const yearsBack = 25;
/** Without any earlier year: this many months. */
const monthsBack = [1, 3, 6];
/** A letter whose day has come is announced this many days. */
const letterDays = 31;

/** Every day that may be given back today. */
export function memoryDays(today: LocalDay): LocalDay[] {
	const years = Array.from({ length: yearsBack }, (_, i) => monthsBefore(today, (i + 1) * 12));
	return [
		...years.filter((day) => day.slice(5) === today.slice(5)),
		...monthsBack.map((count) => monthsBefore(today, count))
	];
}

/** Notes about this day in earlier years; else of the same day one, three or six months ago. A letter that waits stays closed. */
export function onThisDay(notes: readonly Note[], today: LocalDay): Note[] {
	const open = notes.filter((note) => note.goneAt === undefined && (!note.openOn || note.openOn <= today));
	const years = open.filter(({ day }) => day < today && day.slice(5) === today.slice(5));
	if (years.length > 0) return years.sort(newestFirst);
	const before = monthsBack.map((count) => monthsBefore(today, count));
	return open.filter(({ day }) => before.includes(day)).sort(newestFirst);
}

/** From when on a letter is announced today. */
export function lettersFrom(today: LocalDay): LocalDay {
	return addDays(today, 1 - letterDays);
}

/** Letters whose day has come, and not longer ago than a month: after that they are notes like any other. */
export function lettersDue(notes: readonly Note[], today: LocalDay): Note[] {
	return notes
		.filter(
			({ openOn, goneAt }) =>
				goneAt === undefined && openOn && openOn <= today && openOn > addDays(today, -31)
		)
		.sort(newestFirst);
}

/** How long ago, in whole years, months or days: for saying it, never for counting. */
export function howLongAgo(
	day: LocalDay,
	today: LocalDay
): { unit: 'year' | 'month' | 'day'; count: number } {
	const days = Math.max(0, daysBetween(day, today));
	if (days >= 365) {
		let count = Math.floor(days / 365.25);
		if (monthsBefore(today, (count + 1) * 12) >= day) count += 1;
		if (count > 0) return { unit: 'year', count };
	}
	for (let count = 11; count > 0; count--)
		if (monthsBefore(today, count) >= day) return { unit: 'month', count };
	return { unit: 'day', count: days };
}
