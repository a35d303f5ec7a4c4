import type { ActivityId, Form } from './activity';
import type { Instant, LocalDay } from './local-day';
import type { Step, StepId } from './step';

/** One time a step was done. */
export interface Tick {
	step: StepId;
	at: Instant;
}

/** How something felt afterwards: harder, the same, better. Optional, never counted. */
export const feelings = [1, 2, 3] as const;
export type Feeling = (typeof feelings)[number];

/** How a day is, in a word: in no order, never counted. */
export const howsItIs = ['heavy', 'foggy', 'tense', 'okay', 'calm', 'light'] as const;
export type HowItIs = (typeof howsItIs)[number];

/** Something the person did after the dice showed it. */
export interface DoneIdea {
	at: Instant;
	form: Form;
	/** About how long it takes. */
	minutes: number;
	activity?: ActivityId;
	/** Set for an idea in the person's own words. */
	words?: string;
	felt?: Feeling;
}

/** The record of one day: one record a day, so that ten years stay fast to read. */
export interface Day {
	day: LocalDay;
	ticks: readonly Tick[];
	/** "Rest today": an answer like any other. */
	isRest?: true;
	/** Steps that the person put aside for that day: an answer like any other. */
	notToday?: readonly StepId[];
	/** How it is, where the person likes to be asked. */
	how?: HowItIs;
	/** One line, in the person's words. */
	note?: string;
	/** Ideas from the dice that were done. Records from before the dice do not have it. */
	done?: readonly DoneIdea[];
}

export const longestNote = 200;

export function emptyDay(day: LocalDay): Day {
	return { day, ticks: [] };
}

export function timesDone(day: Day | undefined, step: StepId): number {
	return day?.ticks.filter((tick) => tick.step === step).length ?? 0;
}

export function isDone(day: Day | undefined, step: Pick<Step, 'id' | 'times'>): boolean {
	return timesDone(day, step.id) >= step.times;
}

/** Adds one tick, up to the number of times the step has in a day; unchanged when it is already full. */
export function withTick(day: Day, step: Pick<Step, 'id' | 'times'>, at: Instant): Day {
	if (isDone(day, step)) return day;
	return { ...day, ticks: [...day.ticks, { step: step.id, at }] };
}

/** Removes the latest tick of this step. */
export function withoutLastTick(day: Day, step: StepId): Day {
	const last = day.ticks.findLastIndex((tick) => tick.step === step);
	return last < 0 ? day : { ...day, ticks: day.ticks.toSpliced(last, 1) };
}

export function withoutTicksOf(day: Day, gone: ReadonlySet<StepId>): Day {
	return day.ticks.some((tick) => gone.has(tick.step))
		? { ...day, ticks: day.ticks.filter((tick) => !gone.has(tick.step)) }
		: day;
}

/** Removes every tick of this step. */
export function withoutTicksOfStep(day: Day, step: StepId): Day {
	return withoutTicksOf(day, new Set([step]));
}

/** Adds these ticks, each once, in the order they were made. */
export function withTicks(day: Day, ticks: readonly Tick[]): Day {
	const missing = ticks.filter(
		({ step, at }) => !day.ticks.some((tick) => tick.step === step && tick.at === at)
	);
	if (missing.length === 0) return day;
	return { ...day, ticks: [...day.ticks, ...missing].sort((a, b) => a.at - b.at) };
}

export function withRest(day: Day, isRest: boolean): Day {
	const { isRest: _, ...rest } = day;
	return isRest ? { ...rest, isRest: true } : rest;
}

export function withNotToday(day: Day, step: StepId, isAside: boolean): Day {
	const { notToday = [], ...rest } = day;
	const others = notToday.filter((each) => each !== step);
	const aside = isAside ? [...others, step] : others;
	return aside.length > 0 ? { ...rest, notToday: aside } : rest;
}

export function withNote(day: Day, note: string | undefined): Day {
	const { note: _, ...rest } = day;
	return note ? { ...rest, note } : rest;
}

export function withHow(day: Day, how: HowItIs | undefined): Day {
	const { how: _, ...rest } = day;
	return how ? { ...rest, how } : rest;
}

/** A day with a step, or with something of the dice. A rest or a few words are no step: they do not count less. */
export function hasFeather({ ticks, done = [] }: Day): boolean {
	return ticks.length > 0 || done.length > 0;
}

/** Whether the record holds nothing, so that it need not be stored. */
export function isEmptyDay(day: Day): boolean {
	return !hasFeather(day) && !day.isRest && !day.notToday && !day.how && !day.note;
}
