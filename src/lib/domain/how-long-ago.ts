import { addDays, daysBetween, localDay, type LocalDay } from './local-day';

/** The same day `count` months earlier, or the last day of that month when it is shorter. */
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

/** The last day of the month `count` months before. */
export function lastDayBefore(day: LocalDay, count: number): LocalDay {
	return addDays(monthsBefore(localDay(`${day.slice(0, 8)}01`), count - 1), -1);
}

/** How long ago, in whole years, months or days: to say it, never to count. */
export function howLongAgo(
	day: LocalDay,
	today: LocalDay
): { unit: 'year' | 'month' | 'day'; count: number } {
	const days = Math.max(0, daysBetween(day, today));
	// from the end of a short month, a longer month also counts as whole
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
