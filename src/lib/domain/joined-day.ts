import { withHow, withNote, withRest, withTicks, type Day, type DoneIdea } from './day';
import { joinTexts } from './note';
import type { StepId } from './step';

/** Two different ideas done at the same instant: one is moved by a millisecond, so that both remain. */
function withBoth(done: readonly DoneIdea[], idea: DoneIdea): DoneIdea[] {
	const same = (other: DoneIdea) =>
		other.activity === idea.activity && other.words === idea.words && other.form === idea.form;
	let { at } = idea;
	for (let there = done.find((one) => one.at === at); there; there = done.find((one) => one.at === at)) {
		if (same(there))
			return done.map((one) => (one === there && idea.felt && !one.felt ? { ...one, felt: idea.felt } : one));
		at += 1;
	}
	return [...done, { ...idea, at }].sort((a, b) => a.at - b.at);
}

/** What one of the two put aside, but not what the other did: a step that was done stays in the list. */
function asideIn(one: Day, other: Day): StepId[] {
	return (one.notToday ?? []).filter(
		(step) => other.notToday?.includes(step) || !other.ticks.some((tick) => tick.step === step)
	);
}

/**
 * The same day as two devices, or two storages of one, know it: every tick, idea and answer of either, and both notes; of how
 * it was, mine. Joining the same day again changes nothing.
 */
export function joinedDays(mine: Day, theirs: Day): Day {
	const done = (theirs.done ?? []).reduce<readonly DoneIdea[]>(withBoth, mine.done ?? []);
	// sorted, so that the result is the same in either direction
	const aside = [...new Set([...asideIn(mine, theirs), ...asideIn(theirs, mine)])].sort();
	const [first = '', second = ''] = [mine.note ?? '', theirs.note ?? ''].sort();
	const { notToday: _, ...day } = withTicks(withHow(mine, mine.how ?? theirs.how), theirs.ticks);
	return withNote(
		withRest(
			{ ...day, ...(aside.length > 0 && { notToday: aside }), ...(done.length > 0 && { done }) },
			Boolean(mine.isRest ?? theirs.isRest)
		),
		joinTexts(first, second, '')
	);
}
