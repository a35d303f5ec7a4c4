import type { ClockTime } from './clock-time';
import { fieldsOf } from './parse';

/** When it is night for this person; it may go over midnight. The same time twice is never night. */
export interface NightHours {
	from: ClockTime;
	to: ClockTime;
}

/** `src/early-list.js` knows it too. */
export const usualNight: NightHours = { from: 23 * 60, to: 5 * 60 };

export function isNight(now: ClockTime, { from, to }: NightHours = usualNight): boolean {
	return from <= to ? now >= from && now < to : now >= from || now < to;
}

// as `isClockTime`, whose file would bring the reading of times into every page
const isTime = (value: unknown): value is ClockTime =>
	Number.isInteger(value) && Number(value) >= 0 && Number(value) < 1440;

/** Undefined where they cannot be read. */
export function parseNight(value: unknown): NightHours | undefined {
	const { from, to } = fieldsOf(value);
	return isTime(from) && isTime(to) ? { from, to } : undefined;
}
