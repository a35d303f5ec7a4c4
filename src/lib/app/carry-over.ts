import { withNote, withRest, withTicks, type Day } from '$lib/domain/day';
import { withAdded } from '$lib/domain/new-step';
import { isInPlan, planOf } from '$lib/domain/step';
import type { Content, Storage } from '$lib/storage/types';

/** What is kept of the day, with what was done meanwhile; a note that is there already stays. */
function joined(kept: Day, done: Day): Day {
	const day = withTicks(kept, done.ticks);
	const rested = done.isRest ? withRest(day, true) : day;
	return rested.note ? rested : withNote(rested, done.note);
}

/** Brings what was done in the stand-in into a storage that keeps. Safe to do again when it broke off. */
export async function carryOver({ steps, days, sheet }: Content, storage: Storage): Promise<void> {
	if (steps.length > 0)
		await storage.plan.change((kept) => {
			const there = new Set(kept.map((step) => step.id));
			const missing = steps.filter((step) => !there.has(step.id));
			return [...withAdded(kept, planOf(missing)), ...missing.filter((step) => !isInPlan(step))];
		});
	// the newest one that the person kept
	if (sheet) await storage.sheet.change(() => sheet);
	for (const done of days) await storage.days.change(done.day, (kept) => joined(kept, done));
}
