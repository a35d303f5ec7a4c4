import { joinedHardDays } from '$lib/domain/hard-day';
import { joinSheet } from '$lib/domain/join-sheet';
import { joinedCalendars, parseKeptCalendar } from '$lib/domain/kept-calendar';
import { noDice } from '$lib/domain/kept-dice';
import { mostLines } from '$lib/domain/kept-lines';
import type { KeptCopies } from '$lib/domain/last-copy';
import { nextOrder, type Items, type Listed, inOrder } from '$lib/domain/listed';
import { joinedNotes } from '$lib/domain/my-plan';
import { joinedNearness, parseNearness } from '$lib/domain/nearness';
import { parsePreferences } from '$lib/domain/preferences';
import { joinedLooks, parseLooks } from '$lib/domain/kept-looks';
import { isSame } from '$lib/storage/difference';
import { kindOf, recordNames, type Kept, type RecordName } from '$lib/storage/kept-records';

/** Keeps mine unchanged; appends entries that only the other has. */
function joinedLists<T extends Listed>(mine: Items<T>, theirs: Items<T>): Items<T> {
	const first = nextOrder(mine);
	const added = inOrder(theirs).filter(({ id }) => !Object.hasOwn(mine, id));
	const both = {
		...mine,
		...Object.fromEntries(added.map((item, i) => [item.id, { ...item, order: first + i }]))
	};
	// fills in fields that are empty on this device
	for (const [id, item] of Object.entries(mine)) {
		const other = theirs[id] as Record<string, unknown> | undefined;
		const words = Object.entries(other ?? {}).filter(
			([field, value]) => typeof value === 'string' && !(item as unknown as Record<string, unknown>)[field]
		);
		if (words.length > 0) both[id] = { ...item, ...Object.fromEntries(words) };
	}
	return both;
}

const union = (mine: readonly string[], theirs: readonly string[]) => [...new Set([...mine, ...theirs])];

/** My choices; theirs where I made none. */
function chosen<T extends object>(mine: T, theirs: T, none: T): T {
	const fields = Object.entries(mine).filter(([field, value]) => !isSame(value, none[field as keyof T]));
	return { ...theirs, ...Object.fromEntries(fields) };
}

/** The later of both copies, and the later of both days. */
function joinedCopies(mine: KeptCopies, theirs: KeptCopies): KeptCopies {
	const later = (theirs.savedAt ?? 0) > (mine.savedAt ?? 0) ? theirs : mine;
	const notBefore = [mine.notBefore, theirs.notBefore]
		.flatMap((day) => day ?? [])
		.sort()
		.at(-1);
	return { ...later, ...(notBefore && { notBefore }) };
}

/** How each record is merged: this device's value where only one can remain, both where it is a list. */
const joins: { [K in RecordName]: (mine: Kept<K>, theirs: Kept<K>) => Kept<K> } = {
	sheet: (mine, theirs) => {
		if (!mine || !theirs) return mine ?? theirs;
		const teamPhone = mine.teamPhone ?? theirs.teamPhone;
		return { ...joinSheet(mine, theirs), ...(teamPhone && { teamPhone }) };
	},
	dice: (mine, theirs) => {
		const known = new Set(mine.own.map(({ id }) => id));
		return {
			...chosen(mine, theirs, noDice),
			own: [...mine.own, ...theirs.own.filter(({ id }) => !known.has(id))],
			favourites: union(mine.favourites, theirs.favourites),
			hidden: union(mine.hidden, theirs.hidden),
			// the most recent ones come last
			later: union(theirs.later, mine.later),
			seen: union(theirs.seen, mine.seen)
		};
	},
	hardDay: (mine, theirs) => joinedHardDays(theirs, mine),
	lines: (mine, theirs) => {
		const known = new Set(mine.lines.flatMap(({ id, words }) => [id, words]));
		const added = theirs.lines.filter(({ id, words }) => !known.has(id) && !known.has(words));
		return { lines: [...mine.lines, ...added].slice(0, mostLines) };
	},
	wayOfWriting: (mine) => mine,
	people: joinedLists,
	mySigns: joinedLists,
	wants: joinedLists,
	agreements: joinedLists,
	questions: joinedLists,
	visitLines: joinedLists,
	visitShown: (mine, theirs) => ({ ...mine, ...theirs }),
	nearness: (mine, theirs) => ({ ...joinedNearness(parseNearness(theirs), parseNearness(mine)) }),
	planNotes: (mine, theirs) => {
		const both = joinedNotes(mine, theirs);
		const { visitOn, visitSince, lookedOn } = { ...theirs, ...mine };
		return {
			...both,
			...(visitOn && { visitOn }),
			...(visitSince && { visitSince }),
			...(lookedOn && { lookedOn })
		};
	},
	copies: joinedCopies,
	calendar: (mine, theirs) => ({ ...joinedCalendars(parseKeptCalendar(theirs), parseKeptCalendar(mine)) }),
	looks: (mine, theirs) => joinedLooks(parseLooks(theirs), parseLooks(mine))
};

/** What the storage hands on as it is, and one page alone reads: see `kept-records.ts`. */
const readByItsPage: Partial<Record<RecordName, (value: unknown) => unknown>> = {
	nearness: parseNearness,
	calendar: parseKeptCalendar,
	looks: parseLooks
};

/** What reads a small record whole, field by field. */
export const parserOf = (name: RecordName): ((value: unknown) => unknown) =>
	readByItsPage[name] ?? kindOf(name).parse;

function joinedRecord<K extends RecordName>(name: K, mine: unknown, theirs: unknown): unknown {
	const { parse } = kindOf(name);
	return parse(joins[name](parse(mine), parse(theirs)));
}

/** The later choice wins. */
function joinedPreferences(mine: unknown, theirs: unknown): unknown {
	const [here, there] = [parsePreferences(mine), parsePreferences(theirs)];
	const lang = here.lang ?? there.lang;
	return { ...((there.at ?? -1) > (here.at ?? -1) ? there : here), ...(lang && { lang }) };
}

export function joinRecords(key: string, mine: unknown, theirs: unknown): unknown {
	if (key === 'preferences') return joinedPreferences(mine, theirs);
	const name = recordNames.find((each) => each === key);
	return name && joinedRecord(name, mine, theirs);
}

/** Parses a small record of a copy with the same parser as the app's own; undefined for an unknown record. */
export function parseRecord(key: string, value: unknown): unknown {
	if (key === 'preferences') return parsePreferences(value);
	if (key === 'stitches') return Number.isSafeInteger(value) && (value as number) > 0 ? value : undefined;
	const name = recordNames.find((each) => each === key);
	return name && parserOf(name)(value);
}
