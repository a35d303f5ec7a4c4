import type { PutIn } from './kept-calendar';
import { inOrder, nextOrder, type Items } from './listed';
import { addDays, daysBetween, weekdayOf, weekdays, type LocalDay, type Weekday } from './local-day';
import type { Note } from './note';
import { isInPlan, planOf, type Frequency, type Pause, type Step } from './step';
import type { ClockTime } from './clock-time';
import { timeOf } from './step-time';

/** On which days something comes again: all of them, or these of each week. */
export type Repeats = 'daily' | readonly Weekday[];

/** What can be put in a calendar; the person chooses. */
export interface Offer {
	/** The same for as long as it is the same thing: 'visit', 'step:<id>'. */
	id: string;
	what: 'step' | 'visit' | 'review' | 'letter';
	step?: Step;
	/** The day itself; of what repeats, the first. */
	day: LocalDay;
	time?: ClockTime;
	repeats?: Repeats;
	/** The last day on which it may come, before a pause without an end. */
	until?: LocalDay;
	/** It is on pause then, both days included. */
	except?: { from: LocalDay; to: LocalDay };
}

/** One event to be: when, and what it is about. */
export interface Planned extends Omit<Offer, 'what' | 'step'> {
	what: Offer['what'] | 'visitEve';
	step?: Step;
	/** Rings at its time. Never for a whole day: on the day the clocks change, nine hours after midnight is not nine. */
	rings: boolean;
}

/** One event of the file. */
export interface CalendarEvent {
	uid: string;
	/** Higher in each file, so that a calendar takes the newer. */
	sequence: number;
	day: LocalDay;
	/** Without one, it is about the whole day. */
	time?: ClockTime;
	repeats?: Repeats;
	until?: LocalDay;
	except?: { from: LocalDay; to: LocalDay };
	rings: boolean;
	isCancelled: boolean;
	/** What it is about; undefined when it is only taken out. */
	planned?: Planned;
}

/** When something that has a day and no hour rings: letters, the day to look again. */
const usualHour: ClockTime = 9 * 60;
/** An appointment is said the evening before: Envol does not know its hour. */
const eveHour: ClockTime = 18 * 60;

/** A file names each day of a pause, up to this many. */
const longestPause = 366;

/** About so many times a week, spread over it. */
const spread: Readonly<Record<number, readonly Weekday[]>> = {
	1: [3],
	2: [2, 5],
	3: [1, 3, 5],
	4: [1, 2, 4, 6],
	5: [1, 2, 3, 4, 5],
	6: [1, 2, 3, 4, 5, 6]
};

/** How a step comes again in a calendar; 'once' and 'as needed' do not. */
export function repeatsOf(frequency: Frequency): Repeats | undefined {
	switch (frequency.kind) {
		case 'daily':
		case 'most-days':
			return 'daily';
		case 'weekly':
			return spread[frequency.times] ?? 'daily';
		case 'weekdays':
			return frequency.days.length === weekdays.length ? 'daily' : frequency.days.toSorted();
		case 'once':
		case 'as-needed':
			return undefined;
	}
}

function falls(on: LocalDay, repeats: Repeats | undefined): boolean {
	return !repeats || repeats === 'daily' || repeats.includes(weekdayOf(on));
}

/** The days of what repeats that a pause leaves out, from its first day on. */
export function daysLeftOut({
	day,
	repeats,
	except
}: Pick<CalendarEvent, 'day' | 'repeats' | 'except'>): LocalDay[] {
	if (!except || !repeats) return [];
	const from = except.from < day ? day : except.from;
	const length = Math.min(longestPause, daysBetween(from, except.to) + 1);
	return Array.from({ length: Math.max(0, length) }, (_, i) => addDays(from, i)).filter((on) =>
		falls(on, repeats)
	);
}

/** The first day from this one on that is one of them. */
export function firstDay(repeats: Repeats | undefined, from: LocalDay): LocalDay {
	const days = weekdays.map((_, i) => addDays(from, i));
	return days.find((day) => falls(day, repeats)) ?? from;
}

/** Could it go in a calendar, if it had a time? */
export function hasDays({ frequency, isExample }: Step): boolean {
	return frequency.kind !== 'as-needed' && !isExample;
}

/** A pause that has not ended. */
function pauseOf({ pause }: Step, today: LocalDay): Pause | undefined {
	return pause && (pause.to === undefined || pause.to >= today) ? pause : undefined;
}

function offerOfStep(step: Step, tomorrow: LocalDay): Offer[] {
	const time = timeOf(step);
	if (time === undefined || !hasDays(step)) return [];
	const repeats = repeatsOf(step.frequency);
	const pause = pauseOf(step, tomorrow);
	const end = pause?.to;
	// one that is too long to be written day by day is as one without an end: a new file after it brings all back
	const except = pause && end && daysBetween(pause.from, end) < longestPause ? { from: pause.from, to: end } : undefined; // prettier-ignore
	const until = pause && !except ? addDays(pause.from, -1) : undefined;
	const soon = firstDay(repeats, tomorrow);
	const day = pause && end && soon >= pause.from && soon <= end ? firstDay(repeats, addDays(end, 1)) : soon;
	if (until && day > until) return [];
	return [
		{
			id: `step:${step.id}`,
			what: 'step',
			step,
			day,
			time,
			...(repeats && { repeats }),
			...(repeats && until && { until }),
			...(repeats && except && { except })
		}
	];
}

/** Everything that could go in: steps with a time or a moment of the day, the next visit, the day to look again, letters to later. */
export function offersOf(given: {
	steps: readonly Step[];
	visitOn?: LocalDay | undefined;
	reviewOn?: LocalDay | undefined;
	letters?: readonly Pick<Note, 'id' | 'openOn'>[];
	today: LocalDay;
}): Offer[] {
	const { steps, visitOn, reviewOn, letters = [], today } = given;
	const letterDays = letters.flatMap(({ id, openOn }) =>
		openOn && openOn > today
			? [{ id: `letter:${id}`, what: 'letter' as const, day: openOn, time: usualHour }]
			: []
	);
	return [
		...planOf(steps).flatMap((step) => offerOfStep(step, addDays(today, 1))),
		...(visitOn && visitOn > today ? [{ id: 'visit', what: 'visit' as const, day: visitOn }] : []),
		...(reviewOn && reviewOn > today
			? [{ id: 'review', what: 'review' as const, day: reviewOn, time: usualHour }]
			: []),
		...letterDays.sort((a, b) => (a.day < b.day ? -1 : 1))
	];
}

/**
 * The events that something gives: one, and for a visit also one the evening before.
 * @param time another than the usual one, where the person chose it
 */
export function plannedOf(offer: Offer, time?: ClockTime): Planned[] {
	const it: Planned = { ...offer, ...(time !== undefined && { time }), rings: offer.time !== undefined };
	if (offer.what !== 'visit') return [it];
	const eve: Planned = {
		id: 'visit-eve',
		what: 'visitEve',
		day: addDays(offer.day, -1),
		time: eveHour,
		rings: true
	};
	return [it, eve];
}

/** It was one day, and that day is over: what comes next is something else. */
function isOver({ repeats, day }: PutIn, today: LocalDay): boolean {
	return !repeats && day < today;
}

function isIn(entry: PutIn, today: LocalDay): boolean {
	return !entry.isOut && !isOver(entry, today);
}

/** What stands in the calendar, as far as Envol knows, by the ids of its offers. */
export function offersIn(putIn: Items<PutIn>, today: LocalDay): ReadonlySet<string> {
	return new Set(Object.values(putIn).flatMap((entry) => (isIn(entry, today) ? entry.about : [])));
}

function pauseKey(pause: Pause | undefined): string | undefined {
	return pause && `${pause.from}/${pause.to ?? ''}`;
}

/**
 * The steps in the calendar that were put away since, or of which a pause was set, changed or ended: the calendar does not
 * know of it before a new file.
 */
export function changedSince(putIn: Items<PutIn>, steps: readonly Step[], today: LocalDay): Step[] {
	return inOrder(putIn)
		.filter((entry) => isIn(entry, today))
		.flatMap(({ about, pause }) => {
			const step = steps.find(({ id }) => about === `step:${id}`);
			if (!step) return [];
			// one that the file knew, and that is over by now, is over in the calendar too
			const told = pause && (pause.endsWith('/') || pause.slice(-10) >= today) ? pause : undefined;
			return !isInPlan(step) || pauseKey(pauseOf(step, today)) !== told ? step : [];
		});
}

function takenOut(entry: PutIn): { entry: PutIn; event: CalendarEvent } {
	const { id: uid, day, time } = entry;
	const sequence = entry.sequence + 1;
	return {
		entry: { ...entry, sequence, isOut: true },
		event: { uid, sequence, day, ...(time !== undefined && { time }), rings: false, isCancelled: true }
	};
}

export interface CalendarChange {
	putIn: Items<PutIn>;
	events: readonly CalendarEvent[];
}

const fromPairs = (entries: readonly PutIn[]) =>
	Object.fromEntries(entries.map((entry) => [entry.id, entry]));

/**
 * The file that makes a calendar what the person chose: new events, the old ones as they are now, and those that are
 * not wanted any more, cancelled.
 */
export function withPutIn(
	putIn: Items<PutIn>,
	planned: readonly Planned[],
	{ today, newId }: { today: LocalDay; newId: () => string }
): CalendarChange {
	const left = new Map(inOrder(putIn).map((entry) => [entry.id, entry]));
	const order = nextOrder(putIn);
	const kept = planned.map((each, i) => {
		// what is in the calendar is told before what was taken out
		const known = [...left.values()]
			.filter((entry) => entry.about === each.id && !isOver(entry, today))
			.sort((a, b) => Number(a.isOut ?? false) - Number(b.isOut ?? false))[0];
		if (known) left.delete(known.id);
		// days that went by stay in the calendar
		const isAsBefore =
			known && !known.isOut && each.repeats && known.day < each.day && falls(known.day, each.repeats);
		const day = isAsBefore ? known.day : each.day;
		const { id: about, time, repeats, until, except, rings } = each;
		const pause = each.step && pauseKey(pauseOf(each.step, today));
		const when = { day, ...(time !== undefined && { time }) };
		const [uid, sequence] = [known?.id ?? newId(), known ? known.sequence + 1 : 0];
		const entry: PutIn = { id: uid, order: known?.order ?? order + i, about, sequence, ...when, ...(repeats && { repeats: true }), ...(pause && { pause }) }; // prettier-ignore
		const event: CalendarEvent = { uid, sequence, ...when, ...(repeats && { repeats }), ...(until && { until }), ...(except && { except }), rings, isCancelled: false, planned: each }; // prettier-ignore
		return { entry, event };
	});
	const gone = [...left.values()].filter((entry) => isIn(entry, today)).map(takenOut);
	const all = [...kept, ...gone];
	return {
		putIn: { ...putIn, ...fromPairs(all.map(({ entry }) => entry)) },
		events: all.map(({ event }) => event)
	};
}

/** The file that takes all of it out again, what is over and what was taken out before included. */
export function withAllOut(putIn: Items<PutIn>): CalendarChange {
	const gone = inOrder(putIn).map(takenOut);
	return { putIn: fromPairs(gone.map(({ entry }) => entry)), events: gone.map(({ event }) => event) };
}
