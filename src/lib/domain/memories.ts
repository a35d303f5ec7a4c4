import { addDays, daysBetween, localDay, type LocalDay } from './local-day';
import { isSealed, newestFirst, type Note } from './note';

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

/**
 * The days, `count` months before, that come back today. Each comes once: those at the end of a longer month on the
 * last day of this one, so that the 29th of February comes back every year.
 */
function sameDayBefore(today: LocalDay, count: number): LocalDay[] {
	const there = monthsBefore(today, count);
	// the 31st, where that month had none
	if (there.slice(8) !== today.slice(8)) return [];
	const isLast = addDays(today, 1).endsWith('-01');
	const rest = isLast ? daysBetween(there, lastDayBefore(today, count)) : 0;
	return Array.from({ length: rest + 1 }, (_, i) => addDays(there, i));
}

/** The last day of the month `count` months before. */
function lastDayBefore(day: LocalDay, count: number): LocalDay {
	return addDays(monthsBefore(localDay(`${day.slice(0, 8)}01`), count - 1), -1);
}

/** How many years back a day is given back. */
const yearsBack = Array.from({ length: 25 }, (_, i) => (i + 1) * 12);
/** Without any earlier year: this many months. */
const monthsBack = [1, 3, 6];

/** Every day that may be given back today. */
export function memoryDays(today: LocalDay): LocalDay[] {
	return [...yearsBack, ...monthsBack].flatMap((count) => sameDayBefore(today, count));
}

/** Notes about this day in earlier years; else of the same day one, three or six months ago. A letter that waits stays closed. */
export function onThisDay(notes: readonly Note[], today: LocalDay): Note[] {
	const open = notes.filter((note) => note.goneAt === undefined && !isSealed(note, today));
	const about = (counts: readonly number[]) => {
		const days = new Set(counts.flatMap((count) => sameDayBefore(today, count)));
		return open.filter(({ day }) => days.has(day)).sort(newestFirst);
	};
	const years = about(yearsBack);
	return years.length > 0 ? years : about(monthsBack);
}

/** From which day on letters may still wait to be opened: longer than anybody keeps one. */
export function lettersFrom(today: LocalDay): LocalDay {
	return monthsBefore(today, 1200);
}

/**
 * Letters whose day has come, and that were not opened since: however long the person was away, they wait. What was
 * opened while the clock ran ahead comes on its day all the same.
 */
export function lettersDue(notes: readonly Note[], today: LocalDay): Note[] {
	return notes
		.filter(
			({ openOn, openedOn, goneAt }) =>
				goneAt === undefined &&
				openOn &&
				openOn <= today &&
				!(openedOn && openedOn >= openOn && openedOn <= today)
		)
		.sort(newestFirst);
}

/** How long ago, in whole years, months or days: for saying it, never for counting. */
export function howLongAgo(
	day: LocalDay,
	today: LocalDay
): { unit: 'year' | 'month' | 'day'; count: number } {
	const days = Math.max(0, daysBetween(day, today));
	// from the end of a short month, a longer one is whole too
	const isLast = addDays(today, 1).endsWith('-01');
	const isPast = (count: number) =>
		(isLast ? lastDayBefore(today, count) : monthsBefore(today, count)) >= day;
	if (days >= 365) {
		let count = Math.floor(days / 365.25);
		if (isPast((count + 1) * 12)) count += 1;
		if (count > 0) return { unit: 'year', count };
	}
	for (let count = 11; count > 0; count--) if (isPast(count)) return { unit: 'month', count };
	return { unit: 'day', count: days };
}
