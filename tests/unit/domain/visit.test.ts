import { expect, test } from 'vitest';
import { keyLimit, parseShown, parseVisitLines } from '$lib/domain/kept-visit';
import { localDay } from '$lib/domain/local-day';
import { asPlainText, keyOf, rowOf, since, withSwitched, wordsOn } from '$lib/domain/visit';

test('lines are read field by field: of no known part, or without a word, they are none', () => {
	expect(
		parseVisitLines({
			a: { order: 1, part: 'hard', words: '  The nights  ', isOff: true },
			b: { order: 0, part: 'did', words: 'Slept', isOff: 'yes' },
			c: { part: 'agreements', words: 'x' },
			d: { part: 'did', words: ' ' },
			e: null
		})
	).toEqual({
		b: { id: 'b', order: 0, part: 'did', words: 'Slept' },
		a: { id: 'a', order: 1, part: 'hard', words: 'The nights', isOff: true }
	});
});

test('only what was switched on is on, whatever else a copy says', () => {
	const shown = parseShown({ 'step:a': true, 'sign:b': 'true', c: true, ['step:' + 'x'.repeat(300)]: true });
	expect(shown).toEqual({ 'step:a': true });
	expect(parseShown(['step:a'])).toEqual({});
	expect(rowOf(shown, 'step:toString', 'x').isOn).toBe(false);
	expect(rowOf({}, 'constructor', 'x').isOn).toBe(false);
	expect(keyOf('helps', 'y'.repeat(600))).toHaveLength(keyLimit);
});

test('switches go on and off without touching the others', () => {
	const on = withSwitched({ 'sign:s': true }, ['step:a', 'step:b'], true);
	expect(on).toEqual({ 'sign:s': true, 'step:a': true, 'step:b': true });
	expect(withSwitched(on, ['step:a', 'sign:s'], false)).toEqual({ 'step:b': true });
	expect(wordsOn([rowOf(on, 'step:a', 'Walk'), rowOf(on, 'step:z', 'No'), rowOf(on, 'step:b', '')])).toEqual([
		'Walk'
	]);
});

test('as plain text it says what the paper says, and no empty part', () => {
	const sections = [
		{ title: 'What I did', lines: ['Walk: 3 times', 'Cooked'] },
		{ title: 'Signs I saw', lines: [] }
	];
	expect(asPlainText(['My next appointment', '', 'December 3'], sections)).toBe(
		'My next appointment\nDecember 3\n\nWhat I did\n- Walk: 3 times\n- Cooked\n'
	);
});

test('days are counted from the chosen one on, that day included', () => {
	const days = ['2026-11-01', '2026-11-02', '2026-11-03'].map((day) => ({ day: localDay(day) }));
	expect(since(days, localDay('2026-11-02')).map(({ day }) => day)).toEqual(['2026-11-02', '2026-11-03']);
	expect(since(days, undefined)).toHaveLength(3);
});
