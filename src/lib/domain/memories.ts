import { lastDayBefore, monthsBefore } from './how-long-ago';
import { addDays, daysBetween, type LocalDay } from './local-day';
import { isSealed, newestFirst, type Note } from './note';

/**
 * The days, `count` months earlier, that come back today. Each comes back once: the last days of a longer month come
 * on the last day of this one, so that the 29th of February comes back every year.
 */
function sameDayBefore(today: LocalDay, count: number): LocalDay[] {
	const there = monthsBefore(today, count);
	// today is the 31st, and that month had none
	if (there.slice(8) !== today.slice(8)) return [];
	const isLast = addDays(today, 1).endsWith('-01');
	const rest = isLast ? daysBetween(there, lastDayBefore(today, count)) : 0;
	return Array.from({ length: rest + 1 }, (_, i) => addDays(there, i));
}

/** How many years back memories go. */
const yearsBack = Array.from({ length: 25 }, (_, i) => (i + 1) * 12);
/** How many months back they go, when there is none from an earlier year. */
const monthsBack = [1, 3, 6];

/** Every day that may be given back today. */
export function memoryDays(today: LocalDay): LocalDay[] {
	return [...yearsBack, ...monthsBack].flatMap((count) => sameDayBefore(today, count));
}

/**
 * Notes about this day in earlier years; otherwise of the same day one, three or six months ago. A sealed letter is
 * not shown.
 */
export function onThisDay(notes: readonly Note[], today: LocalDay): Note[] {
	const open = notes.filter((note) => note.deletedAt === undefined && !isSealed(note, today));
	const about = (counts: readonly number[]) => {
		const days = new Set(counts.flatMap((count) => sameDayBefore(today, count)));
		return open.filter(({ day }) => days.has(day)).sort(newestFirst);
	};
	const years = about(yearsBack);
	return years.length > 0 ? years : about(monthsBack);
}

/** The earliest day from which letters may still be waiting: longer ago than anybody keeps one. */
export function lettersFrom(today: LocalDay): LocalDay {
	return monthsBefore(today, 1200);
}

/**
 * Letters whose day has come and that were not opened since. They wait, however long the person was away. One opened
 * while the clock was ahead still comes on its day.
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
