import type { Idea } from './idea';
import type { Making } from './new-step';
import type { Step, StepId } from './step';

/** A step for something the dice showed, to be done once. */
export function stepFromIdea(
	{ activity, words, isQuoted }: Pick<Idea, 'activity' | 'words' | 'isQuoted'>,
	{ newId, at }: Making
): Step {
	return {
		id: newId() as StepId,
		...(activity !== undefined && { activity }),
		...(words !== undefined && { words }),
		...(isQuoted && { isQuoted }),
		habit: 'engage',
		isSmall: false,
		moment: 'any',
		frequency: { kind: 'once' },
		times: 1,
		order: 0,
		createdAt: at
	};
}
