import { isDone, timesDone, type Day } from './day';
import { moments, type Moment } from './habit';
import { addDays, startOfWeek, weekdayOf, type Instant, type LocalDay } from './local-day';
import { isPausedOn, planOf, shownAtOnce, type Step } from './step';

/** The steps of one moment of the day, in the person's order. */
export interface MomentGroup {
	moment: Moment;
	steps: Step[];
}

/** The list on a day's screen: a few steps first, the rest one tap away. */
export interface DayList {
	groups: MomentGroup[];
	/** Steps of the day after the first few; empty when all are shown. */
	more: MomentGroup[];
	/** Steps for "when needed": available, but never part of the day's list. */
	asNeeded: Step[];
	/** Steps paused until a chosen day. */
	paused: Step[];
	/** Put aside for that day by the person. */
	aside: Step[];
}

/**
 * Whether the step is offered on that day.
 * @param earlier records of earlier days (order does not matter)
 */
export function isOffered(step: Step, day: LocalDay, earlier: readonly Day[]): boolean {
	if (isPausedOn(step, day)) return false;
	const { frequency } = step;
	switch (frequency.kind) {
		case 'daily':
		case 'most-days':
			return true;
		case 'weekdays':
			return frequency.days.includes(weekdayOf(day));
		case 'weekly': {
			const monday = startOfWeek(day);
			const daysDone = earlier.filter(
				(record) => record.day >= monday && record.day < day && timesDone(record, step.id) > 0
			);
			return daysDone.length < frequency.times;
		}
		case 'once':
			return !earlier.some((record) => record.day < day && isDone(record, step));
		case 'as-needed':
			return false;
	}
}

/** The first day whose record a list of that day needs: this week, and since any one-time step was added. */
export function lookBackFrom(
	steps: readonly Step[],
	day: LocalDay,
	dayOf: (at: Instant) => LocalDay
): LocalDay {
	const starts = steps
		.filter((step) => step.frequency.kind === 'once')
		.map((step) => addDays(dayOf(step.createdAt), -1));
	return [startOfWeek(day), ...starts].reduce((a, b) => (a < b ? a : b));
}

function grouped(steps: readonly Step[]): MomentGroup[] {
	return moments
		.map((moment) => ({ moment, steps: steps.filter((step) => step.moment === moment) }))
		.filter((group) => group.steps.length > 0);
}

/** How many rows are seen before those for later fold away. */
const beforeFold = 5;

/** The steps of a day as they stand on the screen. */
export interface Arranged {
	now: Step[];
	/** Folded away until the person opens it. */
	later: Step[];
}

/**
 * What is for this hour first, then what any time will do, what was for earlier, and what comes later: the last folds away
 * where the list is long. `src/early-list.js` does the same before the app is awake; a test compares them.
 * @param steps in the person's order
 * @param hour local time, 0 to 23; undefined for another day, which is in the order of the moments
 */
export function arranged(steps: readonly Step[], hour?: number): Arranged {
	const now = hour === undefined ? -1 : hour < 4 || hour > 20 ? 3 : hour < 11 ? 0 : hour < 17 ? 1 : 2;
	const place = ({ moment }: Step): number => {
		const at = moments.indexOf(moment);
		if (hour === undefined) return at - 9;
		if (moment === 'any') return 1;
		return at === now ? 0 : at < now ? 2 : at + 3;
	};
	const all = [...steps].sort((a, b) => place(a) - place(b));
	const first = all.findIndex((step, index) => index >= beforeFold && place(step) > 2);
	return first < 0 ? { now: all, later: [] } : { now: all.slice(0, first), later: all.slice(first) };
}

/**
 * The list of a day. A step never moves or leaves the list because it was done: only the plan, the date and *earlier*
 * days decide.
 * @param most how many steps are shown before "show all"
 * @param record the record of that day
 */
export function dayListOf(
	steps: readonly Step[],
	day: LocalDay,
	earlier: readonly Day[],
	most = shownAtOnce,
	record?: Day
): DayList {
	const isAside = ({ id }: Step) => record?.notToday?.includes(id) ?? false;
	const all = planOf(steps);
	const plan = all.filter((step) => !isAside(step));
	// a step done that day stays visible, whatever other days say
	const offered = plan.filter(
		(step) =>
			isOffered(step, day, earlier) ||
			(step.frequency.kind !== 'as-needed' && !isPausedOn(step, day) && timesDone(record, step.id) > 0)
	);
	return {
		groups: grouped(offered.slice(0, most)),
		more: grouped(offered.slice(most)),
		asNeeded: plan.filter((step) => step.frequency.kind === 'as-needed' && !isPausedOn(step, day)),
		paused: plan.filter((step) => isPausedOn(step, day)),
		aside: all.filter(isAside)
	};
}
