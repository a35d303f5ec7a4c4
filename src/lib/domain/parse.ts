import { isInstant, isLocalDay, type Instant, type LocalDay } from './local-day';
import { longestWords, tidyLines, tidyWords } from './tidy-words';

/**
 * Unknown values, as they come from storage, a copy or another tab, read field by field. Nothing here throws, and what was read
 * once reads the same again.
 */
export type Given = Record<string, unknown>;

/** Its fields; none of a list, a text or nothing. */
export function fieldsOf(value: unknown): Given {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
}

/** What can be read of a list, at most `most` of it; nothing of anything else. */
export function listOf<T>(
	value: unknown,
	parse: (one: unknown) => T | undefined,
	most: number = Infinity
): T[] {
	return (Array.isArray(value) ? value : []).flatMap((one) => parse(one) ?? []).slice(0, most);
}

export function oneOf<T>(choices: readonly T[], value: unknown): T | undefined {
	return choices.find((choice) => choice === value);
}

/** Those of the choices that are in the list, in their own order. */
export function someOf<T>(choices: readonly T[], value: unknown): T[] {
	return Array.isArray(value) ? choices.filter((choice) => value.includes(choice)) : [];
}

/** A text as it is; undefined when it is longer than `longest` characters. */
export function textOf(value: unknown, longest = Infinity): string | undefined {
	return typeof value === 'string' && value.length <= longest ? value : undefined;
}

/**
 * Words that came late (of an old tab, or of a page that closed) are joined to what stands in a field, and none may be cut:
 * together they may be longer than what can be typed there. See `madeUpFor` in src/lib/storage/difference.ts.
 */
const joinedMost = 10;

/** See {@link tidyWords}. @param longest what can be typed there, in characters */
export function wordsFrom(value: unknown, longest = longestWords): string | undefined {
	return tidyWords(textOf(value), longest * joinedMost);
}

/** See {@link tidyLines}. @param longest what can be typed there, in characters */
export function linesFrom(value: unknown, longest: number): string | undefined {
	return tidyLines(textOf(value), longest * joinedMost);
}

/** An id, short enough, and no name that every object answers to ('constructor'). */
export function idOf(value: unknown, longest = 120): string | undefined {
	const id = textOf(value, longest);
	return id && !(id in Object.prototype) ? id : undefined;
}

export function trueOf(value: unknown): true | undefined {
	return value === true || undefined;
}

export function dayOf(value: unknown): LocalDay | undefined {
	return isLocalDay(value) ? value : undefined;
}

export function instantOf(value: unknown): Instant | undefined {
	return value === 0 || isInstant(value) ? value : undefined;
}

/** The fields that are there. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<
		typeof present<T>
	>;
}

/** Each id once, the first one. */
export function eachOnce<T extends { id: string }>(list: readonly T[]): T[] {
	return list.filter((one, i) => list.findIndex(({ id }) => id === one.id) === i);
}
