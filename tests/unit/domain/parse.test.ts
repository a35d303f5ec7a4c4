import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDraft } from '$lib/domain/note';
import { parsePreferences } from '$lib/domain/preferences';
import {
	dayOf,
	eachOnce,
	fieldsOf,
	idOf,
	instantOf,
	linesFrom,
	listOf,
	oneOf,
	present,
	someOf,
	textOf,
	trueOf,
	wordsFrom
} from '$lib/domain/parse';
import { parserOf } from '$lib/app/copies/join-records';
import { kindOf, recordNames } from '$lib/storage/kept-records';

/** Names that the records have, so that what comes in comes close to what is kept; and names that every object has. */
const names = [
	'id', 'order', 'words', 'name', 'role', 'phone', 'canText', 'when', 'ask', 'level', 'lines', 'at', 'isOnCard', 'sign', 'does', 'tells',
	'tellsWords', 'horizon', 'side', 'on', 'ended', 'isQuoted', 'isAway', 'asks', 'helps', 'alone', 'visitOn', 'looksWeekly', 'ticked', 'rows',
	'day', 'helped', 'helpedWords', 'since', 'readyAt', 'date', 'langs', 'layout', 'ideas', 'physical', 'agreements', 'me', 'signs', 'reviewOn',
	'teamPhone', 'quoted', 'unknown', 'play', 'kind', 'wishes', 'notNow', 'energy', 'own', 'form', 'effort', 'favourites', 'six', 'later', 'said',
	'season', 'time', 'savedAt', 'notes', 'bytes', 'notBefore', 'look', 'textSize', 'lang', 'region', 'text', 'tags', 'chimes', 'dimension',
	'prompt', 'answer', 'voice', 'type', 'seconds', 'openOn', 'base', 'changedAt', '__proto__', 'constructor', 'toString', ''
]; // prettier-ignore
const leaf = fc.oneof(
	fc.constantFrom<unknown>('2026-11-28', '2026-02-30', 'friend', 'year', 'me', 'done', 'one', 'physical', 'fr', 'CA-QC', 'sign-sleep', 'hope'), // prettier-ignore
	fc.constantFrom<unknown>(
		'constructor',
		'__proto__',
		'\ud800',
		'a\ud83d',
		'\u202eé',
		' e\u0301  ',
		'x'.repeat(20_000),
		'👩‍👩‍👧'.repeat(90)
	),
	fc.constantFrom<unknown>(0, -0, -1, 1, 2, 100, 1.5, 1e21, Infinity, NaN, true, false, null, undefined),
	fc.string({ unit: 'binary' }),
	fc.double()
);
const key = fc.oneof(
	{ weight: 9, arbitrary: fc.constantFrom(...names) },
	{ weight: 1, arbitrary: fc.string() }
);
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
	anything: fc.oneof(
		{ maxDepth: 5, withCrossShrink: true },
		leaf,
		fc.array(tie('anything'), { maxLength: 6 }),
		fc.array(fc.tuple(key, tie('anything')), { maxLength: 12 }).map((entries) => Object.fromEntries(entries))
	)
}));

/** Everything that reads something kept, by its name. */
const parsers: [name: string, parse: (value: unknown) => unknown][] = [
	...recordNames.map((name): [string, (value: unknown) => unknown] => [name, parserOf(name)]),
	['preferences', parsePreferences],
	['draft', (value) => parseDraft(JSON.stringify(value) ?? '')]
];

describe('whatever comes in', () => {
	test.each(parsers)('%s is read without a throw, and reads the same again', (_name, parse) => {
		fc.assert(
			fc.property(anything, (value) => {
				const once = parse(value);
				expect(parse(once)).toEqual(once);
				expect(parse(JSON.parse(JSON.stringify(once) ?? 'null'))).toEqual(once);
			})
		);
	});

	test('an order of minus zero reads as zero, as JSON has it', () => {
		const { parse } = kindOf('mySigns');
		const once = parse({ id: { order: -0, tellsWords: 'x' } });
		expect(parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
	});

	test.each(parsers)('%s takes nothing from the names that every object has', (_name, parse) => {
		const hostile = JSON.parse(
			'{"__proto__":{"words":"x","name":"x","isAway":true},"constructor":{"words":"x","name":"x","text":"x"}}'
		) as unknown;
		expect(JSON.stringify(parse(hostile)) ?? '').not.toContain('"x"');
		expect(({} as Record<string, unknown>).words).toBeUndefined();
	});
});

describe('one field', () => {
	test('fields are those of a record, never of a list', () => {
		expect(fieldsOf({ a: 1 })).toEqual({ a: 1 });
		for (const none of [undefined, null, 'x', 5, ['a']]) expect(fieldsOf(none)).toEqual({});
	});

	test('a list keeps what can be read, and no more than there is room for', () => {
		expect(listOf(['a', 5, 'b', 'c'], textOf, 2)).toEqual(['a', 'b']);
		expect(listOf('abc', textOf)).toEqual([]);
	});

	test('a choice is one of those offered; several stand in the order in which they are offered', () => {
		expect(oneOf(['a', 'b'], 'b')).toBe('b');
		expect(oneOf(['a', 'b'], 'c')).toBeUndefined();
		expect(someOf(['a', 'b', 'c'], ['c', 'x', 'a', 'a'])).toEqual(['a', 'c']);
		expect(someOf(['a'], 'a')).toEqual([]);
	});

	test('an id is short, and no name that every object answers to', () => {
		expect(idOf('own-1')).toBe('own-1');
		for (const none of ['', 'constructor', '__proto__', 'x'.repeat(121), 5])
			expect(idOf(none)).toBeUndefined();
		expect(idOf('12345', 4)).toBeUndefined();
	});

	test('a text stays as it is or is none; words are tidied, and cut where they are far too long', () => {
		expect([textOf(' a ', 3), textOf('1234', 3), textOf(5)]).toEqual([' a ', undefined, undefined]);
		expect([wordsFrom(' a\n b\ud800 '), wordsFrom(5), wordsFrom('a'.repeat(30), 2)]).toEqual([
			'a b',
			undefined,
			'a'.repeat(20)
		]);
		expect([linesFrom(' a \n\n b', 60), linesFrom({}, 60)]).toEqual(['a\nb', undefined]);
	});

	test('a day is one of the calendar, an instant is a time since 1970', () => {
		expect([dayOf('2026-11-28'), dayOf('2026-11-31'), dayOf(5)]).toEqual([
			'2026-11-28',
			undefined,
			undefined
		]);
		expect([instantOf(0), instantOf(5), instantOf(-1), instantOf(Infinity), instantOf('5')]).toEqual([
			0,
			5,
			undefined,
			undefined,
			undefined
		]);
	});

	test('only true is true', () => {
		expect([trueOf(true), trueOf(false), trueOf(1), trueOf('true')]).toEqual([
			true,
			undefined,
			undefined,
			undefined
		]);
	});

	test('what is not there is no field, what is empty is', () => {
		expect(Object.keys(present({ a: undefined, b: '', c: 0 }))).toEqual(['b', 'c']);
	});

	test('of two with one id the first stays, in its place', () => {
		expect(eachOnce([{ id: 'a', n: 1 }, { id: 'b', n: 2 }, { id: 'a', n: 3 }])).toEqual([
			{ id: 'a', n: 1 },
			{ id: 'b', n: 2 }
		]); // prettier-ignore
	});
});
