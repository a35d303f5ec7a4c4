import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDay } from '$lib/domain/local-day';
import {
	inOrder,
	isInPlan,
	isPausedOn,
	longestWords,
	madeSmaller,
	moved,
	movedTo,
	planOf,
	problemOf,
	putAwayOf,
	tidyWords
} from '$lib/domain/step';
import { anyDay, anyStepsAround, aStep, stepId, stepsNamed } from '../../support/builders';
import { runs } from '../../support/property-runs';

const today = localDay('2026-11-21');
const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 100 }),
	fc.string({ unit: 'binary', maxLength: 100 }),
	fc.string({
		unit: fc.constantFrom(
			'a',
			' ',
			'\n',
			'\t',
			'é',
			'e',
			'\u0301',
			'\u200e',
			'\u202e',
			'\ud83d',
			'\ude00',
			'😀'
		),
		maxLength: 80
	})
);

describe('the words a person writes', () => {
	test.each([
		['  water the plants ', 'water the plants'],
		['water\nthe\r\n\tplants', 'water the plants'],
		['water   the plants', 'water the plants'],
		['\u202eevil\u202c \u2066text\u2069', 'evil text'],
		['a\u0000b\u2028c', 'a b c'],
		['cafe\u0301', 'café'],
		['broken \ud83d emoji', 'broken emoji'],
		['Prendre l’air : 5 min', 'Prendre l’air : 5 min'],
		['8\u00a0h\u00a030', '8\u00a0h\u00a030'],
		['<b>bold</b> {name}', '<b>bold</b> {name}'],
		['👩‍👧 walk', '👩‍👧 walk']
	])('%j are kept as %j', (typed, kept) => {
		expect(tidyWords(typed)).toBe(kept);
	});

	test.each([undefined, '', '   ', '\n\t', '\u202e', '\ud83d'])('%j is nothing at all', (typed) => {
		expect(tidyWords(typed)).toBeUndefined();
	});

	test('an emoji at the limit stays whole or goes', () => {
		expect(tidyWords('a'.repeat(59) + '😀😀')).toBe('a'.repeat(59) + '😀');
		expect(tidyWords('😀'.repeat(100))).toBe('😀'.repeat(longestWords));
	});

	test('whatever is typed or pasted, one clean short line is left', () => {
		fc.assert(
			fc.property(anyText, (typed) => {
				const kept = tidyWords(typed);
				if (kept === undefined) return;
				expect(kept).not.toBe('');
				expect([...kept].length).toBeLessThanOrEqual(longestWords);
				expect(kept).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u);
				expect(kept).not.toMatch(/ {2}/);
				expect(kept).toBe(kept.trim());
				expect(kept).toBe(kept.normalize('NFC'));
			}),
			{ numRuns: runs(500) }
		);
	});

	test('cleaning twice changes nothing more', () => {
		fc.assert(
			fc.property(anyText, fc.integer({ min: 1, max: 60 }), (typed, longest) => {
				const kept = tidyWords(typed, longest);
				expect(tidyWords(kept, longest)).toBe(kept);
			}),
			{ numRuns: runs(1000) }
		);
	});
});

describe('the order of the plan', () => {
	test('what is put away is not in the plan; the latest put away comes first', () => {
		const [a, b, c] = [
			aStep({ id: 'a' }),
			aStep({ id: 'b', putAwayAt: 5 }),
			aStep({ id: 'c', putAwayAt: 9 })
		];
		expect(planOf([c, b, a])).toEqual([a]);
		expect(putAwayOf([a, b, c])).toEqual([c, b]);
		expect([a, b, c].map(isInPlan)).toEqual([true, false, false]);
	});

	test('a step put away in 1970 is put away all the same', () => {
		expect(isInPlan(aStep({ putAwayAt: 0 }))).toBe(false);
	});

	test('the plan is in the same order whatever order it is read in', () => {
		fc.assert(
			fc.property(anyStepsAround(today), (steps) => {
				expect(planOf([...steps].reverse())).toEqual(planOf(steps));
			})
		);
	});

	test('a step moves up and down, and back', () => {
		const steps = stepsNamed('a', 'b', 'c');
		const order = (list: ReturnType<typeof moved>) => planOf(list).map(({ id }) => id);
		expect(order(moved(steps, stepId('b'), -1))).toEqual(['b', 'a', 'c']);
		expect(order(moved(steps, stepId('b'), 1))).toEqual(['a', 'c', 'b']);
		expect(moved(moved(steps, stepId('b'), 1), stepId('b'), -1)).toEqual(steps);
		expect(order(movedTo(steps, stepId('c'), 0))).toEqual(['c', 'a', 'b']);
		expect(order(movedTo(steps, stepId('a'), 2))).toEqual(['b', 'c', 'a']);
		expect(order(movedTo(steps, stepId('a'), 3))).toEqual(['a', 'b', 'c']);
	});

	test('at either end, and for a step that is not there, nothing moves', () => {
		const steps = stepsNamed('a', 'b');
		expect(moved(steps, stepId('a'), -1)).toEqual(steps);
		expect(moved(steps, stepId('b'), 1)).toEqual(steps);
		expect(moved(steps, stepId('z'), 1)).toEqual(steps);
	});

	test('moving changes nothing but the order, and loses no step', () => {
		fc.assert(
			fc.property(
				anyStepsAround(today),
				fc.nat(30),
				fc.constantFrom(-1 as const, 1 as const),
				(steps, i, by) => {
					const after = moved(steps, stepId(`step-${i}`), by);
					const bare = (list: typeof steps) => new Map(list.map((step) => [step.id, { ...step, order: 0 }]));
					expect(after).toHaveLength(steps.length);
					expect(bare(after)).toEqual(bare(steps));
					expect(putAwayOf(after)).toEqual(putAwayOf(steps));
				}
			)
		);
	});

	test('a step that already stands in its place is left as it is', () => {
		const [a, b] = [aStep({ id: 'a', order: 0 }), aStep({ id: 'b', order: 5 })];
		const after = inOrder([a, b]);
		expect(after[0]).toBe(a);
		expect(after[1]).toEqual({ ...b, order: 1 });
	});
});

describe('a pause', () => {
	const from = localDay('2026-11-20');
	const to = localDay('2026-11-22');

	test('rests from its first day to its last, both included', () => {
		const step = aStep({ pause: { from, to } });
		const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
		expect(days.map((day) => isPausedOn(step, localDay(day)))).toEqual([false, true, true, true, false]);
	});

	test('of one day is that day', () => {
		const step = aStep({ pause: { from, to: from } });
		expect([addDays(from, -1), from, addDays(from, 1)].map((day) => isPausedOn(step, day))).toEqual([
			false,
			true,
			false
		]);
	});

	test('without an end lasts until the person says so', () => {
		fc.assert(
			fc.property(anyDay, anyDay, (begin, day) => {
				expect(isPausedOn(aStep({ pause: { from: begin } }), day)).toBe(day >= begin);
			})
		);
	});

	test('a step without a pause never rests', () => {
		expect(isPausedOn(aStep(), today)).toBe(false);
	});
});

describe('keeping a step', () => {
	test.each([
		['own words', aStep({ words: 'walk' }), undefined],
		['an item of the catalogue without own words', aStep({ words: undefined, item: 'hyg-a' }), undefined],
		['blank words', aStep({ words: ' \n ' }), 'no-words'],
		['no words', aStep({ words: undefined }), 'no-words'],
		['no day of the week', aStep({ frequency: { kind: 'weekdays', days: [] } }), 'no-weekday'],
		['one day of the week', aStep({ frequency: { kind: 'weekdays', days: [3] } }), undefined],
		[
			'a pause that ends before it begins',
			aStep({ pause: { from: today, to: addDays(today, -1) } }),
			'pause-backwards'
		],
		['a pause of one day', aStep({ pause: { from: today, to: today } }), undefined],
		['a pause without an end', aStep({ pause: { from: today } }), undefined]
	])('with %s', (_with, step, problem) => {
		expect(problemOf(step)).toBe(problem);
	});

	test('a step made smaller shows its tiny version and keeps everything else', () => {
		const step = aStep({ words: 'walk', times: 3 });
		expect(madeSmaller(step, '  to the\ndoor ')).toEqual({ ...step, tiny: 'to the door', isSmall: true });
	});

	test('made smaller, a step keeps the tiny version the person wrote', () => {
		const step = aStep({ tiny: 'to the door' });
		expect(madeSmaller(step, 'to the window')).toEqual({ ...step, isSmall: true });
	});
});
