import { isEmptyDay } from '$lib/domain/day';
import type { Instant } from '$lib/domain/local-day';
import type { Rows } from './rows';
import type { CopySummary } from './types';

const isThere = ({ deletedAt }: { deletedAt?: Instant }) => deletedAt === undefined;

/** Counts what rows contain. @param madeAt when the copy was made; now, for the data of this device */
export function summaryOf(rows: Rows, madeAt: Instant): CopySummary {
	const days = rows.days.filter((day) => !isEmptyDay(day));
	const notes = rows.notes.filter(isThere);
	const withSomething = [...days.map(({ day }) => day), ...notes.map(({ day }) => day)].sort();
	const instants = [
		...days.flatMap(({ ticks, done = [] }) => [...ticks, ...done].map(({ at }) => at)),
		...rows.notes.map(({ changedAt }) => changedAt),
		...rows.photos.map(({ at }) => at),
		...rows.steps.map(({ createdAt }) => createdAt)
	];
	const newestAt = instants.reduce((latest, at) => Math.max(latest, at), 0);
	const [firstDay, lastDay] = [withSomething[0], withSomething.at(-1)];
	return {
		madeAt,
		days: days.length,
		notes: notes.length,
		photos: rows.photos.filter(isThere).length,
		recordings: rows.recordings.filter(isThere).length,
		steps: rows.steps.length,
		...(newestAt > 0 && { newestAt }),
		...(firstDay && { firstDay }),
		...(lastDay && { lastDay })
	};
}
