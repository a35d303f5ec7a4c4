import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passphraseWords as english } from '$lib/content/passphrase-words-en';
import { passphraseWords as french } from '$lib/content/passphrase-words-fr';
import {
	locksNow,
	longestPauseMs,
	lookAtWords,
	minuteChoices,
	parseLockHabits,
	pauseLeft,
	typedAlike,
	withWrong
} from '$lib/domain/lock';

const at = 1_800_000_000_000;
const minute = 60_000;

describe('what can open a lock', () => {
	test.each([
		['passphrase', '', 'empty'],
		['passphrase', '   ', 'empty'],
		['passphrase', 'seven77', 'short'],
		['passphrase', 'eight888', undefined],
		['passphrase', 'à-b.c’d - e', 'short'],
		['passphrase', '-- -- -- --', 'short'],
		['passphrase', 'a - '.repeat(8), undefined],
		['passphrase', '🌻'.repeat(8), undefined],
		['passphrase', 'a'.repeat(201), 'long'],
		['pin', '', 'empty'],
		['pin', '12345', 'short'],
		['pin', '123456', undefined],
		['pin', '123 456', undefined],
		['pin', '12345a', 'notDigits'],
		['pin', '١٢٣٤٥٦', undefined]
	] as const)('%s %j: %s', (kind, typed, said) => {
		expect(lookAtWords(kind, typed)).toBe(said);
	});
});

describe('the same words from another keyboard', () => {
	test.each([
		['٣١٤١٥٩', '314159'],
		['۳۱۴۱۵۹', '314159'],
		['३१४१५९', '314159'],
		['３１４１５９', '314159'],
		['𝟑𝟏𝟒𝟏𝟓𝟗', '314159'],
		['\u2764\ufe0f fox', '\u2764 fox']
	])('%j is %j', (typed, alike) => expect(typedAlike(typed)).toBe(alike));

	test('an emoji counts once', () => {
		expect(lookAtWords('passphrase', '\u2764\ufe0f'.repeat(5))).toBe('short');
	});

	test('the recovery page: numbers before its words, and a zero for an o', () => {
		expect(typedAlike('1. n0vel 2) basket\n8 can0py', true).replace(/\s+/g, ' ').trim()).toBe(
			'novel basket canopy'
		);
		for (const words of [english, french]) expect(typedAlike(words.join(' '), true)).toBe(words.join(' '));
	});
});

describe('wrong tries', () => {
	test('three cost nothing; then the pauses grow, a minute at most', () => {
		let tries = { wrong: 0, at: 0 };
		const pauses = Array.from({ length: 10 }, () => {
			tries = withWrong(tries, at);
			return pauseLeft(tries, at) / 1000;
		});
		expect(pauses).toEqual([0, 0, 0, 5, 15, 30, 60, 60, 60, 60]);
	});

	test('a pause goes on where it was, also after a reload', () => {
		expect(pauseLeft({ wrong: 5, at }, at + 6_000)).toBe(9_000);
		expect(pauseLeft({ wrong: 5, at }, at + 15_000)).toBe(0);
		expect(pauseLeft({ wrong: 5, at }, at + 999_999)).toBe(0);
	});

	test('whatever the clock says, nobody waits longer than one pause', () => {
		fc.assert(
			fc.property(
				fc.nat(1000),
				fc.double({ noNaN: true }),
				fc.double({ noNaN: true }),
				(wrong, then, now) => {
					const left = pauseLeft({ wrong, at: then }, now);
					expect(left).toBeGreaterThanOrEqual(0);
					expect(left).toBeLessThanOrEqual(longestPauseMs);
				}
			)
		);
	});
});

describe('when it closes by itself', () => {
	test('after so many minutes out of view', () => {
		expect(locksNow(1, { hiddenMs: minute - 1, untouchedMs: minute })).toBe(false);
		expect(locksNow(1, { hiddenMs: minute, untouchedMs: minute })).toBe(true);
		expect(locksNow(15, { hiddenMs: 14 * minute, untouchedMs: 14 * minute })).toBe(false);
	});

	test('a page in view is read without a touch for five minutes at least', () => {
		expect(locksNow(1, { untouchedMs: 4 * minute })).toBe(false);
		expect(locksNow(1, { untouchedMs: 5 * minute })).toBe(true);
		expect(locksNow(60, { untouchedMs: 59 * minute })).toBe(false);
		expect(locksNow(60, { untouchedMs: 60 * minute })).toBe(true);
	});

	test('a device that slept for a night counts the night, and never means never', () => {
		for (const minutes of minuteChoices)
			expect(locksNow(minutes, { hiddenMs: 480 * minute, untouchedMs: 480 * minute })).toBe(
				minutes !== 'never'
			);
	});
});

test('habits that say something else are the usual ones', () => {
	for (const odd of [
		undefined,
		null,
		'x',
		{ minutes: 2, tries: { wrong: -1, at }, lockedAt: 'now' },
		{ tries: { wrong: 1.5, at } }
	])
		expect(parseLockHabits(odd)).toEqual({ minutes: 5 });
	const own = { minutes: 'never', tries: { wrong: 3, at }, lockedAt: at };
	expect(parseLockHabits(own)).toEqual(own);
});
