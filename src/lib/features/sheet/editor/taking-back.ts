import { comparisonKey } from '$lib/domain/join-sheet';
import type { Line } from '$lib/domain/prescription';
import type { StepWish } from '$lib/domain/said';

/** A key for comparing lines: the same catalogue item, or the same words. */
function sayingOfLine({ item, activity, unknown, words }: Line): string {
	return String(item ?? activity ?? unknown ?? comparisonKey(words ?? ''));
}

/** The lines that are not among the rows yet. */
export function linesNotIn<T extends Line>(rows: readonly Line[], lines: readonly T[]): T[] {
	const known = new Set(rows.map(sayingOfLine));
	return lines.filter((line) => !known.has(sayingOfLine(line)));
}

/** The rows, each with what the person says of the same line. */
export function withWishes<T extends Line & { wish?: StepWish }>(
	rows: readonly T[],
	lines: readonly (Line & { wish?: StepWish })[]
): T[] {
	const wishes = new Map(lines.map((line) => [sayingOfLine(line), line.wish]));
	return rows.map((row) => {
		const wish = wishes.get(sayingOfLine(row));
		return wish ? { ...row, wish } : row;
	});
}

type Given = Record<string, unknown>;

/** A row as it was before a change, but for what was written in it since. */
function rowTakenBack<T extends object>(present: T, before: T, after: T): T {
	if (present === after) return before;
	const [is, was, became] = [present, before, after] as Given[];
	const fields = Object.keys({ ...was, ...is! }).map(
		(field) => [field, is![field] === became![field] ? was![field] : is![field]] as const
	);
	return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as T;
}

/** The rows as they were before a change; what was written since stays. */
export function rowsTakenBack<T extends { key: string }>(
	present: readonly T[],
	before: readonly T[],
	after: readonly T[]
): readonly T[] {
	const [is, was, became] = [present, before, after].map(
		(rows) => new Map(rows.map((row) => [row.key, row]))
	);
	const back = before.flatMap((row) => {
		const changed = became!.get(row.key);
		if (!changed) return row;
		const now = is!.get(row.key);
		return now ? rowTakenBack(now, row, changed) : [];
	});
	const since = present.filter((row) => !was!.has(row.key) && became!.get(row.key) !== row);
	const isAsBefore =
		since.length === 0 && back.length === before.length && back.every((row, i) => row === before[i]);
	return isAsBefore ? before : [...back, ...since];
}
