import { describe, expect, test } from 'vitest';
import {
	isHardDay,
	joinedHardDays,
	noHardDay,
	parseHardDay,
	rowsTicked,
	turnedOff,
	turnedOn,
	withHelpedWords,
	withHelping,
	withRow
} from '$lib/domain/hard-day';
import { addDays, localDay } from '$lib/domain/local-day';
import { firstOfAll, linesAt, nearHorizons, safetyLines } from '$lib/domain/survival';
import { survivalSteps } from '$lib/content/survival';

const today = localDay('2026-11-22');

describe('just the minimum', () => {
	test('stays from when it is turned on until the person is ready for more', () => {
		expect(isHardDay(noHardDay)).toBe(false);
		const on = turnedOn(noHardDay, 1000);
		expect(isHardDay(on)).toBe(true);
		const off = turnedOff(on, 2000);
		expect(isHardDay(off)).toBe(false);
		expect(isHardDay(turnedOn(off, 3000))).toBe(true);
	});

	test('a clock set back neither keeps a person in it, nor out of it', () => {
		const on = turnedOn(noHardDay, 9000);
		const off = turnedOff(on, 10);
		expect(isHardDay(off)).toBe(false);
		expect(isHardDay(turnedOn(off, 20))).toBe(true);
		expect(isHardDay(turnedOff(noHardDay, 10, 9000), 9000)).toBe(false);
	});

	test('where only the small mirror could keep it, the mirror counts, until the person leaves', () => {
		expect(isHardDay(noHardDay, 1000)).toBe(true);
		expect(isHardDay({ ...noHardDay, readyAt: 2000 }, 1000)).toBe(false);
	});

	test('leaving it, the tiny ways are offered anew', () => {
		expect(turnedOff({ ...noHardDay, since: 1, isWhole: true }, 2)).not.toHaveProperty('isWhole');
	});
});

describe('the rows', () => {
	test('are ticked for the day only', () => {
		const kept = withRow(withRow(noHardDay, today, 'eat', true), today, 'stay', true);
		expect(rowsTicked(kept, today)).toEqual(['eat', 'stay']);
		expect(rowsTicked(kept, addDays(today, 1))).toEqual([]);
		expect(rowsTicked(withRow(kept, today, 'eat', false), today)).toEqual(['stay']);
		expect(rowsTicked(withRow(kept, addDays(today, 1), 'rest', true), addDays(today, 1))).toEqual(['rest']);
	});
});

describe('what helped', () => {
	test('is kept until the person takes it off', () => {
		const kept = withHelping(withHelping(noHardDay, 'rest', true), 'person', true);
		expect(kept.helped).toEqual(['rest', 'person']);
		expect(withHelping(kept, 'rest', false).helped).toEqual(['person']);
		expect(withHelpedWords(kept, '  my  cat ').helpedWords).toBe('my cat');
		expect(withHelpedWords({ ...kept, helpedWords: 'x' }, ' ')).not.toHaveProperty('helpedWords');
	});

	test('in two places is joined; nothing of it is lost', () => {
		const kept = { ...noHardDay, since: 1, helped: ['rest'] as const, helpedWords: 'tea' };
		const joined = joinedHardDays(kept, { ...noHardDay, readyAt: 5, helped: ['eat'] });
		expect(joined).toMatchObject({ since: 1, readyAt: 5, helped: ['eat', 'rest'], helpedWords: 'tea' });
	});
});

test('a record from anywhere is read field by field', () => {
	for (const nothing of [undefined, null, 7, 'x', [], {}, { ticked: 1, helped: 'rest', since: -1 }])
		expect(parseHardDay(nothing)).toEqual(noHardDay);
	expect(
		parseHardDay({
			since: 5,
			readyAt: Number.NaN,
			isWhole: 'yes',
			ticked: { day: today, rows: ['rest', 'scream', 'stay'] },
			helped: ['person', 'person', '<b>'],
			helpedWords: 'a\u202eb\n'
		})
	).toEqual({
		since: 5,
		ticked: { day: today, rows: ['stay', 'rest'] },
		helped: ['person'],
		helpedWords: 'ab'
	});
});

describe('the lines', () => {
	test('who to call is never behind a tap, and the calmest of the safety lines opens', () => {
		const first = firstOfAll(survivalSteps)!;
		expect(first.kind).toBe('safety');
		const safety = safetyLines(survivalSteps);
		expect(safety).not.toContain(first);
		expect(safety.every(({ kind }) => kind === 'safety')).toBe(true);
		expect(safety[0]?.id).toBe('sur-not-have-decide-anything-right');
	});

	test('each line can reach the screen', () => {
		const reached = [
			firstOfAll(survivalSteps)!,
			...safetyLines(survivalSteps),
			...nearHorizons.flatMap((near) => linesAt(survivalSteps, near))
		];
		expect(survivalSteps.filter((step) => !reached.includes(step))).toEqual([]);
	});

	test('each horizon has several', () => {
		for (const near of nearHorizons) expect(linesAt(survivalSteps, near).length).toBeGreaterThan(3);
	});
});
