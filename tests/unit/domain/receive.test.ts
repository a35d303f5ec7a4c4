import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, type Line } from '$lib/domain/prescription';
import { received, stepFor, type Answer, type Answered } from '$lib/domain/receive';
import { planOf, putAwayOf, type Step } from '$lib/domain/step';
import { aStep, idsInOrder } from '../../support/builders';
import { aLine, anyPrescription } from '../../support/prescriptions';

const making = () => ({ newId: idsInOrder(), at: 9 });
const bed = aLine({ item: 'hyg-wake-make-bed', habit: 'wake', moment: 'morning' });
const walk = aLine({
	activity: 'phy-walk-around-block-own-pace',
	detail: 'after lunch',
	tiny: 'to the door'
});
const call = aLine({ words: 'Call Sam', times: 2 });
const answer = (line: Line, kind: Answer['kind'] = 'yes', words?: string): Answered => ({
	line,
	answer: { kind, ...(words !== undefined && { words }) }
});
const titles = (steps: readonly Step[]) =>
	steps.map(({ item, activity, words }) => words ?? item ?? activity);
const mine = aStep({ id: 'mine', words: 'Feed the cat' });
const myBed = aStep({ id: 'my-bed', item: bed.item, words: undefined, order: 1, createdAt: 3 });

test('"Yes to all" on a new phone gives the plan of the sheet, in its order', () => {
	fc.assert(
		fc.property(anyPrescription, ({ lines }) => {
			const steps = received(
				[],
				lines.map((line) => answer(line)),
				'merge',
				making()
			);
			expect(planOf(steps).map(lineOf)).toEqual(lines);
		})
	);
});

describe('an answer', () => {
	test('yes: the step as it is', () => {
		expect(received([], [answer(walk)], 'merge', making())).toEqual([
			{ ...walk, id: 'new-1', order: 0, createdAt: 9 }
		]);
	});

	test('smaller: the list shows the tiny way, from the sheet or in own words', () => {
		const [own] = received([], [answer(walk, 'smaller', ' put my shoes on ')], 'merge', making());
		expect(own).toMatchObject({ isSmall: true, tiny: 'put my shoes on' });
		const [given] = received([], [answer(walk, 'smaller')], 'merge', making());
		expect(given).toMatchObject({ isSmall: true, tiny: 'to the door' });
	});

	test('smaller, with no words for it yet: the step as it is', () => {
		expect(received([], [answer(call, 'smaller', ' ')], 'merge', making())[0]).toMatchObject({
			isSmall: false
		});
	});

	test('not now: put away, where the person alone sees it', () => {
		const steps = received([], [answer(walk, 'not-now'), answer(bed)], 'merge', making());
		expect(titles(planOf(steps))).toEqual([bed.item]);
		expect(putAwayOf(steps)).toMatchObject([{ activity: walk.activity, putAwayAt: 9 }]);
	});

	test('my own idea: own words take its place, at the same time of day', () => {
		const [step] = received(
			[],
			[answer({ ...walk, moment: 'midday' }, 'own', 'Dance to one song')],
			'merge',
			making()
		);
		expect(step).toEqual({
			...aLine({ moment: 'midday', words: 'Dance to one song' }),
			id: 'new-1',
			order: 0,
			createdAt: 9
		});
	});

	test('my own idea, with no words for it yet: nothing is lost', () => {
		expect(putAwayOf(received([], [answer(walk, 'own', '')], 'merge', making()))).toHaveLength(1);
	});
});

describe('beside the plan of today', () => {
	test('what is there stays, in its place', () => {
		const steps = received([mine, myBed], [answer(call)], 'merge', making());
		expect(titles(planOf(steps))).toEqual(['Feed the cat', bed.item, 'Call Sam']);
	});

	test('a step that the person has already is renewed, never doubled', () => {
		const steps = received([myBed], [answer({ ...bed, detail: '8:30', times: 2 })], 'merge', making());
		expect(steps).toEqual([{ ...myBed, order: 0, moment: 'morning', detail: '8:30', times: 2 }]);
	});

	test('their own words for it stay', () => {
		const known = {
			...myBed,
			words: 'Straighten the sheets',
			tiny: 'one pillow',
			reason: 'it calms me',
			isSmall: true
		};
		const line = { ...bed, words: 'Make the bed', tiny: 'a corner', reason: 'sleep', detail: '9:00' };
		expect(received([known], [answer(line)], 'merge', making())[0]).toMatchObject({
			words: 'Straighten the sheets',
			tiny: 'one pillow',
			reason: 'it calms me',
			isSmall: true,
			detail: '9:00'
		});
	});

	test('one that was put away comes back with its history', () => {
		const steps = received([{ ...myBed, putAwayAt: 4 }], [answer(bed)], 'merge', making());
		expect(planOf(steps)).toMatchObject([{ id: 'my-bed', createdAt: 3 }]);
		expect(putAwayOf(steps)).toEqual([]);
	});

	test('"not now" to a step that they have leaves it as it is', () => {
		expect(received([myBed], [answer(bed, 'not-now')], 'merge', making())).toEqual([{ ...myBed, order: 0 }]);
	});

	test('a step of the example that was said yes to is theirs', () => {
		const [step] = received([{ ...myBed, isExample: true }], [answer(bed)], 'merge', making());
		expect(step).not.toHaveProperty('isExample');
	});

	test('own words are known again whatever their capitals', () => {
		expect(stepFor([aStep({ words: 'call sam' })], call)).toMatchObject({ words: 'call sam' });
		expect(stepFor([{ ...myBed, words: 'Call Sam' }], call)).toBeUndefined();
	});

	test('the same thing twice on the sheet is two steps', () => {
		const twice = [answer(bed), answer({ ...bed, moment: 'night' })];
		expect(planOf(received([myBed], twice, 'merge', making())).map(({ moment }) => moment)).toEqual([
			'morning',
			'night'
		]);
	});
});

describe('in place of the plan of today', () => {
	test('old steps are put away with their history; the sheet sets the order', () => {
		const steps = received([mine, myBed], [answer(call), answer(bed)], 'replace', making());
		expect(titles(planOf(steps))).toEqual(['Call Sam', bed.item]);
		expect(planOf(steps)[1]).toMatchObject({ id: 'my-bed', createdAt: 3 });
		expect(putAwayOf(steps)).toEqual([{ ...mine, putAwayAt: 9 }]);
	});

	test('what was put away before stays so', () => {
		const steps = received([{ ...mine, putAwayAt: 1 }], [answer(call)], 'replace', making());
		expect(putAwayOf(steps)).toEqual([{ ...mine, putAwayAt: 1 }]);
	});

	test('"not now" to a step that they have puts it away', () => {
		expect(putAwayOf(received([myBed], [answer(bed, 'not-now')], 'replace', making()))).toEqual([
			{ ...myBed, putAwayAt: 9 }
		]);
	});
});
