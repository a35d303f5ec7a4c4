import type { KeptCopies } from './last-copy';
import { addDays, daysBetween, type Instant, type LocalDay } from './local-day';

/** From this many notes on, a copy elsewhere is worth suggesting. */
export const notesWorthACopy = 3;
/** Days between two suggestions on Today. */
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
 * Whether Today may softly suggest a copy: after three notes; then every 14 days if something was written since;
 * never on a hard day, and not for 14 days after "Not now".
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

/** Records that the person answered "Not now". */
export function notNow(copies: KeptCopies, today: LocalDay): KeptCopies {
	return { ...copies, notBefore: addDays(today, askedEvery) };
}
