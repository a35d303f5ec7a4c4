// @vitest-environment node
import { expect, test } from 'vitest';
import { withIdea, withoutIdea } from '$lib/domain/idea-in-plan';
import { planOf, putAwayOf } from '$lib/domain/step';
import { idsInOrder, stepsNamed } from '../../support/builders';

const making = { newId: idsInOrder(), at: 5 };
const id = 'phy-go-pool-swim-float-walk';

test('an idea joins the plan once, at its end, and comes back with its history once it was put away', () => {
	const steps = withIdea(stepsNamed('a', 'b'), id, making);
	expect(planOf(steps).at(-1)).toMatchObject({
		activity: id,
		frequency: { kind: 'most-days' },
		moment: 'any'
	});
	expect(withIdea(steps, id, making)).toEqual(steps);
	const away = withoutIdea(steps, id, 9);
	expect(planOf(away)).toHaveLength(2);
	expect(putAwayOf(away)).toHaveLength(1);
	const back = withIdea(away, id, making);
	expect(planOf(back).at(-1)!.id).toBe(planOf(steps).at(-1)!.id);
	expect(back).toHaveLength(3);
});
