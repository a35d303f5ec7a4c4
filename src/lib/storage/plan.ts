import { liveQuery } from 'dexie';
import { isEmptyDay, withoutTicksOf, withTicks, type Day } from '$lib/domain/day';
import type { EnvolDatabase } from './database';
import { difference, takingBack } from './difference';
import type { PlanRepository } from './types';
import type { Write } from './write';

export function createPlan(db: EnvolDatabase, write: Write): PlanRepository {
	return {
		observe: () => liveQuery(() => db.steps.toArray()),
		change: async (change) => {
			const made = await write([db.steps], async () => {
				const before = await db.steps.toArray();
				const made = difference(before, change(before));
				await db.steps.bulkPut(made.put);
				await db.steps.bulkDelete(made.gone.map((step) => step.id));
				return made;
			});
			return () =>
				write([db.steps], async () => {
					const { put, gone } = takingBack(await db.steps.toArray(), made);
					await db.steps.bulkDelete(gone);
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
