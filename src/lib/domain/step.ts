import type { ActivityId } from './activity';
import type { DrawingChoice } from './drawing';
import type { HabitId, HabitItemId, Moment } from './habit';
import type { Instant, LocalDay, Weekday } from './local-day';
import type { Petal } from './petal';
import { tidyWords } from './tidy-words';

export { longestWords, tidyWords } from './tidy-words';

export type StepId = string & { readonly brand: 'StepId' };

/** How often a person means to do a step. Nothing is owed: it only decides on which days the step is offered. */
export type Frequency =
	| { kind: 'daily' }
	| { kind: 'most-days' }
	| { kind: 'weekly'; times: number }
	| { kind: 'weekdays'; days: readonly Weekday[] }
	| { kind: 'as-needed' }
	| { kind: 'once' };
export type FrequencyKind = Frequency['kind'];
export const frequencyKinds: readonly FrequencyKind[] = [
	'daily',
	'most-days',
	'weekly',
	'weekdays',
	'as-needed',
	'once'
];

/** From one day to another, both included; open-ended when there is no end. */
export interface Pause {
	from: LocalDay;
	to?: LocalDay;
}

/**
 * One line of the person's prescription: from the catalogue (`item` or `activity`), in their own words (`words`), or
 * both.
 */
export interface Step {
	id: StepId;
	item?: HabitItemId;
	activity?: ActivityId;
	/** The catalogue number of an item that this version does not know. */
	unknown?: number;
	habit: HabitId;
	/** Its petal on the six-petal sheet, when the person chose another than the usual one. */
	petal?: Petal;
	words?: string;
	/** The drawing chosen for own words; without a choice it is the one that they name. */
	drawing?: DrawingChoice;
	/** When or how, in plain words: "8:30", "after lunch". */
	detail?: string;
	/** The smallest version that still counts fully. */
	tiny?: string;
	/** The list shows the tiny version. */
	isSmall: boolean;
	/** "Why it helps", in the person's words. */
	reason?: string;
	moment: Moment;
	frequency: Frequency;
	/** How many times a day it can be done, 1 to 6. */
	times: number;
	order: number;
	pause?: Pause;
	putAwayAt?: Instant;
	createdAt: Instant;
	/** Came with "Look around with an example"; one tap takes it away. */
	isExample?: true;
	/** Words from a sheet that look like help: somebody else wrote them, so they are shown as a quotation. */
	isQuoted?: true;
}

export const mostTimesADay = 6;
/** More steps than this on one screen overwhelm; the rest waits behind "show all". */
export const shownAtOnce = 7;

export function isInPlan(step: Step): boolean {
	return step.putAwayAt === undefined;
}

export function isPausedOn(step: Step, day: LocalDay): boolean {
	const { pause } = step;
	return pause !== undefined && day >= pause.from && (pause.to === undefined || day <= pause.to);
}

export function byOrder(a: Step, b: Step): number {
	return a.order - b.order || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}

/** The plan in the person's order, without steps that were put away. */
export function planOf(steps: readonly Step[]): Step[] {
	return steps.filter(isInPlan).sort(byOrder);
}

export function putAwayOf(steps: readonly Step[]): Step[] {
	return steps.filter((step) => !isInPlan(step)).sort((a, b) => (b.putAwayAt ?? 0) - (a.putAwayAt ?? 0));
}

/** Numbers the steps of the plan: 0, 1, 2 … in the order of the list. */
export function inOrder(plan: readonly Step[]): Step[] {
	return plan.map((step, order) => (step.order === order ? step : { ...step, order }));
}

/** Moves one step up (-1) or down (+1) in the plan; the same list when it is already at the end. */
export function moved(steps: readonly Step[], id: StepId, by: -1 | 1): Step[] {
	return movedTo(steps, id, planOf(steps).findIndex((step) => step.id === id) + by);
}

/** Moves a step of the plan to this place, from 0; the same list where there is no such step or place. */
export function movedTo(steps: readonly Step[], id: StepId, to: number): Step[] {
	const plan = planOf(steps);
	const from = plan.findIndex((step) => step.id === id);
	if (from < 0 || to < 0 || to >= plan.length) return [...steps];
	const [step] = plan.splice(from, 1);
	plan.splice(to, 0, step!);
	return [...inOrder(plan), ...steps.filter((other) => !isInPlan(other))];
}

/**
 * Makes a step smaller: the list also shows its tiny version, which counts fully.
 * @param suggestion used only when the person has not written a tiny version
 */
export function madeSmaller(step: Step, suggestion: string): Step {
	return { ...step, tiny: step.tiny ?? tidyWords(suggestion), isSmall: true };
}

/** Why a step cannot be saved as it is written. */
export type StepProblem = 'no-words' | 'no-weekday' | 'pause-backwards';

export function problemOf(
	step: Pick<Step, 'item' | 'activity' | 'unknown' | 'words' | 'frequency' | 'pause'>
): StepProblem | undefined {
	const isKnown = step.item !== undefined || step.activity !== undefined || step.unknown !== undefined;
	if (!isKnown && !tidyWords(step.words)) return 'no-words';
	if (step.frequency.kind === 'weekdays' && step.frequency.days.length === 0) return 'no-weekday';
	if (step.pause?.to !== undefined && step.pause.to < step.pause.from) return 'pause-backwards';
	return undefined;
}
