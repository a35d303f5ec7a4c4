import { chimes, type Chime } from './activity';
import { addDays, isLocalDay, type LocalDay } from './local-day';
import { fieldsOf } from './parse';

/** How near each of the five is to a person now, from 1 dot to 5; what they left out is not there. Never added up. */
export type Near = Readonly<Partial<Record<Chime, number>>>;

/** An unscored look, only if the person wants it. */
export interface Nearness {
	wanted?: true;
	/** By the day it was said. */
	at: Readonly<Record<string, Near>>;
}
export const noNearness: Nearness = { at: {} };
export const dots = [1, 2, 3, 4, 5] as const;

function parseNear(value: unknown): Near {
	const given = fieldsOf(value);
	return Object.fromEntries(chimes.filter((one) => dots.some((dot) => dot === given[one])).map((one) => [one, given[one]])); // prettier-ignore
}

export function parseNearness(value: unknown): Nearness {
	const given = fieldsOf(value);
	const days = Object.entries(fieldsOf(given.at)).filter(([day]) => isLocalDay(day));
	const at = Object.fromEntries(days.slice(0, 1000).map(([day, near]) => [day, parseNear(near)]));
	return { ...(given.wanted === true && { wanted: true }), at };
}

/** What was said on any day; of one day that both have, the newer. */
export function joinedNearness(kept: Nearness, newer: Nearness): Nearness {
	return { ...kept, ...newer, at: { ...kept.at, ...newer.at } };
}

/** Whether to ask: at most once in seven days, and never of who does not want it. */
export function isNearnessDue({ wanted, at }: Nearness, today: LocalDay): boolean {
	return wanted === true && Object.keys(at).every((day) => day <= addDays(today, -7) || day === today);
}
