import type { HabitId, HabitItem, SuggestedFrequency } from './habit';
import type { Instant } from './local-day';
import { inOrder, isInPlan, planOf, tidyWords, type Frequency, type Step, type StepId } from './step';

/** What the catalogue suggests, as a frequency the person can change. */
export function frequencyFrom(suggested: SuggestedFrequency): Frequency {
	switch (suggested) {
		case 'daily':
		case 'as-prescribed':
			return { kind: 'daily' };
		case 'weekly':
			return { kind: 'weekly', times: 1 };
		case 'weekly-2':
			return { kind: 'weekly', times: 2 };
		case 'most-days':
		case 'as-needed':
		case 'once':
			return { kind: suggested };
	}
}

/** Ids and time come in, so that the same call always gives the same step. */
export interface Making {
	newId: () => string;
	at: Instant;
}

export function stepFromItem(item: HabitItem, { newId, at }: Making): Step {
	return {
		id: newId() as StepId,
		item: item.id,
		habit: item.habit,
		isSmall: false,
		moment: item.moment,
		frequency: frequencyFrom(item.frequency),
		times: item.times ?? 1,
		order: 0,
		createdAt: at
	};
}

/** A step in the person's own words; undefined when there are none. */
export function stepFromWords(words: string, habit: HabitId, { newId, at }: Making): Step | undefined {
	const tidy = tidyWords(words);
	if (!tidy) return undefined;
	return {
		id: newId() as StepId,
		habit,
		words: tidy,
		isSmall: false,
		moment: 'any',
		frequency: { kind: 'daily' },
		times: 1,
		order: 0,
		createdAt: at
	};
}

/** The plan with these steps at its end. */
export function withAdded(steps: readonly Step[], added: readonly Step[]): Step[] {
	return [...inOrder([...planOf(steps), ...added]), ...steps.filter((step) => !isInPlan(step))];
}

/**
 * The plan with these catalogue items: what is there already stays as it is, what was put away comes back with its
 * history, the rest is new.
 */
export function withItems(steps: readonly Step[], items: readonly HabitItem[], making: Making): Step[] {
	const known = new Set(steps.map((step) => step.item));
	const isWanted = (step: Step) => items.some((item) => item.id === step.item);
	const back = steps.map((step) => (!isInPlan(step) && isWanted(step) ? broughtBack(step) : step));
	const fresh = items.filter((item) => !known.has(item.id)).map((item) => stepFromItem(item, making));
	return withAdded(back, fresh);
}

/** Out of the plan, with its history: it can come back any time. */
export function putAway(step: Step, at: Instant): Step {
	return { ...step, putAwayAt: at };
}

export function broughtBack(step: Step): Step {
	const { putAwayAt: _, ...back } = step;
	return { ...back, order: Number.MAX_SAFE_INTEGER };
}
