// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	changedSince,
	hasDays,
	offersIn,
	offersOf,
	plannedOf,
	withAllOut,
	withPutIn,
	type Offer
} from '$lib/domain/calendar-events';
import { joinedCalendars, noCalendar, parseKeptCalendar, type KeptCalendar } from '$lib/domain/kept-calendar';
import { addDays, localDay } from '$lib/domain/local-day';
import { anyStepsAround, aStep, idsInOrder } from '../../support/builders';
import { runs } from '../../support/property-runs';

// a Saturday
const today = localDay('2026-11-28');
const nothing = {};
const planned = (offers: readonly Offer[]) => offers.flatMap((offer) => plannedOf(offer));
const given = (newId = idsInOrder('uid'), day = today) => ({ today: day, newId });

describe('what can go in a calendar', () => {
	const offered = (step: Parameters<typeof aStep>[0]) => offersOf({ steps: [aStep(step)], today });

	test('a step has the time that is written in it, or that of its moment, and begins tomorrow', () => {
		expect(offered({ moment: 'evening', detail: 'after supper' })).toMatchObject([
			{ id: 'step:a', day: '2026-11-29', time: 18 * 60, repeats: 'daily' }
		]);
		expect(offered({ moment: 'evening', detail: 'at 6:45' })).toMatchObject([{ time: 18 * 60 + 45 }]);
		expect(offered({ words: 'Marcher à 8 h 15' })).toMatchObject([{ time: 8 * 60 + 15 }]);
	});

	test.each([
		['most days', { kind: 'most-days' }, 'daily', '2026-11-29'],
		['about three times a week', { kind: 'weekly', times: 3 }, [1, 3, 5], '2026-11-30'],
		['all seven', { kind: 'weekly', times: 7 }, 'daily', '2026-11-29'],
		['on weekdays of choice, in any order', { kind: 'weekdays', days: [5, 2] }, [2, 5], '2026-12-01'],
		['once', { kind: 'once' }, undefined, '2026-11-29']
	] as const)('%s, on its days from the first of them on', (_, frequency, repeats, day) => {
		const [offer] = offered({ moment: 'morning', frequency });
		expect([offer!.repeats, offer!.day]).toEqual([repeats, day]);
	});

	test('nothing without a time, when needed, put away, of the example, or on pause without an end', () => {
		expect(offered({ detail: 'after lunch' })).toEqual([]);
		expect(offered({ moment: 'night', frequency: { kind: 'as-needed' } })).toEqual([]);
		expect(offered({ moment: 'night', putAwayAt: 1 })).toEqual([]);
		expect(offered({ moment: 'night', isExample: true })).toEqual([]);
		expect(offered({ moment: 'night', pause: { from: today } })).toEqual([]);
		expect(hasDays(aStep())).toBe(true);
	});

	test('after a pause it comes again', () => {
		const pause = { from: today, to: localDay('2026-12-05') };
		const frequency = { kind: 'weekdays', days: [1] } as const;
		expect(offered({ moment: 'morning', frequency, pause })).toMatchObject([{ day: '2026-12-07' }]);
	});

	test('the next visit with the evening before, the day to look again and letters, none of them once they are past', () => {
		const letters = [
			{ id: 'b', openOn: localDay('2027-06-01') },
			{ id: 'a', openOn: localDay('2027-01-01') },
			{ id: 'open', openOn: today },
			{ id: 'none' }
		];
		const all = offersOf({
			steps: [],
			visitOn: addDays(today, 3),
			reviewOn: addDays(today, 30),
			letters,
			today
		});
		expect(all.map(({ id, day, time }) => [id, day, time])).toEqual([
			['visit', '2026-12-01', undefined],
			['review', '2026-12-28', 540],
			['letter:a', '2027-01-01', 540],
			['letter:b', '2027-06-01', 540]
		]);
		expect(plannedOf(all[0]!)).toMatchObject([
			{ id: 'visit', rings: false },
			{ id: 'visit-eve', day: '2026-11-30', time: 18 * 60, rings: true }
		]);
		expect(offersOf({ steps: [], visitOn: today, reviewOn: today, letters: [], today })).toEqual([]);
	});
});

describe('a new file', () => {
	const offers = (day = today) =>
		offersOf({ steps: [aStep({ moment: 'morning' }), aStep({ id: 'b', moment: 'night' })], visitOn: addDays(day, 3), today: day }); // prettier-ignore
	const first = withPutIn(nothing, planned(offers()), given());

	test('names each event once, and what was put in is known again', () => {
		expect(first.events.map(({ uid, sequence }) => [uid, sequence])).toEqual([
			['uid-1', 0],
			['uid-2', 0],
			['uid-3', 0],
			['uid-4', 0]
		]);
		expect([...offersIn(first.putIn, today)]).toEqual(['step:a', 'step:b', 'visit', 'visit-eve']);
	});

	test('changes the same events, one step higher, and leaves the days that went by', () => {
		const later = addDays(today, 1);
		const [step] = offers(later);
		const again = withPutIn(first.putIn, plannedOf(step!, 7 * 60), given(undefined, later));
		expect(again.events[0]).toMatchObject({ uid: 'uid-1', sequence: 1, day: addDays(today, 1), time: 420 });
		expect(again.putIn['uid-1']).toMatchObject({ time: 420, sequence: 1 });
		// what is not wanted any more goes
		expect(
			again.events.slice(1).map(({ uid, sequence, isCancelled }) => [uid, sequence, isCancelled])
		).toEqual([
			['uid-2', 1, true],
			['uid-3', 1, true],
			['uid-4', 1, true]
		]);
		expect([...offersIn(again.putIn, later)]).toEqual(['step:a']);
		// and is not told to go again; wanted again, it is the same
		const back = withPutIn(again.putIn, planned(offers(later)), given(undefined, later));
		expect(back.events.map(({ uid, sequence, isCancelled }) => [uid, sequence, isCancelled])).toEqual([
			['uid-1', 2, false],
			['uid-2', 2, false],
			['uid-3', 2, false],
			['uid-4', 2, false]
		]);
	});

	test('leaves a visit that took place, and makes the next one an event of its own', () => {
		const later = addDays(today, 10);
		const visit = planned(offersOf({ steps: [], visitOn: addDays(later, 5), today: later }));
		const { events } = withPutIn(first.putIn, visit, given(idsInOrder('next'), later));
		expect(events.map(({ uid, isCancelled }) => [uid, isCancelled])).toEqual([
			['next-1', false],
			['next-2', false],
			['uid-1', true],
			['uid-2', true]
		]);
	});

	test('that takes all out names every event there ever was, each time higher', () => {
		const out = withAllOut(first.putIn);
		expect(out.events.every(({ isCancelled, sequence }) => isCancelled && sequence === 1)).toBe(true);
		expect(out.events.map(({ uid }) => uid)).toEqual(['uid-1', 'uid-2', 'uid-3', 'uid-4']);
		expect(offersIn(out.putIn, today).size).toBe(0);
		expect(withAllOut(out.putIn).events.map(({ sequence }) => sequence)).toEqual([2, 2, 2, 2]);
	});

	test('tells of a step that was paused, came back or was put away since the last one, until there is a new one', () => {
		const step = aStep({ moment: 'morning' });
		const file = (each: typeof step, putIn = {}) => withPutIn(putIn, planned(offersOf({ steps: [each], today })), given()).putIn; // prettier-ignore
		const told = (putIn: ReturnType<typeof file>, each: typeof step, day = today) => changedSince(putIn, [each], day).length; // prettier-ignore
		const putIn = file(step);
		const away = { ...step, pause: { from: addDays(today, 3), to: addDays(today, 9) } };
		expect([told(putIn, step), told(putIn, away), told(putIn, { ...step, putAwayAt: 1 })]).toEqual([0, 1, 1]);
		expect(told(putIn, { ...step, pause: { from: today } })).toBe(1);
		const second = file(away, putIn);
		expect([told(second, away), told(second, step)]).toEqual([0, 1]);
		expect(told(second, { ...away, pause: { from: addDays(today, 3), to: addDays(today, 12) } })).toBe(1);
		// the pause that the file knew is over: nothing to say
		expect(told(second, away, addDays(today, 10))).toBe(0);
		expect(told(second, step, addDays(today, 10))).toBe(0);
		expect(parseKeptCalendar(JSON.parse(JSON.stringify({ putIn: second }))).putIn).toEqual(second);
		expect(parseKeptCalendar({ putIn: { u: { id: 'u', order: 0, about: 'step:a', sequence: 0, day: today, pause: '2026-11-30/x' } } }).putIn.u).not.toHaveProperty('pause'); // prettier-ignore
	});

	test('of any plan, over any days: no event twice in a file, no sequence that does not grow, all of it known', () => {
		const rounds = fc.array(
			fc.record({ steps: anyStepsAround(today, 8), wait: fc.nat(9), isOut: fc.boolean(), visit: fc.integer({ min: -3, max: 20 }) }), // prettier-ignore
			{ minLength: 1, maxLength: 5 }
		);
		fc.assert(
			fc.property(rounds, (all) => {
				const newId = idsInOrder('uid');
				let putIn = parseKeptCalendar({}).putIn;
				let day = today;
				const told = new Map<string, number>();
				for (const { steps, wait, isOut, visit } of all) {
					day = addDays(day, wait);
					const wanted = planned(offersOf({ steps, visitOn: addDays(day, visit), today: day }));
					const change = isOut ? withAllOut(putIn) : withPutIn(putIn, wanted, { today: day, newId });
					expect(new Set(change.events.map(({ uid }) => uid)).size).toBe(change.events.length);
					for (const { uid, sequence } of change.events) {
						expect(sequence).toBeGreaterThan(told.get(uid) ?? -1);
						told.set(uid, sequence);
					}
					putIn = change.putIn;
					expect(offersIn(putIn, day)).toEqual(new Set(isOut ? [] : wanted.filter(({ day: on, repeats }) => repeats || on >= day).map(({ id }) => id))); // prettier-ignore
					expect(parseKeptCalendar(JSON.parse(JSON.stringify({ putIn }))).putIn).toEqual(putIn);
				}
			}),
			{ numRuns: runs(60) }
		);
	});
});

describe('what was put in, as it is kept', () => {
	const entry = { id: 'u', order: 0, about: 'visit', sequence: 1, day: today } as const;
	const kept = (...putIn: Partial<KeptCalendar['putIn'][string]>[]): KeptCalendar =>
		parseKeptCalendar({
			putIn: Object.fromEntries(putIn.map((each) => [each.id ?? 'u', { ...entry, ...each }]))
		});

	test('is read field by field; an event that could end a line, or says nothing, is none', () => {
		expect(parseKeptCalendar(null)).toEqual(noCalendar);
		expect(kept({ id: 'a\r\nX' }, { id: 'b', about: '' }, { id: 'c', sequence: -1 }, { id: 'd', sequence: 0.5 }, { id: 'e', day: 'x' as never })).toEqual(noCalendar); // prettier-ignore
		expect(kept({ time: 1440 })).toEqual({ putIn: { u: entry } });
		const odd = { wanted: ['visit', 'visit', '', 3, '__proto__'], times: { visit: 540, a: -1, b: '8' } };
		expect(parseKeptCalendar(odd)).toEqual({ wanted: ['visit'], times: { visit: 540 }, putIn: {} });
		expect(parseKeptCalendar({ word: 'a\r\nATTACH:x', saysWhat: 1 })).toEqual({
			word: 'a ATTACH:x',
			putIn: {}
		});
	});

	test('of two devices, both know every event, and of the same event what came last', () => {
		const [mine, theirs] = [
			kept({ sequence: 3, isOut: true }, { id: 'mine' }),
			kept({ sequence: 2 }, { id: 'their' })
		];
		for (const both of [joinedCalendars(mine, theirs), joinedCalendars(theirs, mine)]) {
			expect(Object.keys(both.putIn).toSorted()).toEqual(['mine', 'their', 'u']);
			expect(both.putIn.u).toMatchObject({ sequence: 3, isOut: true });
		}
	});
});
