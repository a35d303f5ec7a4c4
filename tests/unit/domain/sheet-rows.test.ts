import { expect, test } from 'vitest';
import type { Line } from '$lib/domain/prescription';
import { planFromRows } from '$lib/domain/sheet-rows';
import { planOf, putAwayOf, type Step, type StepId } from '$lib/domain/step';

const line: Line = { habit: 'engage', words: 'Feed the cat', isSmall: false, moment: 'any', frequency: { kind: 'daily' }, times: 1 }; // prettier-ignore
const making = { newId: () => 'new', at: 99 };
const stepOf = (id: string, order: number, more: Partial<Step> = {}): Step => ({
	...line,
	words: id,
	id: id as StepId,
	order,
	createdAt: 1,
	...more
});
const namesOf = (steps: readonly Step[]) => steps.map(({ words }) => words);

test('the rows of the sheet are the plan: their order, their words', () => {
	const steps = [stepOf('a', 0, { pause: undefined, reason: 'old' }), stepOf('b', 1)];
	const after = planFromRows(
		steps,
		[
			{ line: { ...line, words: 'b' }, id: 'b', isOn: true },
			{ line: { ...line, words: 'A, in new words' }, id: 'a', isOn: true },
			{ line: { ...line, words: 'mine' }, id: 'c', isOn: true }
		],
		['a', 'b', 'c'],
		making
	);
	expect(namesOf(planOf(after))).toEqual(['b', 'A, in new words', 'mine']);
	expect(after.find(({ id }) => id === 'a')).toMatchObject({ createdAt: 1 });
	expect(after.find(({ id }) => id === 'a')).not.toHaveProperty('reason');
	expect(after.find(({ id }) => id === ('c' as StepId))).toMatchObject({ createdAt: 99, words: 'mine' });
});

test('a row switched off or taken out is put away with its history, and comes back when switched on', () => {
	const steps = [stepOf('a', 0), stepOf('b', 1)];
	const off = planFromRows(steps, [{ line, id: 'a', isOn: false }], ['a', 'b'], making);
	expect(planOf(off)).toEqual([]);
	expect(putAwayOf(off).map(({ id, putAwayAt }) => [id, putAwayAt])).toEqual([
		['a', 99],
		['b', 99]
	]);
	const on = planFromRows(off, [{ line, id: 'a', isOn: true }], ['a', 'b'], making);
	expect(planOf(on).map(({ id }) => id)).toEqual(['a']);
});

test('a pause, and whatever else belongs to the person and not to the sheet, stays', () => {
	const pause = { from: '2026-01-01' as never };
	const after = planFromRows([stepOf('a', 0, { pause })], [{ line, id: 'a', isOn: true }], ['a'], making);
	expect(after[0]).toMatchObject({ pause, words: 'Feed the cat' });
});

test('a step added elsewhere meanwhile stays in the plan; what was put away stays away', () => {
	const steps = [stepOf('a', 0), stepOf('elsewhere', 1), stepOf('away', 2, { putAwayAt: 5 })];
	const after = planFromRows(steps, [{ line, id: 'a', isOn: true }], ['a'], making);
	expect(namesOf(planOf(after))).toEqual(['Feed the cat', 'elsewhere']);
	expect(putAwayOf(after).map(({ putAwayAt }) => putAwayAt)).toEqual([5]);
});

test('what was changed or put away elsewhere meanwhile stays so; only a row that was changed here is written', () => {
	const row = (id: string, words = id) => ({ line: { ...line, words }, id, isOn: true });
	const before = [row('a'), row('b'), row('c')];
	const steps = [stepOf('a', 0, { words: 'a, elsewhere' }), stepOf('b', 1), stepOf('c', 2, { putAwayAt: 5 })];
	const after = planFromRows(
		steps,
		[row('a'), row('b', 'b, here'), row('c')],
		['a', 'b', 'c'],
		making,
		before
	);
	expect(namesOf(planOf(after))).toEqual(['a, elsewhere', 'b, here']);
	expect(putAwayOf(after)).toEqual([steps[2]]);
});

test('words written anew are a quotation no more', () => {
	const steps = [stepOf('a', 0, { isQuoted: true }), stepOf('b', 1, { isQuoted: true })];
	const rows = [
		{ line: { ...line, words: 'mine' }, id: 'a', isOn: true },
		{ line: { ...line, words: 'b', times: 2 }, id: 'b', isOn: true }
	];
	const [a, b] = planFromRows(steps, rows, ['a', 'b'], making);
	expect(a).not.toHaveProperty('isQuoted');
	expect(b).toMatchObject({ isQuoted: true, times: 2 });
});

test('a row that says nothing yet is no step', () => {
	expect(planFromRows([], [{ line: { ...line, words: ' ' }, id: 'a', isOn: true }], ['a'], making)).toEqual(
		[]
	);
});
