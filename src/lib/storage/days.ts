import { liveQuery } from 'dexie';
import { emptyDay, isEmptyDay } from '$lib/domain/day';
import type { EnvolDatabase } from './database';
import type { DaysRepository } from './types';
import type { Write } from './write';

export function createDays(db: EnvolDatabase, write: Write): DaysRepository {
	return {
		observe: (day) => liveQuery(() => db.days.get(day)),
		observeBetween: (from, to) =>
			liveQuery(() => db.days.where('day').between(from, to, true, true).toArray()),
		change: (day, change) =>
			write([db.days], async () => {
				const before = await db.days.get(day);
				const after = change(before ?? emptyDay(day));
				if (after === before) return after;
				if (isEmptyDay(after)) await db.days.delete(day);
				else await db.days.put(after);
				return after;
			})
	};
}
