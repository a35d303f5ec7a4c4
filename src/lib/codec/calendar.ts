import { daysLeftOut, type CalendarEvent } from '$lib/domain/calendar-events';
import type { Instant, LocalDay, Weekday } from '$lib/domain/local-day';
import type { ClockTime } from '$lib/domain/clock-time';

/** In octets, the end of the line not counted (RFC 5545, 3.1). */
const longestLine = 75;
/** How long a step is drawn in the calendar. */
const minutesLong = 15;
const dayNames: Readonly<Record<Weekday, string>> = {
	1: 'MO',
	2: 'TU',
	3: 'WE',
	4: 'TH',
	5: 'FR',
	6: 'SA',
	7: 'SU'
};

/** TEXT of RFC 5545 (3.3.11). No character in it can end the line: what comes after is text as well. */
export function escapedText(text: string): string {
	return (
		text
			.replace(/\p{Cs}/gu, '\ufffd')
			.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
			// eslint-disable-next-line no-control-regex -- these must not stand in a file of this kind
			.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
			.replace(/[\\;,]/g, String.raw`\$&`)
			.replaceAll('\n', String.raw`\n`)
	);
}

/** How many octets of UTF-8 a character takes. */
function octetsOf(char: string): number {
	const code = char.codePointAt(0)!;
	return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** One line of content as lines of at most 75 octets, cut between characters, each with its end. */
export function folded(line: string): string {
	let out = '';
	let octets = 0;
	for (const char of line) {
		const more = octetsOf(char);
		if (octets + more > longestLine) {
			out += '\r\n ';
			octets = 1;
		}
		out += char;
		octets += more;
	}
	return `${out}\r\n`;
}

const dateOf = (day: LocalDay) => day.replaceAll('-', '');

/** A time on the wall, without a zone: it is that time wherever the person is, and on both sides of a change of the clocks. */
function floating(day: LocalDay, minutes: number): string {
	const at = new Date(Date.parse(`${day}T00:00:00Z`) + minutes * 60_000).toISOString();
	return at.slice(0, 19).replaceAll(/[-:]/g, '');
}

function whenOf(day: LocalDay, time: ClockTime | undefined): string[] {
	return time === undefined
		? [`DTSTART;VALUE=DATE:${dateOf(day)}`]
		: [`DTSTART:${floating(day, time)}`, `DTEND:${floating(day, time + minutesLong)}`];
}

function ruleOf(event: CalendarEvent): string[] {
	const { repeats, until, time = 0 } = event;
	if (!repeats) return [];
	const often =
		repeats === 'daily' ? 'DAILY' : `WEEKLY;BYDAY=${repeats.map((day) => dayNames[day]).join(',')}`;
	// of the kind of DTSTART: floating as well
	const end = until ? `;UNTIL=${floating(until, time)}` : '';
	const out = daysLeftOut(event).map((day) => floating(day, time));
	return [`RRULE:FREQ=${often}${end}`, ...(out.length > 0 ? [`EXDATE:${out.join(',')}`] : [])];
}

function linesOf(event: CalendarEvent, title: string, stamp: string): string[] {
	const { uid, sequence, day, time, rings, isCancelled } = event;
	const summary = escapedText(title);
	const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:PT0S', `DESCRIPTION:${summary}`, 'END:VALARM'];
	return [
		'BEGIN:VEVENT',
		`UID:${uid}`,
		`DTSTAMP:${stamp}`,
		`SEQUENCE:${sequence}`,
		...whenOf(day, time),
		...ruleOf(event),
		`SUMMARY:${summary}`,
		// whoever shares this calendar sees that something is there, not what; and the time stays free
		'CLASS:PRIVATE',
		'TRANSP:TRANSPARENT',
		`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		...(rings && !isCancelled && time !== undefined ? alarm : []),
		'END:VEVENT'
	];
}

/**
 * A calendar file (iCalendar, RFC 5545) of these events; one that only takes out what it holds, when all are cancelled.
 * @param titleOf the name of an event
 * @param stampedAt when the file is made
 */
export function calendarFile(
	events: readonly CalendarEvent[],
	titleOf: (event: CalendarEvent) => string,
	stampedAt: Instant
): string {
	const stamp = `${new Date(stampedAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
	const isAllOut = events.length > 0 && events.every(({ isCancelled }) => isCancelled);
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Envol//Envol//EN',
		'CALSCALE:GREGORIAN',
		`METHOD:${isAllOut ? 'CANCEL' : 'PUBLISH'}`,
		...events.flatMap((event) => linesOf(event, titleOf(event), stamp)),
		'END:VCALENDAR'
	]
		.map(folded)
		.join('');
}
