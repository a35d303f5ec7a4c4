import { emptyDay, isEmptyDay, type Day } from '$lib/domain/day';
import type { LocalDay } from '$lib/domain/local-day';
import type { EnvolDatabase } from './database';
import { observed } from './observed';
import type { DaysRepository } from './types';
import type { WriteAhead } from './write-ahead';

export function createDays(db: EnvolDatabase, ahead: WriteAhead): DaysRepository {
	const keeperOf = ahead.kind<Day>('days', (id) => {
		const day = id as LocalDay;
		return {
			tables: [db.days],
			read: async () => (await db.days.get(day)) ?? emptyDay(day),
			put: (_, after) => (isEmptyDay(after) ? db.days.delete(day) : db.days.put(after)),
			putsAtOnce: true,
			parse: (value) => value as Day
		};
	});
	return {
		observe: (day) =>
			observed(async () => {
				const record = await keeperOf(day).read();
				return isEmptyDay(record) ? undefined : record;
			}),
		observeBetween: (from, to) =>
			observed(() => db.days.where('day').between(from, to, true, true).toArray()),
		change: async (day, change, isTyped) => (await keeperOf(day).change(change, isTyped)).after
	};
}
