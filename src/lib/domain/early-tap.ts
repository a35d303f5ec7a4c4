import { timesDone, withoutLastTick, withoutTicksOfStep, withTicks, type Day } from './day';
import { isInstant, isLocalDay, type Instant, type LocalDay } from './local-day';
import type { StepId } from './step';

/** A tap on the early list, before the app was awake. */
export interface EarlyTap {
	day: LocalDay;
	step: StepId;
	/** How often the step is done in a day. */
	times: number;
	/** How often it was done, before the tap and after it, as the page showed it. */
	from: number;
	to: number;
	/** Unique among the taps of a device, and the instant of the tick. */
	at: Instant;
}

/** Undefined when it is not a tap. */
export function parseEarlyTap(value: unknown): EarlyTap | undefined {
	const { day, step, times, from, to, at } = (value ?? {}) as Record<string, unknown>;
	const isCount = (count: unknown): count is number =>
		typeof count === 'number' && Number.isInteger(count) && count >= 0;
	return isLocalDay(day) &&
		typeof step === 'string' &&
		isCount(times) &&
		isCount(from) &&
		isCount(to) &&
		from !== to &&
		isInstant(at)
		? { day, step: step as StepId, times, from, to, at }
		: undefined;
}

/**
 * The day with this tap: the same however often it is told. What storage says meanwhile wins: a full step gets no tick
 * more, and a tick is taken back only if it is the one that the person saw.
 */
export function withEarlyTap(day: Day, tap: EarlyTap): Day {
	if (day.day !== tap.day) return day;
	const { step, times, from, to, at } = tap;
	const done = timesDone(day, step);
	if (to > from) return done < times ? withTicks(day, [{ step, at }]) : day;
	if (done !== from) return day;
	return times === 1 ? withoutTicksOfStep(day, step) : withoutLastTick(day, step);
}
