import { joinedItems, parseItems, type Items, type Listed } from './listed';
import { isLocalDay, type LocalDay } from './local-day';
import { fieldsOf } from './parse';
import { tidyWords } from './tidy-words';
import { isClockTime, type ClockTime } from './clock-time';

/** One event that a file put in a calendar: enough to change it, or to take it out. Its id is the UID of the event. */
export interface PutIn extends Listed {
	/** The id of what it is about: see `Offer`. */
	about: string;
	sequence: number;
	/** Of what repeats, the first day. */
	day: LocalDay;
	time?: ClockTime;
	repeats?: true;
	/** The pause that the last file knew of: its first and its last day, the latter empty where there is none. */
	pause?: string;
	/** The last file took it out. */
	isOut?: true;
}

/** What was put in the calendar of the person's own phone or computer, and how it is named there. */
export interface KeptCalendar {
	/** Each event says what it is about; else all have the same name. */
	saysWhat?: true;
	/** That name, in the person's words; without any, "Envol". */
	word?: string;
	/** Ids of what the person ticked since the last file; without it, what stands in the calendar. */
	wanted?: readonly string[];
	/** Times that the person chose, by the same ids; the others follow the step. */
	times?: Readonly<Record<string, ClockTime>>;
	putIn: Items<PutIn>;
}

export const noCalendar: KeptCalendar = { putIn: {} };
const mostEvents = 1000;
/** In characters. */
export const longestWord = 60;

function isOfferId(value: unknown): value is string {
	return typeof value === 'string' && value !== '' && value !== '__proto__' && value.length <= 210;
}

function isPauseKey(value: unknown): value is string {
	if (typeof value !== 'string' || value.length > 21) return false;
	const [from, to, ...more] = value.split('/');
	return isLocalDay(from) && (to === '' || isLocalDay(to)) && more.length === 0;
}

function parsePutIn(given: Record<string, unknown>, listed: Listed): PutIn | undefined {
	const { about, sequence, day, time } = given;
	if (!/^[\w-]+$/.test(listed.id) || !isOfferId(about)) return undefined;
	if (!Number.isSafeInteger(sequence) || (sequence as number) < 0 || !isLocalDay(day)) return undefined;
	return {
		...listed,
		about,
		// the standard has whole numbers of 32 bits
		sequence: Math.min(sequence as number, 2 ** 31 - 2),
		day,
		...(isClockTime(time) && { time }),
		...(given.repeats === true && { repeats: true }),
		...(isPauseKey(given.pause) && { pause: given.pause }),
		...(given.isOut === true && { isOut: true })
	};
}

/** Reads it from anywhere, field by field; an event that cannot be read is none. */
export function parseKeptCalendar(value: unknown): KeptCalendar {
	const given = fieldsOf(value);
	const word = typeof given.word === 'string' ? tidyWords(given.word, longestWord) : undefined;
	const times = Object.entries(fieldsOf(given.times))
		.filter((each): each is [string, ClockTime] => isOfferId(each[0]) && isClockTime(each[1]))
		.slice(0, mostEvents);
	return {
		...(given.saysWhat === true && { saysWhat: true }),
		...(word && { word }),
		...(Array.isArray(given.wanted) && {
			wanted: [...new Set((given.wanted as unknown[]).filter(isOfferId))].slice(0, mostEvents)
		}),
		...(times.length > 0 && { times: Object.fromEntries(times) }),
		putIn: parseItems(given.putIn, mostEvents, parsePutIn)
	};
}

/** Every event that either knows of, so that each can be taken out; of one that both know, the later state. */
export function joinedCalendars(kept: KeptCalendar, newer: KeptCalendar): KeptCalendar {
	const later = Object.values(newer.putIn).filter(
		({ id, sequence }) => sequence >= (kept.putIn[id]?.sequence ?? 0)
	);
	const times = { ...kept.times, ...newer.times };
	return {
		...kept,
		...newer,
		...(Object.keys(times).length > 0 && { times }),
		putIn: joinedItems(kept.putIn, Object.fromEntries(later.map((entry) => [entry.id, entry])))
	};
}
