import type { HabitId, HabitItem, SuggestedFrequency } from './habit';
import type { Instant } from './local-day';
import {
	inOrder,
	isInPlan,
	planOf,
	putAwayOf,
	tidyWords,
	type Frequency,
	type Step,
	type StepId
} from './step';

/** The catalogue's suggested frequency, as one the person can change. */
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

/** The source of ids and the time are arguments, so that the same call always gives the same step. */
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

/** A step in the person's own words; undefined when the words are empty. */
export function stepFromWords(
	words: string,
	habit: HabitId,
	{ newId, at }: Making,
	chosen: Partial<Pick<Step, 'drawing' | 'moment'>> = {}
): Step | undefined {
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
		createdAt: at,
		...chosen
	};
}

/** The plan with these steps at the end. */
export function withAdded(steps: readonly Step[], added: readonly Step[]): Step[] {
	return [...inOrder([...planOf(steps), ...added]), ...steps.filter((step) => !isInPlan(step))];
}

/** A step that the person chose: it stays when the example is removed. */
export function taken(step: Step): Step {
	if (!step.isExample) return step;
	const { isExample: _, ...own } = step;
	return own;
}

/**
 * The plan with these catalogue items, each once. A step already in the plan stays as it is, one that was put away
 * comes back with its history, the rest is new.
 */
export function withItems(steps: readonly Step[], items: readonly HabitItem[], making: Making): Step[] {
	const wanted = new Map(items.map((item) => [item.id, item]));
	const there = new Set(planOf(steps).map((step) => step.item));
	const away = putAwayOf(steps);
	const added = [...wanted.values()]
		.filter((item) => !there.has(item.id))
		.map((item) => {
			const known = away.find((step) => step.item === item.id);
			return known ? taken(broughtBack(known)) : stepFromItem(item, making);
		});
	const back = new Set(added.map((step) => step.id));
	const stay = steps.filter((step) => !back.has(step.id));
	return withAdded(
		stay.map((step) => (isInPlan(step) && wanted.has(step.item ?? '') ? taken(step) : step)),
		added
	);
}

/** Takes a step out of the plan but keeps its history, so that it can come back any time. */
export function putAway(step: Step, at: Instant): Step {
	return { ...step, putAwayAt: at };
}

export function broughtBack(step: Step): Step {
	const { putAwayAt: _, ...back } = step;
	return { ...back, order: Number.MAX_SAFE_INTEGER };
}

/** Another step of the catalogue in the place of one, which is put away and keeps its history. */
export function swapped(steps: readonly Step[], id: StepId, item: HabitItem, making: Making): Step[] {
	const old = planOf(steps).find((step) => step.id === id);
	if (!old || planOf(steps).some((step) => step.item === item.id)) return [...steps];
	const [added] = withItems(steps, [item], making).filter((step) => step.item === item.id && isInPlan(step));
	const plan = planOf(steps).map((step) => (step.id === id ? (added ?? step) : step));
	const stay = steps.filter((step) => !isInPlan(step) && step.id !== added?.id);
	return [...inOrder(plan), ...stay, putAway(old, making.at)];
}
