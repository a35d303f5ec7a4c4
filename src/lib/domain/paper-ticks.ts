import { timesDone, withTicks, type Day } from './day';
import { addDays, weekdayOf, type Instant, type LocalDay } from './local-day';
import type { StepId } from './step';

/** The seven days of a week on paper, which begins on Sunday. */
export function paperWeekOf(day: LocalDay): LocalDay[] {
	const sunday = addDays(day, -(weekdayOf(day) % 7));
	return Array.from({ length: 7 }, (_, i) => addDays(sunday, i));
}

/**
 * The day with what was ticked on paper: each of these steps once. One that was done that day already stays as it is, and so
 * does every answer.
 */
export function withPaperTicks(day: Day, steps: readonly StepId[], at: Instant): Day {
	const missing = [...new Set(steps)].filter((step) => timesDone(day, step) === 0);
	return withTicks(
		day,
		missing.map((step) => ({ step, at }))
	);
}

/** Takes back the ticks that {@link withPaperTicks} made at that instant, and no others. */
export function withoutPaperTicks(day: Day, steps: readonly StepId[], at: Instant): Day {
	const ticks = day.ticks.filter((tick) => tick.at !== at || !steps.includes(tick.step));
	return ticks.length === day.ticks.length ? day : { ...day, ticks };
}
