import { localDayOf, type Instant, type LocalDay } from '$lib/domain/local-day';

export function now(): Instant {
	return Date.now();
}

/** Milliseconds of a clock that nobody can set; only its differences mean anything. It may stand still in a sleep. */
export function sinceStart(): number {
	return performance.now();
}

/** The day that the wall showed then, in the zone where the person is now. */
export function dayOf(at: Instant): LocalDay {
	return localDayOf(new Date(at));
}

export function today(): LocalDay {
	return localDayOf(new Date());
}

/** The hour on the wall, 0 to 23. */
export function hour(): number {
	return new Date().getHours();
}
