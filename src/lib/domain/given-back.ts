import { hasFeather, type Day } from './day';
import { daysBetween, type LocalDay } from './local-day';

/** What the days before give back on Today. */
export interface GivenBack {
	/** Days with a step, today apart: it only grows. */
	feathers: number;
	/** The person was here before, not in the last days; nothing is said of them. */
	isBack: boolean;
}

/** After so many days without anything, a softer start is offered. */
const quietDays = 3;

/** @param earlier the records of all days before today */
export function givenBack(earlier: readonly Day[], today: LocalDay): GivenBack {
	const days = earlier.filter(hasFeather).map(({ day }) => day);
	const last = days.reduce<LocalDay | undefined>((a, b) => (a === undefined || a < b ? b : a), undefined);
	return {
		feathers: days.length,
		isBack: last !== undefined && daysBetween(last, today) > quietDays
	};
}
