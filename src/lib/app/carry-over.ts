import { withNote, withRest, withTicks, type Day } from '$lib/domain/day';
import { withDone } from '$lib/domain/done';
import type { KeptDice } from '$lib/domain/kept-dice';
import { withAdded } from '$lib/domain/new-step';
import { isInPlan, planOf } from '$lib/domain/step';
import type { Content, Storage } from '$lib/storage/types';

/** What is kept of the day, with what was done meanwhile; a note that is there already stays. */
function joined(kept: Day, done: Day): Day {
	const day = withTicks(kept, done.ticks);
	const busy = (done.done ?? []).reduce(withDone, day);
	const rested = done.isRest ? withRest(busy, true) : busy;
	return rested.note ? rested : withNote(rested, done.note);
}

/** The newest choices; of what the person made or put aside, both. */
function joinedDice(kept: KeptDice, chosen: KeptDice): KeptDice {
	const both = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
	return {
		...chosen,
		own: [...kept.own, ...chosen.own],
		favourites: both(kept.favourites, chosen.favourites),
		hidden: both(kept.hidden, chosen.hidden),
		later: both(kept.later, chosen.later),
		six: chosen.six.length > 0 ? chosen.six : kept.six
	};
}

/** Brings what was done in the stand-in into a storage that keeps. Safe to do again when it broke off. */
export async function carryOver({ steps, days, sheet, dice }: Content, storage: Storage): Promise<void> {
	if (steps.length > 0)
		await storage.plan.change((kept) => {
			const there = new Set(kept.map((step) => step.id));
			const missing = steps.filter((step) => !there.has(step.id));
			return [...withAdded(kept, planOf(missing)), ...missing.filter((step) => !isInPlan(step))];
		});
	// the newest one that the person kept
	if (sheet) await storage.sheet.change(() => sheet);
	if (dice) await storage.dice.change((kept) => joinedDice(kept, dice));
	for (const done of days) await storage.days.change(done.day, (kept) => joined(kept, done));
}
