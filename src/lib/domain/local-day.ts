/**
 * A calendar day where the person is, 'YYYY-MM-DD'. It is not an instant: it has no zone and no hour, so a journey or
 * a clock change cannot move what was done to another day.
 */
export type LocalDay = string & { readonly brand: 'LocalDay' };

/** Milliseconds since 1970 in UTC, as from `Date.now()`. */
export type Instant = number;

export function isInstant(value: unknown): value is Instant {
	return typeof value === 'number' && Number.isFinite(value) && value > 0;
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Noon UTC of that day: far from midnight, so that adding days is always exact. */
function noon(day: LocalDay): number {
	return Date.parse(`${day}T12:00:00Z`);
}

function fromNoon(ms: number): LocalDay {
	return new Date(ms).toISOString().slice(0, 10) as LocalDay;
}

export function isLocalDay(value: unknown): value is LocalDay {
	if (typeof value !== 'string' || !shape.test(value)) return false;
	const ms = Date.parse(`${value}T12:00:00Z`);
	return !Number.isNaN(ms) && fromNoon(ms) === value;
}

/** @throws RangeError when the text is not a day of the calendar. */
export function localDay(text: string): LocalDay {
	if (!isLocalDay(text)) throw new RangeError(`not a day: ${text}`);
	return text;
}

/** The local calendar day of a Date. */
export function localDayOf(date: { getFullYear(): number; getMonth(): number; getDate(): number }): LocalDay {
	const year = String(date.getFullYear()).padStart(4, '0');
	const month = String(date.getMonth() + 1).padStart(2, '0');
	return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}` as LocalDay;
}

export function addDays(day: LocalDay, count: number): LocalDay {
	return fromNoon(noon(day) + count * dayMs);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
	return Math.round((noon(to) - noon(from)) / dayMs);
}

export function weekdayOf(day: LocalDay): Weekday {
	return (new Date(noon(day)).getUTCDay() || 7) as Weekday;
}

/** The Monday of that day's week. */
export function startOfWeek(day: LocalDay): LocalDay {
	return addDays(day, 1 - weekdayOf(day));
}

/** An instant inside that day, for formatting it: noon UTC, to be shown with `timeZone: 'UTC'`. */
export function instantOf(day: LocalDay): Instant {
	return noon(day);
}
