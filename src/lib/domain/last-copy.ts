import type { Instant, LocalDay } from './local-day';
import { dayOf, fieldsOf, instantOf, present } from './parse';

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

/** Half a note is none. */
function countOf(value: unknown): number | undefined {
	return Number.isFinite(value) && (value as number) >= 0 ? Math.trunc(value as number) : undefined;
}

/** Parses an unknown value field by field; anything invalid is left out. */
export function parseKeptCopies(value: unknown): KeptCopies {
	const given = fieldsOf(value);
	const savedAt = instantOf(given.savedAt);
	const [notes, photos, bytes] = [countOf(given.notes), countOf(given.photos), countOf(given.bytes)];
	return present({ notBefore: dayOf(given.notBefore), ...(savedAt && { savedAt, notes, photos, bytes }) });
}
