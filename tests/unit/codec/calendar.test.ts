// @vitest-environment node
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarFile, escapedText, folded } from '$lib/codec/calendar';
import { offersOf, plannedOf, withAllOut, withPutIn, type CalendarEvent } from '$lib/domain/calendar-events';
import { addDays, localDay, weekdayOf, weekdays, type LocalDay } from '$lib/domain/local-day';
import { clockOf } from '$lib/domain/clock-time';
import type { Step } from '$lib/domain/step';
import { aStep, idsInOrder } from '../../support/builders';
import { runs } from '../../support/property-runs';

const stampedAt = Date.parse('2026-11-28T15:04:05.678Z');
const anEvent = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
	uid: 'uid-1',
	sequence: 0,
	day: localDay('2026-11-29'),
	time: 8 * 60 + 30,
	rings: true,
	isCancelled: false,
	...given
});
const fileOf = (events: readonly CalendarEvent[], title = 'Envol') =>
	calendarFile(events, () => title, stampedAt);

/** What another program makes of it. */
function readBack(file: string) {
	const calendar = new ICAL.Component(ICAL.parse(file) as never);
	return {
		method: calendar.getFirstPropertyValue('method'),
		events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
		names: calendar.getAllProperties().map(({ name }) => name)
	};
}

const change = (name: string, from: string, to: string, start: string, rule: string) =>
	`BEGIN:${name}\r\nTZOFFSETFROM:${from}\r\nTZOFFSETTO:${to}\r\nDTSTART:${start}\r\nRRULE:FREQ=YEARLY;${rule}\r\nEND:${name}\r\n`;
const american = (standard: string, summer: string) =>
	change('DAYLIGHT', standard, summer, '20070311T020000', 'BYMONTH=3;BYDAY=2SU') +
	change('STANDARD', summer, standard, '20071104T020000', 'BYMONTH=11;BYDAY=1SU');
const zones = {
	'America/Toronto': american('-0500', '-0400'),
	'America/St_Johns': american('-0330', '-0230'),
	'Europe/Paris':
		change('DAYLIGHT', '+0100', '+0200', '19960331T020000', 'BYMONTH=3;BYDAY=-1SU') +
		change('STANDARD', '+0200', '+0100', '19961027T030000', 'BYMONTH=10;BYDAY=-1SU')
};
/** The days on which the clocks change there, in 2027. */
const changes = {
	'America/Toronto': ['2027-03-14', '2027-11-07'],
	'America/St_Johns': ['2027-03-14', '2027-11-07'],
	'Europe/Paris': ['2027-03-28', '2027-10-31']
};
type ZoneName = keyof typeof zones;
const zoneNames = Object.keys(zones) as ZoneName[];
const zoneOf = (name: ZoneName) =>
	new ICAL.Timezone(
		new ICAL.Component(
			ICAL.parse(`BEGIN:VTIMEZONE\r\nTZID:${name}\r\n${zones[name]}END:VTIMEZONE\r\n`) as never
		)
	);

/** What a clock on a wall there shows, by the browser's own tables. */
function wallOf(zone: ZoneName) {
	const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
	return (seconds: number) => format.format(seconds * 1000);
}

/** When it rings in a calendar of that zone, in seconds since 1970, from one day to another. */
function ringsOf(event: ICAL.Event, zone: ICAL.Timezone, from: LocalDay, to: LocalDay): number[] {
	const [alarm] = event.component.getAllSubcomponents('valarm');
	const trigger = alarm!.getFirstPropertyValue('trigger') as ICAL.Duration;
	const times = event.iterator();
	const rings: number[] = [];
	for (let next = times.next(); next && next.toString().slice(0, 10) <= to; next = times.next()) {
		if (next.toString().slice(0, 10) < from) continue;
		// a copy: the iterator goes on from its own, and compares it with days that are left out
		const ring = next.clone();
		ring.zone = zone;
		rings.push(ring.toUnixTime() + trigger.toSeconds());
	}
	return rings;
}

describe.each(zoneNames)('in %s', (name) => {
	const [zone, wall] = [zoneOf(name), wallOf(name)];

	test.each(changes[name])('every step rings at its own time before, on and after %s', (changed) => {
		const day = localDay(changed);
		const [from, to] = [addDays(day, -8), addDays(day, 8)];
		// the hour that is not there in spring has no right answer
		const times = [0, 30, 4 * 60, 8 * 60 + 30, 12 * 60, 18 * 60 + 45, 21 * 60, 23 * 60 + 59];
		const rules = ['daily', [1, 3, 5], [6, 7]] as const;
		for (const time of times)
			for (const repeats of rules) {
				const [event] = readBack(fileOf([anEvent({ time, repeats })])).events;
				const days = Array.from({ length: 17 }, (_, i) => addDays(from, i)).filter(
					(each) => repeats === 'daily' || (repeats as readonly number[]).includes(weekdayOf(each))
				);
				expect(ringsOf(event!, zone, from, to).map(wall)).toEqual(
					days.map((each) => `${each} ${clockOf(time)}`)
				);
			}
	});

	test('a zone that this test reads wrongly would be seen: noon there is noon in two tables that know nothing of each other', () => {
		const noon = ICAL.Time.fromDateTimeString('2027-07-01T12:00:00');
		noon.zone = zone;
		expect(wall(noon.toUnixTime())).toBe('2027-07-01 12:00');
	});
});

test('a stay that is planned: it rings before and after, never during, and ends where the pause has no end', () => {
	const today = localDay('2027-03-01');
	const [from, to] = [localDay('2027-03-09'), localDay('2027-03-16')];
	const wall = wallOf('America/Toronto');
	const rung = (pause: Step['pause'], frequency: Step['frequency'] = { kind: 'daily' }) => {
		const step = aStep({ moment: 'morning', frequency, ...(pause && { pause }) });
		const { events } = withPutIn({}, offersOf({ steps: [step], today }).flatMap((offer) => plannedOf(offer)), { today, newId: idsInOrder() }); // prettier-ignore
		return events.length === 0 ? [] : ringsOf(readBack(fileOf(events)).events[0]!, zoneOf('America/Toronto'), today, localDay('2027-03-20')).map(wall); // prettier-ignore
	};
	const all = Array.from({ length: 19 }, (_, i) => addDays(today, i + 1));
	const at = (days: readonly LocalDay[]) => days.map((day) => `${day} 08:00`);
	expect(rung(undefined)).toEqual(at(all));
	expect(rung({ from, to })).toEqual(at(all.filter((day) => day < from || day > to)));
	expect(rung({ from: addDays(today, -4), to })).toEqual(at(all.filter((day) => day > to)));
	expect(rung({ from })).toEqual(at(all.filter((day) => day < from)));
	expect(rung({ from: today })).toEqual([]);
	const mondays = rung({ from, to }, { kind: 'weekdays', days: [1] });
	expect(mondays).toEqual(['2027-03-08 08:00']);
	expect(rung({ from, to: addDays(from, 900) })).toEqual(at(all.filter((day) => day < from)));
});

test('any times a week and any weekdays: it rings on those days and on no other, through a year', () => {
	const days = fc.oneof(fc.constant('daily' as const), fc.subarray([...weekdays], { minLength: 1 }));
	fc.assert(
		fc.property(days, fc.nat(1439), fc.constantFrom(...zoneNames), (repeats, time, name) => {
			fc.pre(Math.floor(time / 60) < 1 || Math.floor(time / 60) > 3);
			const first = addDays(localDay('2027-01-04'), repeats === 'daily' ? 0 : repeats[0]! - 1);
			const [event] = readBack(fileOf([anEvent({ day: first, time, repeats })])).events;
			const wall = wallOf(name);
			const rung = ringsOf(event!, zoneOf(name), first, localDay('2027-12-31')).map(wall);
			const year = Array.from({ length: 362 }, (_, i) => addDays(localDay('2027-01-04'), i));
			const meant = year.filter(
				(each) => each >= first && (repeats === 'daily' || repeats.includes(weekdayOf(each)))
			);
			expect(rung).toEqual(meant.map((each) => `${each} ${clockOf(time)}`));
		}),
		{ numRuns: runs(12) }
	);
});

describe('a newer file', () => {
	const today = localDay('2026-11-28');
	const steps = [aStep({ moment: 'morning' }), aStep({ id: 'b', moment: 'night' })];
	const planned = offersOf({ steps, visitOn: addDays(today, 5), today }).flatMap((offer) => plannedOf(offer));
	const first = withPutIn({}, planned, { today, newId: idsInOrder('uid') });

	/** A calendar that does as RFC 5546 says: by UID, the higher sequence, and what is cancelled goes. */
	function taken(kept: ReadonlyMap<string, ICAL.Event>, file: string): Map<string, ICAL.Event> {
		const now = new Map(kept);
		for (const event of readBack(file).events) {
			if ((now.get(event.uid)?.sequence ?? -1) >= event.sequence) continue;
			now.set(event.uid, event);
			if (event.component.getFirstPropertyValue('status') === 'CANCELLED') now.delete(event.uid);
		}
		return now;
	}

	test('changes what is there, takes out what is not wanted any more, and brings nothing twice', () => {
		const before = taken(new Map(), fileOf(first.events));
		expect(before.size).toBe(4);
		const [moved] = offersOf({ steps, today });
		const second = withPutIn(first.putIn, plannedOf(moved!, 7 * 60), { today, newId: idsInOrder('no') });
		const file = fileOf(second.events);
		expect(readBack(file).method).toBe('PUBLISH');
		const after = taken(before, file);
		expect([...after.keys()]).toEqual(['uid-1']);
		expect(after.get('uid-1')!.startDate.toString()).toBe('2026-11-29T07:00:00');
		// the same file opened again changes nothing
		expect([...taken(after, file).keys()]).toEqual(['uid-1']);
	});

	test('that takes all out leaves nothing, and rings no more', () => {
		const out = fileOf(withAllOut(first.putIn).events);
		const { method, events } = readBack(out);
		expect(method).toBe('CANCEL');
		expect(events.map((event) => event.component.getAllSubcomponents('valarm').length)).toEqual([0, 0, 0, 0]);
		expect(taken(taken(new Map(), fileOf(first.events)), out).size).toBe(0);
	});

	test('says when it was made, keeps the time free, and is private where a calendar is shared', () => {
		for (const { component } of readBack(fileOf(first.events)).events) {
			expect(String(component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-28T15:04:05Z');
			expect(component.getFirstPropertyValue('class')).toBe('PRIVATE');
			expect(component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
		}
	});

	test('a whole day is a day, without an hour and without a ring; a step near midnight ends on the next day', () => {
		const { time: _, ...whole } = anEvent({ rings: true });
		const [event] = readBack(fileOf([whole])).events;
		expect([event!.startDate.isDate, event!.startDate.toString()]).toEqual([true, '2026-11-29']);
		expect(event!.component.getAllSubcomponents('valarm')).toEqual([]);
		const [late] = readBack(fileOf([anEvent({ time: 23 * 60 + 50 })])).events;
		expect(late!.endDate.toString()).toBe('2026-11-30T00:05:00');
	});
});

describe('words', () => {
	const octets = (text: string) => Buffer.byteLength(text, 'utf8');
	const long =
		'Anticonstitutionnellement, hexakosioihexekontahexaphobie ; se préparer à l’épreuve : élève, forêt, noël, cœur';
	const family = '👩‍👩‍👧‍👦';

	test.each([
		['long French words', long],
		['emoji', `${family.repeat(9)} 🌱`],
		['quotes, commas, colons and backslashes', String.raw`a\n; b, "c": \\ d\,`],
		['nothing but signs of four octets', '🪶'.repeat(60)],
		['a new line of any kind', 'one\ntwo']
	])('%s come back as they were', (_, title) => {
		const file = fileOf([anEvent()], title);
		expect(readBack(file).events[0]!.summary).toBe(title);
		for (const line of file.split('\r\n')) expect(octets(line)).toBeLessThanOrEqual(75);
	});

	test('a hostile title stays a title', () => {
		for (const end of ['\r\n', '\n', '\r', '\n\r', '\u0085', '\u2028', '\u2029', '\0\r\n ', '\v', '\f']) {
			const title = `x${end}END:VEVENT${end}BEGIN:VEVENT${end}UID:evil${end}ATTACH:https://evil.example/${end}BEGIN:VALARM`;
			const file = fileOf([anEvent()], title);
			const { events } = readBack(file);
			expect(events).toHaveLength(1);
			expect(events[0]!.uid).toBe('uid-1');
			expect(events[0]!.component.getAllProperties('attach')).toEqual([]);
			expect(events[0]!.component.getAllSubcomponents()).toHaveLength(1);
			expect(file.split('\r\n').filter((line) => /^(?:ATTACH|BEGIN:VEVENT|UID)/.test(line))).toEqual([
				'BEGIN:VEVENT',
				'UID:uid-1'
			]);
		}
	});

	test('any line folds into at most 75 octets, whole signs, and unfolds to itself', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const line = `SUMMARY:${escapedText(text)}`;
				const out = folded(line);
				expect(out.endsWith('\r\n')).toBe(true);
				expect(out.replaceAll('\r\n ', '').slice(0, -2)).toBe(line);
				for (const part of out.slice(0, -2).split('\r\n')) {
					expect(octets(part)).toBeLessThanOrEqual(75);
					// each part is UTF-8 by itself
					expect(part.isWellFormed()).toBe(true);
				}
			}),
			{ numRuns: runs(300) }
		);
	});

	test('any title comes back, but for signs that no calendar may hold', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
				const meant = text
					.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
					// eslint-disable-next-line no-control-regex -- the subject
					.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
				const { events } = readBack(fileOf([anEvent(), anEvent({ uid: 'uid-2' })], text));
				expect(events.map(({ summary, uid }) => [summary ?? '', uid])).toEqual([
					[meant, 'uid-1'],
					[meant, 'uid-2']
				]);
			}),
			{ numRuns: runs(300) }
		);
	});

	test('half a letter becomes a mark', () => {
		expect(escapedText('a\ud800b')).toBe('a\ufffdb');
	});
});
