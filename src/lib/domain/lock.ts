import { isInstant, type Instant } from './local-day';
import { fieldsOf, oneOf } from './parse';
import { normalisePassphrase } from './passphrase';

/** What opens the lock, beside its recovery page and a passkey. */
export type WordsKind = 'passphrase' | 'pin';

export const fewestDigits = 6;
export const fewestLetters = 8;
export const mostLetters = 200;

/** Why these cannot open a lock; undefined for what can. */
export type WordsTrouble = 'empty' | 'notDigits' | 'short' | 'long';

const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));

/** What this digit of any script counts; in each they stand in a row of ten. */
function valueOf(digit: string): string {
	const code = digit.codePointAt(0)!;
	let zero = code;
	while (isDigit(zero - 1)) zero -= 1;
	return String((code - zero) % 10);
}

/**
 * What was typed, whatever keyboard wrote it: digits of any script are the same, and so is an emoji with and without the sign that asks for
 * its picture. The key is made from this. @param isPage whether the words are those of the recovery page, which have no digits
 */
export function typedAlike(typed: string, isPage = false): string {
	const alike = typed.replace(/[\ufe0e\ufe0f]/g, '').replace(/\p{Nd}/gu, valueOf);
	return isPage ? alike.replace(/(^|\s)\d[.):]?(?=\s)/g, '$1').replace(/0/g, 'o') : alike;
}

/** Of what was typed the first time, whatever stands in the second field. */
export function lookAtWords(kind: WordsKind, typed: string): WordsTrouble | undefined {
	const words = kind === 'pin' ? typed.replace(/\s/g, '') : typed.trim();
	if (words === '') return 'empty';
	if (kind === 'pin' && !/^\p{Nd}+$/u.test(words)) return 'notDigits';
	// a dash or an accent makes nothing harder to guess: the key is made without them
	const { length } = [...normalisePassphrase(typedAlike(words))];
	if (length < (kind === 'pin' ? fewestDigits : fewestLetters)) return 'short';
	return length > mostLetters ? 'long' : undefined;
}

/** Wrong tries in a row, and when the last one was. */
export interface Tries {
	wrong: number;
	at: Instant;
}

/** In ms: after the first three, each try waits a little longer. Nothing is ever erased for it. */
const pausesMs = [0, 0, 0, 0, 5_000, 15_000, 30_000, 60_000];
export const longestPauseMs = 60_000;

const pauseAfter = (wrong: number): number => pausesMs[wrong] ?? longestPauseMs;

export function withWrong({ wrong }: Pick<Tries, 'wrong'>, now: Instant): Tries {
	return { wrong: wrong + 1, at: now };
}

/** How long the next try still has to wait, in ms. A clock that was set back never makes that longer than one pause. */
export function pauseLeft({ wrong, at }: Tries, now: Instant): number {
	const pause = pauseAfter(wrong);
	return Math.min(pause, Math.max(0, at + pause - now));
}

export const minuteChoices = [1, 5, 15, 60, 'never'] as const;
/** How long somebody may be away before Envol locks by itself. */
export type LockMinutes = (typeof minuteChoices)[number];
export const usualMinutes: LockMinutes = 5;

/** Reading needs no touch: a page that is in view waits at least this long. */
const leastInView = 5;

/** How long nobody was there, in ms. */
export interface Away {
	/** Since the page went out of view; undefined while it is in view. */
	hiddenMs?: number | undefined;
	/** Since the last touch, key or scroll. */
	untouchedMs: number;
}

export function locksNow(minutes: LockMinutes, { hiddenMs, untouchedMs }: Away): boolean {
	if (minutes === 'never') return false;
	const after = (count: number) => count * 60_000;
	if (hiddenMs !== undefined && hiddenMs >= after(minutes)) return true;
	return untouchedMs >= after(Math.max(minutes, leastInView));
}

/** What is known of the lock before it is open, and is no secret. */
export interface LockHabits {
	minutes: LockMinutes;
	tries?: Tries | undefined;
	/** When it was last closed: a page that slept through that finds out. */
	lockedAt?: Instant | undefined;
}

export function parseLockHabits(value: unknown): LockHabits {
	const { minutes, tries, lockedAt } = fieldsOf(value);
	const { wrong, at } = fieldsOf(tries);
	const areTries = Number.isSafeInteger(wrong) && (wrong as number) > 0 && isInstant(at);
	return {
		minutes: oneOf(minuteChoices, minutes) ?? usualMinutes,
		...(areTries && { tries: { wrong: wrong as number, at } }),
		...(isInstant(lockedAt) && { lockedAt })
	};
}
