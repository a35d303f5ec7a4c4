import { daysBetween, type LocalDay } from './local-day';

/**
 * Whether to offer a look at something: only to who asked for it, and at most once in so many days. The time starts with the
 * choice: nothing is asked on the day it is made.
 */
export function isLookOffered(
	{ isWanted, last }: { isWanted: boolean; last: LocalDay | undefined },
	today: LocalDay,
	days: number
): boolean {
	return isWanted && (!last || daysBetween(last, today) >= days);
}
