import type { Day } from './day';
import { shortened } from './graphemes';
import { comparisonKey } from './join-sheet';
import { addDays, instantOf, localDay, type LocalDay } from './local-day';
import { putAway, stepFromWords, withAdded, type Making } from './new-step';
import { withPaperTicks } from './paper-ticks';
import { isInPlan, type Frequency, type Step, type StepId } from './step';
import { tidyWords } from './tidy-words';

/** A habit as another program kept it, ready to become a step. */
export interface BroughtHabit {
	name: string;
	/** How often it was meant. */
	frequency: Frequency;
	/** The days on which it was done, each once, earliest first. */
	days: readonly LocalDay[];
	/** It was archived there. */
	isAway: boolean;
}

/** More than anybody keeps; a made-up file could hold millions. */
export const mostBroughtHabits = 200;
const mostRead = 1000;
/** Of all habits together. */
const mostDays = 200_000;
const longestRead = 500;
const firstDay = localDay('1990-01-01');

/** So many times in so many days, as Envol says it: a few times a week, or every day. */
export function frequencyOfRatio(times: number, days: number): Frequency {
	if (!(times > 0) || !(days > 0)) return { kind: 'daily' };
	const inAWeek = Math.min(7, Math.max(1, Math.round((times * 7) / days)));
	return inAWeek === 7 ? { kind: 'daily' } : { kind: 'weekly', times: inAWeek };
}

/** The day that is so many days after the first of January 1970; undefined for one that no calendar here has. */
export function dayOfEpoch(count: unknown): LocalDay | undefined {
	return typeof count === 'number' && Number.isSafeInteger(count) && Math.abs(count) < 100_000
		? addDays(localDay('1970-01-01'), count)
		: undefined;
}

/**
 * The habits that can be brought in: with a name, on days that were lived, each day once. Two of one name are one, as their
 * steps would be.
 */
export function tidyHabits(habits: readonly BroughtHabit[], today: LocalDay): BroughtHabit[] {
	const known = new Map<string, BroughtHabit>();
	let room = mostDays;
	for (const { name, frequency, days, isAway } of habits.slice(0, mostRead)) {
		const tidy = tidyWords(shortened(name, longestRead));
		if (!tidy) continue;
		const key = comparisonKey(tidy);
		const before = known.get(key);
		if (!before && known.size >= mostBroughtHabits) continue;
		const lived = days.filter((day) => day >= firstDay && day <= today);
		const all = [...new Set([...(before?.days ?? []), ...lived])].sort();
		const kept = all.slice(Math.max(0, all.length - room));
		room -= kept.length;
		known.set(key, {
			name: before?.name ?? tidy,
			frequency: before?.frequency ?? frequency,
			days: kept,
			isAway: isAway && (before?.isAway ?? true)
		});
	}
	return [...known.values()];
}

/** The step that a habit would join: of the same words. One in the plan is found before one that was put away. */
export function stepOfHabit({ name }: Pick<BroughtHabit, 'name'>, steps: readonly Step[]): Step | undefined {
	const same = steps.filter(
		({ words, isExample }) =>
			words !== undefined && !isExample && comparisonKey(words) === comparisonKey(name)
	);
	return same.find(isInPlan) ?? same[0];
}

/** The plan with these habits, and the steps that were done on each day. */
export interface BroughtPlan {
	steps: readonly Step[];
	done: ReadonlyMap<LocalDay, readonly StepId[]>;
}

/** New steps come last; one of the same words stays as it is, and takes the days. */
export function withHabits(
	steps: readonly Step[],
	habits: readonly BroughtHabit[],
	making: Making
): BroughtPlan {
	const done = new Map<LocalDay, StepId[]>();
	const added: Step[] = [];
	for (const habit of habits) {
		const known = stepOfHabit(habit, steps);
		const made = known ?? stepFromWords(habit.name, 'routine', making);
		if (!made) continue;
		if (!known) {
			const step = { ...made, frequency: habit.frequency };
			added.push(habit.isAway ? putAway(step, making.at) : step);
		}
		for (const day of habit.days) done.set(day, [...(done.get(day) ?? []), made.id]);
	}
	const plan = withAdded(steps, added.filter(isInPlan));
	return { steps: added.length === 0 ? steps : [...plan, ...added.filter((step) => !isInPlan(step))], done };
}

/** The day with what was done on it elsewhere, at noon: nobody knows the hour. What is there stays. */
export function withDoneElsewhere(day: Day, steps: readonly StepId[]): Day {
	return withPaperTicks(day, steps, instantOf(day.day));
}
