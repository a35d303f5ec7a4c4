import { liveQuery } from 'dexie';
import { withoutTicksOf, isEmptyDay } from '$lib/domain/day';
import type { EnvolDatabase } from './database';
import { difference } from './difference';
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
					await db.steps.bulkDelete(made.added);
					await db.steps.bulkPut([...made.changed, ...made.gone]);
				});
		},
		removeExample: () =>
			write([db.steps, db.days], async () => {
				const examples = await db.steps.filter((step) => step.isExample === true).toArray();
				const gone = new Set(examples.map((step) => step.id));
				await db.steps.bulkDelete([...gone]);
				const days = await db.days.toArray();
				for (const day of days) {
					const after = withoutTicksOf(day, gone);
					if (after === day) continue;
					if (isEmptyDay(after)) await db.days.delete(day.day);
					else await db.days.put(after);
				}
			})
	};
}
