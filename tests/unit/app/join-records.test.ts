// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { joinRecords, parseRecord } from '$lib/app/copies/join-records';
import { noDice, parseKeptDice } from '$lib/domain/kept-dice';
import { localDay } from '$lib/domain/local-day';
import { kindOf, recordNames } from '$lib/storage/kept-records';
import { fullProfile } from '../../support/full-profile';

const day = localDay('2026-11-22');
const [mine, theirs] = (['fr', 'en'] as const).map(
	(lang) => fullProfile(lang, day, 1_700_000_000_000).records
);
const own = (id: string, words = id) => ({ id, words, form: 'mental', effort: 1 }) as const;

describe.each(recordNames)('%s of two devices', (name) => {
	const [here, there] = [mine![name], theirs![name]];

	test('joined twice is joined once, and with its own self is itself', () => {
		const once = joinRecords(name, here, there);
		expect(joinRecords(name, once, there)).toEqual(once);
		expect(joinRecords(name, here, here)).toEqual(here);
	});

	test('is read like the database’s own, and stays mine where theirs says nothing', () => {
		const { parse, none } = kindOf(name);
		expect(parseRecord(name, JSON.parse(JSON.stringify(here)))).toEqual(parse(here));
		expect(joinRecords(name, here, none)).toEqual(here);
		expect(() => joinRecords(name, { x: '\ud800' }, ['<b>', null, { __proto__: 1 }])).not.toThrow();
	});
});

test('people of both are there, mine as I wrote them, with what only they wrote of somebody', () => {
	const ada = { id: 'a', order: 0, name: 'Ada', role: 'friend' as const };
	expect(
		joinRecords(
			'people',
			{ a: ada },
			{
				b: { id: 'b', order: 0, name: 'Bo', role: 'family' },
				a: { ...ada, order: 1, name: 'Ada L.', phone: '514 555-0123' }
			}
		)
	).toEqual({
		a: { ...ada, phone: '514 555-0123' },
		b: { id: 'b', order: 1, name: 'Bo', role: 'family' }
	});
});

test('of the dice, what I chose stays mine; ideas and favourites are those of both', () => {
	const here = parseKeptDice({ ...noDice, play: 'six', own: [own('a', 'mine')], favourites: ['x'] });
	const there = parseKeptDice({ ...noDice, play: 'three', own: [own('a', 'theirs'), own('b')], favourites: ['y'], isShakeOn: true }); // prettier-ignore
	expect(joinRecords('dice', here, there)).toEqual({
		...noDice,
		play: 'six',
		own: [own('a', 'mine'), own('b')],
		favourites: ['x', 'y'],
		isShakeOn: true
	});
});

test('of the plan, the lines of both are kept, and the next visit is the one I wrote', () => {
	const here = { asks: ['a'], alone: 'music', visitOn: day };
	const there = {
		asks: ['b'],
		alone: 'walk\nmusic',
		home: 'key',
		visitOn: '2026-12-01',
		lookedOn: '2026-11-01'
	};
	expect(joinRecords('planNotes', here, there)).toEqual({
		asks: ['a', 'b'],
		alone: 'music\nwalk',
		home: 'key',
		visitOn: day,
		lookedOn: '2026-11-01'
	});
});

test('the later choice of how Envol looks counts, in the language that is spoken here', () => {
	const [here, there] = [{ look: 'dark', lang: 'fr', at: 5 }, { look: 'light', lang: 'en', at: 7 }]; // prettier-ignore
	expect(joinRecords('preferences', here, there)).toMatchObject({ look: 'light', lang: 'fr' });
	expect(joinRecords('preferences', there, here)).toMatchObject({ look: 'light', lang: 'en' });
});

test('of the copies that were saved, the later one counts, and the later day to be asked again', () => {
	const here = { savedAt: 5, notes: 1, notBefore: day };
	const there = { savedAt: 7, photos: 2, notBefore: '2026-11-20' };
	for (const [one, other] of [
		[here, there],
		[there, here]
	])
		// prettier-ignore
		expect(joinRecords('copies', one, other)).toEqual({ savedAt: 7, photos: 2, notBefore: day });
	expect(joinRecords('copies', here, {})).toEqual(here);
});

test('what nothing here reads is left out', () => {
	for (const key of ['born', 'unknown', '__proto__', 'constructor'])
		expect(parseRecord(key, {})).toBeUndefined();
	expect(parseRecord('stitches', 5)).toBe(5);
	for (const none of [0, -1, 1.5, '5', null, Infinity]) expect(parseRecord('stitches', none)).toBeUndefined();
});
