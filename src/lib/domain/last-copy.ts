import { fieldsOf } from './listed';
import { isInstant, isLocalDay, type Instant, type LocalDay } from './local-day';

/** The last copy that was saved, and when Today may ask for the next one. */
export interface KeptCopies {
	/** When it was saved; the next fields say how much was in it. */
	savedAt?: Instant;
	notes?: number;
	photos?: number;
	bytes?: number;
	/** "Not now": not asked again before this day. */
	notBefore?: LocalDay;
}

export const noCopies: KeptCopies = {};

/** Parses an unknown value field by field; anything invalid is left out. */
export function parseKeptCopies(value: unknown): KeptCopies {
	const { savedAt, notBefore, ...given } = fieldsOf(value);
	const counts = (['notes', 'photos', 'bytes'] as const).filter((field) => (given[field] as number) >= 0);
	return {
		...(isInstant(savedAt) && {
			savedAt,
			...Object.fromEntries(counts.map((field) => [field, Math.trunc(Number(given[field]))]))
		}),
		...(isLocalDay(notBefore) && { notBefore })
	};
}
