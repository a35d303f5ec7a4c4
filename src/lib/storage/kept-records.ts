import { noHardDay, parseHardDay } from '$lib/domain/hard-day';
import { parseWayOfWriting, usualWay } from '$lib/domain/journal-prompt';
import { noDice, parseKeptDice } from '$lib/domain/kept-dice';
import { noLines, parseKeptLines } from '$lib/domain/kept-lines';
import { parseKeptSheet, type KeptSheet } from '$lib/domain/kept-sheet';
import { noCopies, parseKeptCopies } from '$lib/domain/last-copy';
import {
	noPlanNotes,
	parseAgreements,
	parseMySigns,
	parsePlanNotes,
	parseQuestions,
	parseWants,
	type Agreement,
	type MySign,
	type Question,
	type Want
} from '$lib/domain/my-plan';
import type { Items } from '$lib/domain/listed';
import { noPeople, parsePeople } from '$lib/domain/people';
import { fieldsOf, type Given } from '$lib/domain/parse';
import { noneShown, parseShown, parseVisitLines, type VisitLine } from '$lib/domain/kept-visit';

/** How a small record is parsed, and its value while nothing was chosen. */
export interface RecordKind<T> {
	parse: (value: unknown) => T;
	none: T;
}

const asGiven: RecordKind<Given> = { parse: fieldsOf, none: {} };

/**
 * Every small record that is stored whole, by its key in the settings table. One line here gives it a repository on
 * disk and in memory, an undo, and a way over from the stand-in (see `src/lib/app/carry-over.ts`).
 */
export const keptRecords = {
	sheet: { parse: parseKeptSheet, none: undefined as KeptSheet | undefined },
	dice: { parse: parseKeptDice, none: noDice },
	hardDay: { parse: parseHardDay, none: noHardDay },
	lines: { parse: parseKeptLines, none: noLines },
	wayOfWriting: { parse: parseWayOfWriting, none: usualWay },
	people: { parse: parsePeople, none: noPeople },
	mySigns: { parse: parseMySigns, none: {} as Items<MySign> },
	wants: { parse: parseWants, none: {} as Items<Want> },
	agreements: { parse: parseAgreements, none: {} as Items<Agreement> },
	questions: { parse: parseQuestions, none: {} as Items<Question> },
	visitLines: { parse: parseVisitLines, none: {} as Items<VisitLine> },
	visitShown: { parse: parseShown, none: noneShown },
	planNotes: { parse: parsePlanNotes, none: noPlanNotes },
	copies: { parse: parseKeptCopies, none: noCopies },
	// what only one page shows is read there (nearness.ts, kept-calendar.ts, kept-looks.ts): every page carries what stands here
	nearness: asGiven,
	calendar: asGiven,
	looks: asGiven
};

export type RecordName = keyof typeof keptRecords;
export type Kept<K extends RecordName> = (typeof keptRecords)[K]['none'];
/** The records that a stand-in holds: only those that were changed. */
export type KeptRecords = { [K in RecordName]?: Kept<K> };

export const recordNames = Object.keys(keptRecords) as RecordName[];
/** The parser of a kind of record. The cast is safe: every kind is stored under its own key. */
export const kindOf = <K extends RecordName>(name: K) => keptRecords[name] as unknown as RecordKind<Kept<K>>;
