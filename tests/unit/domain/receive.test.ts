import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineOf, type Line } from '$lib/domain/prescription';
import {
	answerKinds,
	differsInHow,
	planAfterAnswers,
	stepFor,
	type Answer,
	type Answered
} from '$lib/domain/receive';
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
			const steps = planAfterAnswers(
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
		expect(planAfterAnswers([], [answer(walk)], 'merge', making())).toEqual([
			{ ...walk, id: 'new-1', order: 0, createdAt: 9 }
		]);
	});

	test('smaller: the list shows the tiny way, from the sheet or in own words', () => {
		const [own] = planAfterAnswers([], [answer(walk, 'smaller', ' put my shoes on ')], 'merge', making());
		expect(own).toMatchObject({ isSmall: true, tiny: 'put my shoes on' });
		const [given] = planAfterAnswers([], [answer(walk, 'smaller')], 'merge', making());
		expect(given).toMatchObject({ isSmall: true, tiny: 'to the door' });
	});

	test('smaller, with no words for it yet: the step as it is', () => {
		expect(planAfterAnswers([], [answer(call, 'smaller', ' ')], 'merge', making())[0]).toMatchObject({
			isSmall: false
		});
	});

	test('not now: put away, where the person alone sees it', () => {
		const steps = planAfterAnswers([], [answer(walk, 'not-now'), answer(bed)], 'merge', making());
		expect(titles(planOf(steps))).toEqual([bed.item]);
		expect(putAwayOf(steps)).toMatchObject([{ activity: walk.activity, putAwayAt: 9 }]);
	});

	test('my own idea: own words take its place, at the same time of day', () => {
		const less = aLine({
			item: 'hyg-substances-swap-drink-water-drink-no',
			habit: 'substances',
			moment: 'midday'
		});
		// nor the picture: a crossed-out glass stood beside "Call my aunt"
		const [step] = planAfterAnswers([], [answer(less, 'own', 'Dance to one song')], 'merge', making());
		expect(step).toEqual({
			...aLine({ moment: 'midday', words: 'Dance to one song' }),
			id: 'new-1',
			order: 0,
			createdAt: 9
		});
	});

	test('my own idea, with no words for it yet: nothing is lost', () => {
		expect(putAwayOf(planAfterAnswers([], [answer(walk, 'own', '')], 'merge', making()))).toHaveLength(1);
	});
});

/** A plan as it could be after some sheets, with steps put away among it. */
const anyPlan = fc
	.tuple(anyPrescription, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }))
	.map(([{ lines }, away]) =>
		lines.map((line, i): Step =>
			aStep({ words: undefined, ...line, id: `mine-${i}`, order: i, ...(away[i] && { putAwayAt: 1 }) })
		)
	);

describe('beside the plan of today', () => {
	test('whatever a sheet says, without an answer all of mine stays, as it is and in its order', () => {
		fc.assert(
			fc.property(anyPlan, anyPrescription, fc.constantFrom(...answerKinds), (mine, { lines }, kind) => {
				const answered = lines.map((line) => answer(line, 'not-now'));
				const before = planOf(mine);
				expect(planOf(planAfterAnswers(mine, answered, 'merge', making())).map(lineOf)).toEqual(
					before.map(lineOf)
				);
				// and with any answer, none of mine goes, or changes its words, its time or its place
				const said = lines.map((line) => answer(line, kind, kind === 'own' ? 'Call my aunt' : undefined));
				const after = planOf(planAfterAnswers(mine, said, 'merge', making()));
				expect(after.slice(0, before.length).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
				for (const [i, step] of before.entries())
					expect(after[i]).toMatchObject({
						...(step.words !== undefined && { words: step.words }),
						...(step.detail !== undefined && { detail: step.detail }),
						...(step.tiny !== undefined && { tiny: step.tiny }),
						...(step.reason !== undefined && { reason: step.reason }),
						moment: step.moment,
						frequency: step.frequency,
						times: step.times
					});
			})
		);
	});

	test('the same sheet twice is the same as once', () => {
		fc.assert(
			fc.property(
				anyPlan,
				anyPrescription,
				fc.array(fc.constantFrom(...answerKinds), { minLength: 20, maxLength: 20 }),
				(mine, { lines }, kinds) => {
					const said = lines.map((line, i) =>
						answer(line, kinds[i], kinds[i] === 'own' ? `idea ${i % 3}` : undefined)
					);
					const making2 = making();
					const once = planAfterAnswers(mine, said, 'merge', making2);
					const twice = planAfterAnswers(once, said, 'merge', making2);
					expect(planOf(twice)).toEqual(planOf(once));
					expect(putAwayOf(twice)).toEqual(putAwayOf(once));
				}
			)
		);
	});

	test('what is there stays, in its place', () => {
		const steps = planAfterAnswers([mine, myBed], [answer(call)], 'merge', making());
		expect(titles(planOf(steps))).toEqual(['Feed the cat', bed.item, 'Call Sam']);
	});

	test('a step that the person has already is never doubled, and stays as they have it', () => {
		const line = { ...bed, detail: '8:30', times: 2 };
		const known = { ...myBed, detail: 'before coffee', petal: 'mental' as const };
		expect(planAfterAnswers([known], [answer(line)], 'merge', making())).toEqual([{ ...known, order: 0 }]);
		expect(differsInHow(known, line)).toBe(true);
		expect(differsInHow(known, lineOf(known))).toBe(false);
	});

	test('when and how often come from the line where they said so', () => {
		const line = { ...bed, detail: '8:30', times: 2 };
		const takes: Answered = { line, answer: { kind: 'yes', takesHow: true } };
		expect(planAfterAnswers([{ ...myBed, detail: 'late' }], [takes], 'merge', making())).toEqual([
			{ ...myBed, order: 0, moment: 'morning', detail: '8:30', times: 2 }
		]);
		const { detail: _, ...plainLine } = line;
		expect(
			planAfterAnswers([{ ...myBed, detail: 'late' }], [{ ...takes, line: plainLine }], 'merge', making())[0]
		).not.toHaveProperty('detail');
	});

	test('their own words for it stay, and the line fills what is empty', () => {
		const known = { ...myBed, words: 'Straighten the sheets', tiny: 'one pillow', isSmall: true };
		const line = { ...bed, words: 'Make the bed', tiny: 'a corner', reason: 'sleep', detail: '9:00' };
		expect(planAfterAnswers([known], [answer(line)], 'merge', making())[0]).toEqual({
			...known,
			order: 0,
			reason: 'sleep'
		});
	});

	test('one that was put away comes back with its history', () => {
		const steps = planAfterAnswers([{ ...myBed, putAwayAt: 4 }], [answer(bed)], 'merge', making());
		expect(planOf(steps)).toMatchObject([{ id: 'my-bed', createdAt: 3 }]);
		expect(putAwayOf(steps)).toEqual([]);
	});

	test('"not now" to a step that they have leaves it as it is', () => {
		expect(planAfterAnswers([myBed], [answer(bed, 'not-now')], 'merge', making())).toEqual([
			{ ...myBed, order: 0 }
		]);
	});

	test('a step of the example that was said yes to is theirs', () => {
		const [step] = planAfterAnswers([{ ...myBed, isExample: true }], [answer(bed)], 'merge', making());
		expect(step).not.toHaveProperty('isExample');
	});

	test('own words are known again whatever their capitals', () => {
		expect(stepFor([aStep({ words: 'call sam' })], call)).toMatchObject({ words: 'call sam' });
		expect(stepFor([{ ...myBed, words: 'Call Sam' }], call)).toBeUndefined();
	});

	test('the same thing twice on the sheet is two steps', () => {
		const twice = [answer(bed), answer({ ...bed, moment: 'night' })];
		expect(planOf(planAfterAnswers([myBed], twice, 'merge', making())).map(({ moment }) => moment)).toEqual([
			'any',
			'night'
		]);
	});
});

test('words that look like help are marked as the words of a sheet, one’s own idea is not', () => {
	const line = aLine({ words: 'In crisis? Call 1-900-555-0199' });
	expect(planAfterAnswers([], [answer(line)], 'merge', making())[0]).toMatchObject({ isQuoted: true });
	expect(planAfterAnswers([], [answer(line, 'not-now')], 'merge', making())[0]).toMatchObject({
		isQuoted: true
	});
	const [own] = planAfterAnswers([], [answer(line, 'own', 'Call Sam at 514 555-0100')], 'merge', making());
	expect(own).not.toHaveProperty('isQuoted');
});

describe('in place of the plan of today', () => {
	test('old steps are put away with their history; the sheet sets the order', () => {
		const steps = planAfterAnswers([mine, myBed], [answer(call), answer(bed)], 'replace', making());
		expect(titles(planOf(steps))).toEqual(['Call Sam', bed.item]);
		expect(planOf(steps)[1]).toMatchObject({ id: 'my-bed', createdAt: 3 });
		expect(putAwayOf(steps)).toEqual([{ ...mine, putAwayAt: 9 }]);
	});

	test('what was put away before stays so', () => {
		const steps = planAfterAnswers([{ ...mine, putAwayAt: 1 }], [answer(call)], 'replace', making());
		expect(putAwayOf(steps)).toEqual([{ ...mine, putAwayAt: 1 }]);
	});

	test('"not now" to a step that they have puts it away', () => {
		expect(putAwayOf(planAfterAnswers([myBed], [answer(bed, 'not-now')], 'replace', making()))).toEqual([
			{ ...myBed, putAwayAt: 9 }
		]);
	});
});
