import { lastDayBefore, monthsBefore } from './how-long-ago';
import { addDays, daysBetween, type LocalDay } from './local-day';
import { isSealed, newestFirst, type Note } from './note';

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
	const open = notes.filter((note) => note.deletedAt === undefined && !isSealed(note, today));
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
			({ openOn, openedOn, deletedAt }) =>
				deletedAt === undefined &&
				openOn &&
				openOn <= today &&
				!(openedOn && openedOn >= openOn && openedOn <= today)
		)
		.sort(newestFirst);
}
