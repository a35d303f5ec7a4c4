import type { KeptCopies } from './last-copy';
import { addDays, daysBetween, type Instant, type LocalDay } from './local-day';

/** So many notes are worth keeping elsewhere too. */
export const notesWorthACopy = 3;
/** Days between two times that Today asks. */
export const askedEvery = 14;

export interface WhenAsked {
	/** How many notes there are; more than `notesWorthACopy` need not be counted. */
	notes: number;
	/** When a note was last written, or a step chosen. */
	lastWrittenAt?: Instant | undefined;
	copies: KeptCopies;
	/** The day of `copies.savedAt`. */
	savedOn?: LocalDay | undefined;
	today: LocalDay;
	isHardDay: boolean;
}

/**
 * May Today ask, softly, for a copy? After three notes; then every 14 days, if something was written since; never on a hard
 * day, and not for 14 days after "Not now".
 */
export function mayAskForCopy({
	notes,
	lastWrittenAt,
	copies,
	savedOn,
	today,
	isHardDay
}: WhenAsked): boolean {
	if (isHardDay || notes < notesWorthACopy) return false;
	if (copies.notBefore !== undefined && today < copies.notBefore) return false;
	if (copies.savedAt === undefined || savedOn === undefined) return true;
	return daysBetween(savedOn, today) >= askedEvery && (lastWrittenAt ?? 0) > copies.savedAt;
}

/** "Not now". */
export function notNow(copies: KeptCopies, today: LocalDay): KeptCopies {
	return { ...copies, notBefore: addDays(today, askedEvery) };
}
