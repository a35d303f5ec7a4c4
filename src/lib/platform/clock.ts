import { localDayOf, type Instant, type LocalDay } from '$lib/domain/local-day';

export function now(): Instant {
	return Date.now();
}

/** Milliseconds of a monotonic clock; only differences mean anything. It may stand still while the device sleeps. */
export function sinceStart(): number {
	return performance.now();
}

/** The local day of an instant, in the zone where the person is now. */
export function dayOf(at: Instant): LocalDay {
	return localDayOf(new Date(at));
}

export function today(): LocalDay {
	return localDayOf(new Date());
}

/** Minutes since local midnight, 0 to 1439. */
export function minuteOfDay(): number {
	const now = new Date();
	return now.getHours() * 60 + now.getMinutes();
}
