import { withDoneElsewhere, withHabits, type BroughtHabit } from '$lib/domain/brought-habits';
import type { Day } from '$lib/domain/day';
import { instantOf, type LocalDay } from '$lib/domain/local-day';
import { withoutPaperTicks } from '$lib/domain/paper-ticks';
import type { StepId } from '$lib/domain/step';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { Storage, Undo } from '$lib/storage/types';

/** Brings in the steps and the days of habits of another program, all or nothing. */
export async function bringHabits(storage: Storage, habits: readonly BroughtHabit[]): Promise<Undo> {
	const at = now();
	/** What was really added to each day: what was there before is not ours to take back. */
	const added = new Map<LocalDay, StepId[]>();
	const takenBack = (day: Day, steps: readonly StepId[]) => withoutPaperTicks(day, steps, instantOf(day.day));
	const backPlan = await storage.transaction(['plan', 'days'], async () => {
		let done: ReadonlyMap<LocalDay, readonly StepId[]> = new Map();
		const back = await storage.plan.change((steps) => {
			const plan = withHabits(steps, habits, { newId, at });
			done = plan.done;
			return plan.steps;
		});
		for (const [day, steps] of done)
			await storage.days.change(day, (record) => {
				added.set(
					day,
					steps.filter((step) => !record.ticks.some((tick) => tick.step === step))
				);
				return withDoneElsewhere(record, steps);
			});
		return back;
	});
	return () =>
		storage.transaction(['plan', 'days'], async () => {
			for (const [day, steps] of added)
				if (steps.length > 0) await storage.days.change(day, (record) => takenBack(record, steps));
			await backPlan();
		});
}
