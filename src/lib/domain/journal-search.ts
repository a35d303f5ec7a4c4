import type { Chime } from './activity';
import type { PromptDimension } from './journal-prompt';
import { addDays, localDay, startOfWeek, type LocalDay } from './local-day';
import { newestFirst, type Note, type NoteId } from './note';
import { wordMatcher, spaced } from './search';

/** 'YYYY-MM'. */
export type Month = string;

/** What the person looks for. A field that is not set matches everything. */
export interface Wanted {
	typed?: string;
	dimension?: PromptDimension;
	chime?: Chime;
	tag?: string;
	month?: Month;
	day?: LocalDay;
	isKept?: true;
}

/**
 * Notes to be searched on each key press: newest first, without deleted ones. Their plain text is made on demand.
 */
export type Shelf = readonly { note: Note; plain: () => string }[];

/** Makes shelves. Reuses the plain text of notes that did not change. */
export function createShelfMaker(): (notes: readonly Note[], besides: (note: Note) => string) => Shelf {
	const known = new Map<NoteId, { changedAt: number; besides: string; plain: string }>();
	function read(note: Note, extra: string): string {
		const before = known.get(note.id);
		if (before?.changedAt === note.changedAt && before.besides === extra) return before.plain;
		const text = spaced([note.text, ...note.tags, extra].join(' '));
		known.set(note.id, { changedAt: note.changedAt, besides: extra, plain: text });
		return text;
	}
	return (notes, besides) =>
		notes
			.filter(({ deletedAt }) => deletedAt === undefined)
			.sort(newestFirst)
			.map((note) => {
				let made: string | undefined;
				return { note, plain: () => (made ??= read(note, besides(note))) };
			});
}

/** Notes in which each typed word begins a word and every other field matches; newest first. */
export function search(shelf: Shelf, wanted: Wanted): Note[] {
	const isIn = wordMatcher(wanted.typed ?? '');
	const tag = wanted.tag?.toLowerCase();
	return shelf
		.filter(
			({ note, plain }) =>
				(!wanted.dimension || note.dimension === wanted.dimension) &&
				(!wanted.chime || note.chimes.includes(wanted.chime)) &&
				(!tag || note.tags.some((each) => each.toLowerCase() === tag)) &&
				(!wanted.month || note.day.startsWith(wanted.month)) &&
				(!wanted.day || note.day === wanted.day) &&
				(!wanted.isKept || note.keptAt !== undefined) &&
				(!isIn || isIn(plain()))
		)
		.map(({ note }) => note);
}

/** The person's own tags, the most used first. */
export function tagsIn(notes: readonly Note[]): string[] {
	const counts = new Map<string, { tag: string; count: number }>();
	for (const { tags, deletedAt } of notes)
		if (deletedAt === undefined)
			for (const tag of tags) {
				const known = counts.get(tag.toLowerCase());
				counts.set(tag.toLowerCase(), { tag: known?.tag ?? tag, count: (known?.count ?? 0) + 1 });
			}
	return [...counts.values()]
		.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1))
		.map(({ tag }) => tag);
}

/** Every month with a note in it, newest first. */
export function monthsIn(notes: readonly Note[]): Month[] {
	return [
		...new Set(notes.filter(({ deletedAt }) => deletedAt === undefined).map(({ day }) => day.slice(0, 7)))
	]
		.sort()
		.reverse();
}

export function monthOf(day: LocalDay): Month {
	return day.slice(0, 7);
}

/** The next month, or the previous one with -1. */
export function monthAfter(month: Month, by: 1 | -1): Month {
	const first = localDay(`${month}-01`);
	return monthOf(by === 1 ? addDays(first, 31) : addDays(first, -1));
}

/**
 * The weeks of a month, starting on Sunday or Monday, seven days each; days of neighbouring months are undefined.
 */
export function weeksOf(month: Month, startsOn: 'sunday' | 'monday'): (LocalDay | undefined)[][] {
	const first = localDay(`${month}-01`);
	const from = startsOn === 'monday' ? startOfWeek(first) : addDays(startOfWeek(addDays(first, 1)), -1);
	const weeks: (LocalDay | undefined)[][] = [];
	for (let day = from; monthOf(day) <= month; day = addDays(day, 7))
		weeks.push(
			Array.from({ length: 7 }, (_, i) => {
				const each = addDays(day, i);
				return monthOf(each) === month ? each : undefined;
			})
		);
	return weeks;
}

/** How many notes there are about each day. */
export function countsByDay(notes: readonly Note[]): ReadonlyMap<LocalDay, number> {
	const counts = new Map<LocalDay, number>();
	for (const { day } of notes) counts.set(day, (counts.get(day) ?? 0) + 1);
	return counts;
}
