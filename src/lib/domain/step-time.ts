import { isClockTime, timeIn, usualTimes, type ClockTime } from './clock-time';
import { timesDone, type Day } from './day';
import { isNight, type NightHours } from './night';
import type { Step, StepId } from './step';

/** The time a step has: as written in it, or that of its moment of the day. */
export function timeOf({ detail, words, moment }: Step): ClockTime | undefined {
	return (
		timeIn(detail, moment) ?? timeIn(words, moment) ?? (moment === 'any' ? undefined : usualTimes[moment])
	);
}

/** For how long it is about the time of a step, in minutes. */
const lasts = 30;

/**
 * The steps whose time it is about now, and that wait to be done. None in the night, and none once somebody rests.
 * @param steps those of the day's list
 * @param night the person's own
 * @param times where the person chose another time, by the id of an offer (see `Offer`), as they are stored
 */
export function aroundNow(
	steps: readonly Step[],
	record: Day,
	now: ClockTime,
	night?: NightHours,
	times: Readonly<Record<string, unknown>> = {}
): StepId[] {
	if (record.isRest || isNight(now, night)) return [];
	return steps
		.filter((step) => {
			const chosen = times[`step:${step.id}`];
			const time = isClockTime(chosen) ? chosen : timeOf(step);
			return time !== undefined && now >= time && now < time + lasts && timesDone(record, step.id) === 0;
		})
		.map(({ id }) => id);
}
