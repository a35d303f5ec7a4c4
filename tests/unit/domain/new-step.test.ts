import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { habitItems } from '$lib/content/habits';
import { suggestedFrequencies } from '$lib/domain/habit';
import { localDay } from '$lib/domain/local-day';
import {
	broughtBack,
	frequencyFrom,
	putAway,
	stepFromItem,
	stepFromWords,
	swapped,
	withAdded,
	withItems
} from '$lib/domain/new-step';
import { isInPlan, planOf, putAwayOf, type Step } from '$lib/domain/step';
import { anItem, anyStepsAround, aStep, idsInOrder, stepsNamed } from '../../support/builders';

const today = localDay('2026-11-21');
const making = () => ({ newId: idsInOrder(), at: 1000 });
const orders = (steps: readonly Step[]) => planOf(steps).map(({ order }) => order);

const fewItems = ['hyg-a', 'hyg-b', 'hyg-c', 'hyg-d'].map((id) => anItem({ id }));
const anyItems = fc.array(fc.constantFrom(...fewItems), { maxLength: 6 });
/** A plan in which some steps come from the catalogue. */
const anySteps = fc
	.tuple(
		anyStepsAround(today, 8),
		fc.array(fc.constantFrom('hyg-a', 'hyg-b', 'hyg-c', undefined), { maxLength: 8 })
	)
	.map(([steps, items]) => steps.map((step, i): Step => (items[i] ? { ...step, item: items[i] } : step)));

function timesInPlan(steps: readonly Step[], item: string): number {
	return planOf(steps).filter((step) => step.item === item).length;
}

describe('a new step', () => {
	test('from the catalogue comes as it is suggested, and can be done at once', () => {
		const item = anItem({ id: 'hyg-eat', habit: 'eat', moment: 'midday', frequency: 'weekly-2', times: 3 });
		expect(stepFromItem(item, making())).toEqual({
			id: 'new-1',
			item: 'hyg-eat',
			habit: 'eat',
			isSmall: false,
			moment: 'midday',
			frequency: { kind: 'weekly', times: 2 },
			times: 3,
			order: 0,
			createdAt: 1000
		});
	});

	test('in a person’s own words is theirs every day', () => {
		expect(stepFromWords('  feed\nthe cat ', 'engage', making())).toEqual({
			id: 'new-1',
			habit: 'engage',
			words: 'feed the cat',
			isSmall: false,
			moment: 'any',
			frequency: { kind: 'daily' },
			times: 1,
			order: 0,
			createdAt: 1000
		});
	});

	test('without words is no step', () => {
		expect(stepFromWords(' \n', 'eat', making())).toBeUndefined();
	});

	test('each suggestion becomes a frequency a person can change', () => {
		expect(suggestedFrequencies.map(frequencyFrom)).toEqual([
			{ kind: 'daily' },
			{ kind: 'most-days' },
			{ kind: 'weekly', times: 1 },
			{ kind: 'weekly', times: 2 },
			{ kind: 'as-needed' },
			{ kind: 'once' },
			{ kind: 'daily' }
		]);
	});

	test('every item of the catalogue makes a step that can be done 1 to 6 times a day', () => {
		for (const item of habitItems) {
			const { times } = stepFromItem(item, making());
			expect(times).toBeGreaterThanOrEqual(1);
			expect(times).toBeLessThanOrEqual(6);
		}
	});
});

describe('adding to the plan', () => {
	test('new steps come last, in the order of the list', () => {
		const after = withItems(stepsNamed('a', 'b'), [fewItems[1]!, fewItems[0]!], making());
		expect(planOf(after).map((step) => step.item ?? step.id)).toEqual(['a', 'b', 'hyg-b', 'hyg-a']);
		expect(orders(after)).toEqual([0, 1, 2, 3]);
	});

	test('what is in the plan already stays as the person made it', () => {
		const mine = aStep({ item: 'hyg-a', words: 'in my words', times: 4 });
		expect(withItems([mine], [anItem({ id: 'hyg-a' })], making())).toEqual([mine]);
	});

	test('what was put away comes back with its history, under the same id', () => {
		const away = aStep({ id: 'old', item: 'hyg-a', words: 'mine', createdAt: 7, putAwayAt: 99 });
		const after = withItems([...stepsNamed('a'), away], [anItem({ id: 'hyg-a' })], making());
		const { putAwayAt: _, ...back } = away;
		expect(planOf(after)[1]).toEqual({ ...back, order: 1 });
	});

	test('a put away step stays away while the same step is in the plan', () => {
		const here = aStep({ id: 'here', item: 'hyg-a' });
		const away = aStep({ id: 'away', item: 'hyg-a', putAwayAt: 99 });
		expect(withItems([here, away], [anItem({ id: 'hyg-a' })], making())).toEqual([here, away]);
	});

	test('no step stands twice in the plan, whatever is added, and no step is lost', () => {
		fc.assert(
			fc.property(anySteps, anyItems, (steps, items) => {
				const after = withItems(steps, items, making());
				for (const item of items)
					expect(timesInPlan(after, item.id)).toBe(Math.max(1, timesInPlan(steps, item.id)));
				expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
				expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(steps.map(({ id }) => id)));
				expect(orders(after)).toEqual(planOf(after).map((_, i) => i));
			})
		);
	});

	test('adding the same again changes nothing', () => {
		fc.assert(
			fc.property(anySteps, anyItems, (steps, items) => {
				const once = withItems(steps, items, making());
				const twice = withItems(once, items, { newId: idsInOrder('again'), at: 2000 });
				expect(planOf(twice)).toEqual(planOf(once));
				expect(putAwayOf(twice)).toEqual(putAwayOf(once));
			})
		);
	});

	test('a plan that was in order keeps its order', () => {
		fc.assert(
			fc.property(anySteps, anyItems, (steps, items) => {
				const before = planOf(steps).map(({ id }) => id);
				const after = planOf(withItems(steps, items, making())).map(({ id }) => id);
				expect(after.slice(0, before.length)).toEqual(before);
			})
		);
	});

	test('what a person chose themselves is theirs, even when the example had it too', () => {
		const shown = aStep({ id: 'shown', item: 'hyg-a', isExample: true });
		const [after] = withItems([shown], [anItem({ id: 'hyg-a' })], making());
		expect(after).toEqual(aStep({ id: 'shown', item: 'hyg-a' }));
	});
});

test('putting away and bringing back keeps the step, now last in the plan', () => {
	const steps = stepsNamed('a', 'b', 'c');
	const away = putAway(steps[0]!, 50);
	expect(isInPlan(away)).toBe(false);
	const after = withAdded(steps.slice(1), [broughtBack(away)]);
	expect(planOf(after)).toEqual([
		{ ...steps[1], order: 0 },
		{ ...steps[2], order: 1 },
		{ ...steps[0], order: 2 }
	]);
});

test('a swapped step stands in the place of the other, which is put away with its history', () => {
	const plan = stepsNamed('a', 'b', 'c');
	const after = swapped(plan, plan[1]!.id, anItem({ id: 'hyg-a' }), making());
	expect(planOf(after).map(({ id, item }) => item ?? id)).toEqual(['a', 'hyg-a', 'c']);
	expect(orders(after)).toEqual([0, 1, 2]);
	expect(putAwayOf(after)).toEqual([{ ...plan[1], putAwayAt: 1000 }]);
	// one that was put away before comes back, once
	const again = swapped(after, planOf(after)[2]!.id, anItem({ id: 'hyg-a' }), making());
	expect(again).toEqual(after);
	const backAgain = swapped(after, plan[0]!.id, anItem({ id: 'hyg-b' }), making());
	expect(timesInPlan(backAgain, 'hyg-a')).toBe(1);
	expect(swapped(plan, 'gone' as Step['id'], anItem({ id: 'hyg-a' }), making())).toEqual(plan);
});
