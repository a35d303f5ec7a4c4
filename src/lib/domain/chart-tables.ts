import { forms, type Form } from './activity';
import type { Stretch } from './looking-back';
import { hasFeather, type Day } from './day';

/** One row of a table, and one bar, point or corner of the picture beside it: both are drawn from the same numbers. */
export interface TableRow<K extends string> {
	name: K;
	values: readonly number[];
}

/** Times of each form in each stretch, the earliest first; at most the latest `most` stretches. */
export function formsTable(
	stretches: readonly Stretch[],
	most: number
): { columns: Stretch[]; rows: TableRow<Form>[] } {
	const columns = stretches.slice(0, most).reverse();
	return { columns, rows: forms.map((name) => ({ name, values: columns.map((one) => one.forms[name]) })) };
}

/** The years in which something was done, the latest first. */
export function yearsIn(days: readonly Day[]): string[] {
	return [...new Set(days.filter(hasFeather).map(({ day }) => day.slice(0, 4)))].sort().reverse();
}

/** Days with something, in each of the twelve months of a year. */
export function monthsOf(days: readonly Day[], year: string): number[] {
	const months = Array<number>(12).fill(0);
	for (const day of days)
		if (hasFeather(day) && day.day.startsWith(year)) months[Number(day.day.slice(5, 7)) - 1]! += 1;
	return months;
}

/**
 * Days gathered since the beginning of the year, month by month, up to the last month with any: a line that only rises.
 */
export function gatheredIn(days: readonly Day[], year: string): number[] {
	const months = monthsOf(days, year);
	let all = 0;
	return months.slice(0, months.findLastIndex((count) => count > 0) + 1).map((count) => (all += count));
}
