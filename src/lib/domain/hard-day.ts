import type { Instant, LocalDay } from './local-day';
import { dayOf, fieldsOf, instantOf, present, someOf, trueOf, wordsFrom } from './parse';
import { tidyWords } from './step';

/** What is enough on a hard day. A tick here is not a tick of a step: it is never counted or looked back at. */
export const hardDayRows = ['stay', 'up', 'eat', 'rest'] as const;
export type HardDayRow = (typeof hardDayRows)[number];

/** What may have helped, answered afterwards by a person who wants to. */
export const helpings = [...hardDayRows, 'lines', 'pass', 'here', 'kept', 'person', 'help'] as const;
export type Helping = (typeof helpings)[number];

/** Longest own words about what helped, in characters. */
export const longestHelped = 120;

/** "Just the minimum": whether it is on, and what helped before. */
export interface HardDay {
	/** When it was last turned on. */
	since?: Instant;
	/** When the person last felt ready for more. */
	readyAt?: Instant;
	/** Afterwards, the whole list is shown rather than tiny versions. */
	isWhole?: true;
	/** The rows ticked on one day; the next day starts empty. */
	ticked: { day?: LocalDay; rows: readonly HardDayRow[] };
	/** What helped, for the next time. */
	helped: readonly Helping[];
	helpedWords?: string;
}

export const noHardDay: HardDay = { ticked: { rows: [] }, helped: [] };

/** Reads it from anywhere, field by field; what cannot be read is as if it were never there. */
export function parseHardDay(value: unknown): HardDay {
	const given = fieldsOf(value);
	const ticked = fieldsOf(given.ticked);
	const day = dayOf(ticked.day);
	return {
		ticked: day ? { day, rows: someOf(hardDayRows, ticked.rows) } : noHardDay.ticked,
		helped: someOf(helpings, given.helped),
		...present({
			since: instantOf(given.since),
			readyAt: instantOf(given.readyAt),
			isWhole: trueOf(given.isWhole),
			helpedWords: wordsFrom(given.helpedWords, longestHelped)
		})
	};
}

/**
 * Whether it is on: the later of the two choices counts, wherever it was stored.
 * @param mirrored when it was turned on, according to the mirror: all there is where storage is blocked
 */
export function isHardDay({ since = 0, readyAt = 0 }: HardDay, mirrored: Instant = 0): boolean {
	return Math.max(since, mirrored) > readyAt;
}

export function turnedOn(kept: HardDay, at: Instant): HardDay {
	// turning it on must work after the clock was set back
	return { ...kept, since: Math.max(at, (kept.readyAt ?? 0) + 1) };
}

export function turnedOff({ isWhole: _, ...kept }: HardDay, at: Instant, mirrored: Instant = 0): HardDay {
	// and so must leaving
	return { ...kept, readyAt: Math.max(at, kept.since ?? 0, mirrored) };
}

export function rowsTicked({ ticked }: HardDay, day: LocalDay): readonly HardDayRow[] {
	return ticked.day === day ? ticked.rows : [];
}

export function withRow(kept: HardDay, day: LocalDay, row: HardDayRow, isDone: boolean): HardDay {
	const others = rowsTicked(kept, day).filter((each) => each !== row);
	return { ...kept, ticked: { day, rows: isDone ? [...others, row] : others } };
}

export function withHelping(kept: HardDay, helping: Helping, isIn: boolean): HardDay {
	const others = kept.helped.filter((each) => each !== helping);
	return { ...kept, helped: isIn ? [...others, helping] : others };
}

export function withHelpedWords({ helpedWords: _, ...kept }: HardDay, text: string): HardDay {
	const words = tidyWords(text, longestHelped);
	return words ? { ...kept, helpedWords: words } : kept;
}

/** Merges both: what helped is never lost, and the later choice counts. */
export function joinedHardDays(kept: HardDay, chosen: HardDay): HardDay {
	return {
		...kept,
		...chosen,
		helped: helpings.filter((each) => [...kept.helped, ...chosen.helped].includes(each))
	};
}
