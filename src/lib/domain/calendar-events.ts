import type { PutIn } from './kept-calendar';
import { inOrder, nextOrder, type Items } from './listed';
import { addDays, weekdayOf, weekdays, type LocalDay, type Weekday } from './local-day';
import type { Note } from './note';
import { isPausedOn, planOf, type Frequency, type Step } from './step';
import { timeIn, usualTimes, type ClockTime } from './clock-time';

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
	rings: boolean;
	isCancelled: boolean;
	/** What it is about; undefined when it is only taken out. */
	planned?: Planned;
}

/** When something that has a day and no hour rings: letters, the day to look again. */
const usualHour: ClockTime = 9 * 60;
/** An appointment is said the evening before: Envol does not know its hour. */
const eveHour: ClockTime = 18 * 60;

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

/** The first day from this one on that is one of them. */
export function firstDay(repeats: Repeats | undefined, from: LocalDay): LocalDay {
	const days = weekdays.map((_, i) => addDays(from, i));
	return days.find((day) => falls(day, repeats)) ?? from;
}

/** The time a step has: as written in it, or that of its moment of the day. */
export function timeOf({ detail, words, moment }: Step): ClockTime | undefined {
	return (
		timeIn(detail, moment) ?? timeIn(words, moment) ?? (moment === 'any' ? undefined : usualTimes[moment])
	);
}

/** Could it go in a calendar, if it had a time? */
export function hasDays({ frequency, isExample }: Step): boolean {
	return frequency.kind !== 'as-needed' && !isExample;
}

function offerOfStep(step: Step, tomorrow: LocalDay): Offer[] {
	const time = timeOf(step);
	if (time === undefined || !hasDays(step)) return [];
	const isPaused = isPausedOn(step, tomorrow);
	if (isPaused && !step.pause?.to) return [];
	const repeats = repeatsOf(step.frequency);
	const from = isPaused ? addDays(step.pause!.to!, 1) : tomorrow;
	return [{ id: `step:${step.id}`, what: 'step', step, day: firstDay(repeats, from), time, ...(repeats && { repeats }) }]; // prettier-ignore
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
		const day = isAsBefore && !each.step?.pause ? known.day : each.day;
		const { id: about, time, repeats, rings } = each;
		const when = { day, ...(time !== undefined && { time }) };
		const [uid, sequence] = [known?.id ?? newId(), known ? known.sequence + 1 : 0];
		const entry: PutIn = { id: uid, order: known?.order ?? order + i, about, sequence, ...when, ...(repeats && { repeats: true }) }; // prettier-ignore
		const event: CalendarEvent = { uid, sequence, ...when, ...(repeats && { repeats }), rings, isCancelled: false, planned: each }; // prettier-ignore
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
