import { isInstant, isLocalDay, type Instant, type LocalDay } from './local-day';

/** The last copy that was saved, and until when nobody asks for the next one. */
export interface KeptCopies {
	/** When one was last saved; the next fields say how much was in it. */
	savedAt?: Instant;
	notes?: number;
	photos?: number;
	bytes?: number;
	/** "Not now": not asked again before this day. */
	notBefore?: LocalDay;
}

export const noCopies: KeptCopies = {};

/** Reads it from anywhere, field by field; what cannot be read is as if it were never there. */
export function parseKeptCopies(value: unknown): KeptCopies {
	const given = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
	const kept: KeptCopies = {};
	if (isInstant(given.savedAt)) {
		kept.savedAt = given.savedAt;
		for (const field of ['notes', 'photos', 'bytes'] as const) {
			const count = given[field];
			if (Number.isSafeInteger(count) && (count as number) >= 0) kept[field] = count as number;
		}
	}
	if (isLocalDay(given.notBefore)) kept.notBefore = given.notBefore;
	return kept;
}

/** What both know of: the later copy, the later day. */
export function joinedCopies(one: KeptCopies, other: KeptCopies): KeptCopies {
	const later = (other.savedAt ?? 0) > (one.savedAt ?? 0) ? other : one;
	const { notBefore: _, ...saved } = later;
	const days = [one.notBefore, other.notBefore].flatMap((day) => day ?? []).sort();
	const notBefore = days.at(-1);
	return { ...saved, ...(notBefore && { notBefore }) };
}
