import { isEmptyDay, withoutTicksOf, withTicks, type Day } from '$lib/domain/day';
import type { EnvolDatabase } from './database';
import { difference, takingBack } from './difference';
import type { Step, StepId } from '$lib/domain/step';
import { observed } from './observed';
import type { PlanRepository } from './types';
import type { Write } from './write';
import type { WriteAhead } from './write-ahead';

type Steps = Readonly<Record<StepId, Step>>;
const byId = (steps: readonly Step[]): Steps => Object.fromEntries(steps.map((step) => [step.id, step]));

export function createPlan(db: EnvolDatabase, write: Write, ahead: WriteAhead): PlanRepository {
	const keeper = ahead.kind<Steps>('plan', () => ({
		tables: [db.steps],
		read: async () => byId(await db.steps.toArray()),
		put: async (before, after) => {
			const made = difference(Object.values(before), Object.values(after));
			await db.steps.bulkPut(made.put);
			await db.steps.bulkDelete(made.removed.map((step) => step.id));
		},
		parse: (value) => value as Steps
	}))();
	return {
		observe: () => observed(async () => Object.values(await keeper.read())),
		change: async (change, isTyped) => {
			const { before, after } = await keeper.change((steps) => byId(change(Object.values(steps))), isTyped);
			const made = difference(Object.values(before), Object.values(after));
			return () =>
				write([db.steps], async () => {
					const { put, removed } = takingBack(await db.steps.toArray(), made);
					await db.steps.bulkDelete(removed);
					await db.steps.bulkPut(put);
				});
		},
		removeExample: async () => {
			const removed = await write([db.steps, db.days], async () => {
				const steps = await db.steps.filter((step) => step.isExample === true).toArray();
				const gone = new Set(steps.map((step) => step.id));
				await db.steps.bulkDelete([...gone]);
				const days: Day[] = [];
				for (const day of await db.days.toArray()) {
					const after = withoutTicksOf(day, gone);
					if (after === day) continue;
					days.push({ day: day.day, ticks: day.ticks.filter((tick) => gone.has(tick.step)) });
					if (isEmptyDay(after)) await db.days.delete(day.day);
					else await db.days.put(after);
				}
				return { steps, days };
			});
			return () =>
				write([db.steps, db.days], async () => {
					const there = new Set(await db.steps.toCollection().primaryKeys());
					await db.steps.bulkPut(removed.steps.filter((step) => !there.has(step.id)));
					for (const { day, ticks } of removed.days)
						await db.days.put(withTicks((await db.days.get(day)) ?? { day, ticks: [] }, ticks));
				});
		}
	};
}
