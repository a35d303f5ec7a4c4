import type { ActivityId } from './activity';
import type { Instant } from './local-day';
import { broughtBack, putAway, taken, withAdded, type Making } from './new-step';
import { planOf, putAwayOf, type Step, type StepId } from './step';

/** The plan with an activity, to be done most days, once: one that was put away comes back with its history. */
export function withIdea(steps: readonly Step[], activity: ActivityId, { newId, at }: Making): Step[] {
	if (planOf(steps).some((step) => step.activity === activity)) return [...steps];
	const away = putAwayOf(steps).find((step) => step.activity === activity);
	const added: Step = away
		? taken(broughtBack(away))
		: {
				id: newId() as StepId,
				activity,
				habit: 'engage',
				isSmall: false,
				moment: 'any',
				frequency: { kind: 'most-days' },
				times: 1,
				order: 0,
				createdAt: at
			};
	return withAdded(
		steps.filter((step) => step !== away),
		[added]
	);
}

/** The plan without it; its history stays. */
export function withoutIdea(steps: readonly Step[], activity: ActivityId, at: Instant): Step[] {
	return steps.map((step) => (step.activity === activity && !step.putAwayAt ? putAway(step, at) : step));
}
