import { chimes, type ActivityId, type Chime } from './activity';
import type { Day } from './day';
import type { Step } from './step';

/** How often each of the five showed in what a person did or wrote. Nothing is added up over the five. */
export type WhereLife = Readonly<Record<Chime, number>>;

/**
 * Counts the tags that steps, ideas and notes carry already; the person is asked nothing for it.
 * @param chimesOf the tags of an activity; none of one that is not known
 * @param steps put away ones included: what was done of them stays done
 */
export function whereLife(
	days: readonly Pick<Day, 'ticks' | 'done'>[],
	steps: readonly Pick<Step, 'id' | 'activity'>[],
	notes: readonly { chimes: readonly Chime[] }[],
	chimesOf: (activity: ActivityId) => readonly Chime[]
): WhereLife {
	const counted = Object.fromEntries(chimes.map((chime) => [chime, 0])) as Record<Chime, number>;
	const add = (tags: readonly Chime[]) => tags.forEach((chime) => (counted[chime] += 1));
	const ofSteps = new Map(steps.map(({ id, activity }) => [id, activity ? chimesOf(activity) : []]));
	for (const { ticks, done = [] } of days) {
		for (const { step } of ticks) add(ofSteps.get(step) ?? []);
		for (const { activity } of done) if (activity) add(chimesOf(activity));
	}
	for (const note of notes) add(note.chimes);
	return counted;
}
