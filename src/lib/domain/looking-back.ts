import { forms, type ActivityId, type Form } from './activity';
import { hasFeather, type Day } from './day';
import { habitIds, type HabitId } from './habit';
import { addDays, daysBetween, localDay, type LocalDay } from './local-day';
import { outsideAt, type Season } from './season';
import type { Step, StepId } from './step';

/*
 * No number here ever falls. So nothing is counted over "the last four weeks", which would lose a day each morning: each
 * number belongs to all of the time, or to a stretch of the calendar with a beginning and an end, which keeps what is in it.
 */

/** How long such a stretch is. */
export const spans = ['weeks4', 'weeks12', 'year'] as const;
export type Span = (typeof spans)[number];

/** What was done in some time, counted. */
export interface Counted {
	/** Days with a step, or with something of the dice. */
	days: number;
	/** Times, by form; steps that have none are not in it. */
	forms: Readonly<Record<Form, number>>;
	/** Times, by habit of the step. */
	habits: Readonly<Record<HabitId, number>>;
}

export interface Stretch extends Counted {
	from: LocalDay;
	to: LocalDay;
}

/** The feathers of one season: one for each day with a step. */
export interface Wing {
	season: Season;
	/** The first day of the season. */
	from: LocalDay;
	/** The days, earliest first. */
	feathers: readonly LocalDay[];
}

/** Something that felt better after, as the person said. */
export interface Helped {
	activity?: ActivityId;
	words?: string;
	times: number;
}

export interface LookingBack extends Counted {
	/** The latest first; a season without a feather has no wing. */
	wings: readonly Wing[];
	/** How often each step was done, the most often first; as long as the step is known, put away or not. */
	steps: readonly { step: StepId; times: number }[];
	/** What was said most often first. */
	helped: readonly Helped[];
}

interface Counting {
	days: number;
	forms: Record<Form, number>;
	habits: Record<HabitId, number>;
}

const zeros = <K extends string>(keys: readonly K[]) =>
	Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
const nothing = (): Counting => ({ days: 0, forms: zeros(forms), habits: zeros(habitIds) });

/** The form of a step that came from an activity: it stands in the first letters of its id. */
export function formOf({ activity }: Pick<Step, 'activity'>): Form | undefined {
	return activity === undefined
		? undefined
		: forms.find((form) => activity.startsWith(`${form.slice(0, 3)}-`));
}

interface Known {
	habit: HabitId;
	form: Form | undefined;
}

function knownOf(steps: readonly Step[]): ReadonlyMap<StepId, Known> {
	return new Map(steps.map((step) => [step.id, { habit: step.habit, form: formOf(step) }]));
}

function add(counting: Counting, day: Day, known: ReadonlyMap<StepId, Known>): void {
	counting.days += 1;
	for (const { step } of day.ticks) {
		const { habit, form } = known.get(step) ?? {};
		if (habit) counting.habits[habit] += 1;
		if (form) counting.forms[form] += 1;
	}
	for (const { form } of day.done ?? []) counting.forms[form] += 1;
}

/** The season that a day is in, by its first day. Winter begins in December. */
function seasonOf(day: LocalDay): { season: Season; from: LocalDay } {
	const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
	const first = month === 12 ? 12 : month < 3 ? 12 : month - (month % 3);
	const from = `${String(month < 3 ? year - 1 : year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`;
	// named by its middle month: snow in March makes no second winter
	return { season: outsideAt((first % 12) + 1, 12).season, from: localDay(from) };
}

function featherListOf(
	day: LocalDay,
	wings: Map<string, { season: Season; from: LocalDay; feathers: LocalDay[] }>
): LocalDay[] {
	const { season, from } = seasonOf(day);
	const wing = wings.get(from) ?? { season, from, feathers: [] };
	wings.set(from, wing);
	return wing.feathers;
}

/**
 * All that a person did, as long as Envol was there: read once, whatever the order of the days.
 * @param steps put away ones included: what was done of them stays done
 */
export function lookBack(days: readonly Day[], steps: readonly Step[]): LookingBack {
	const known = knownOf(steps);
	const all = nothing();
	const wings = new Map<string, { season: Season; from: LocalDay; feathers: LocalDay[] }>();
	const wingOfMonth = new Map<string, LocalDay[]>();
	const times = new Map<StepId, number>();
	const helped = new Map<string, { activity?: ActivityId; words?: string; times: number }>();
	for (const day of days) {
		if (!hasFeather(day)) continue;
		add(all, day, known);
		for (const { step } of day.ticks) if (known.has(step)) times.set(step, (times.get(step) ?? 0) + 1);
		const month = day.day.slice(0, 7);
		// a month is in one season: that is worked out once, not for each day
		const feathers = wingOfMonth.get(month) ?? featherListOf(day.day, wings);
		wingOfMonth.set(month, feathers);
		feathers.push(day.day);
		for (const { felt, activity, words } of day.done ?? []) {
			if (felt !== 3 || (!activity && !words)) continue;
			const key = words ?? `\n${activity}`;
			const entry = helped.get(key) ?? { ...(words ? { words } : { activity: activity! }), times: 0 };
			entry.times += 1;
			helped.set(key, entry);
		}
	}
	for (const { feathers } of wings.values()) feathers.sort();
	return {
		...all,
		wings: [...wings.values()].sort((a, b) => (a.from < b.from ? 1 : -1)),
		steps: [...times].map(([step, count]) => ({ step, times: count })).sort((a, b) => b.times - a.times),
		helped: [...helped.values()].sort((a, b) => b.times - a.times)
	};
}

/** A Monday; every stretch of weeks is counted from it, so that none ever begins elsewhere. */
const firstMonday = localDay('2024-01-01');
const weeksOf = { weeks4: 4, weeks12: 12 } as const;

/** The stretch that a day is in: whole weeks, or its year. */
export function stretchOf(day: LocalDay, span: Span): { from: LocalDay; to: LocalDay } {
	if (span === 'year') {
		const year = day.slice(0, 4);
		return { from: localDay(`${year}-01-01`), to: localDay(`${year}-12-31`) };
	}
	const length = weeksOf[span] * 7;
	const from = addDays(firstMonday, Math.floor(daysBetween(firstMonday, day) / length) * length);
	return { from, to: addDays(from, length - 1) };
}

/** What was done in each stretch, the latest first. One in which nothing was done is not there: nobody is told of it. */
export function stretchesOf(days: readonly Day[], steps: readonly Step[], span: Span): Stretch[] {
	const known = knownOf(steps);
	const all = new Map<LocalDay, Counting & { from: LocalDay; to: LocalDay }>();
	let stretch: (Counting & { from: LocalDay; to: LocalDay }) | undefined;
	for (const day of days) {
		if (!hasFeather(day)) continue;
		// days mostly come in order: the calendar is asked once for each stretch, not for each day of it
		if (!stretch || day.day < stretch.from || day.day > stretch.to) {
			const { from, to } = stretchOf(day.day, span);
			stretch = all.get(from) ?? { ...nothing(), from, to };
			all.set(from, stretch);
		}
		add(stretch, day, known);
	}
	return [...all.values()].sort((a, b) => (a.from < b.from ? 1 : -1));
}
