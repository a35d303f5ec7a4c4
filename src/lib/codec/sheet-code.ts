import { choosableDrawings, type DrawingChoice } from '$lib/domain/drawing';
import { habitIds, moments } from '$lib/domain/habit';
import { addDays, daysBetween, localDay, weekdays, type LocalDay } from '$lib/domain/local-day';
import { petals } from '$lib/domain/petal';
import {
	hasSubject,
	ideaForms,
	farthestReview,
	longestAgreement,
	longestReason,
	mostAgreements,
	mostIdeas,
	mostLines,
	mostSigns,
	sheetLangs,
	sheetLayouts,
	sides,
	tidyPrescription,
	type Line,
	type Mention,
	type Prescription
} from '$lib/domain/prescription';
import { longestWords, mostTimesADay, tidyWords, type Frequency, type FrequencyKind } from '$lib/domain/step';
import { createReader, createWriter, withChecksum, withoutChecksum, type Reader, type Writer } from './bytes';
import { damaged, newer } from './code-error';

/** What a catalogue number stands for in this version. */
export type CatalogueEntry =
	| { kind: 'item'; id: string; habit: Line['habit'] }
	| { kind: 'activity'; id: string }
	| { kind: 'sign'; id: string };

/** The catalogue by its numbers, which never change. */
export interface CatalogueNumbers {
	numberOf(id: string): number | undefined;
	find(number: number): CatalogueEntry | undefined;
}

/**
 * The format is documented byte by byte in docs/the-code.md. Numbers given to a kind, a moment or a list entry never
 * change.
 */
const prescriptionKind = 0;
const firstDay = localDay('2020-01-01');
const frequencyNumbers: readonly FrequencyKind[] = [
	'daily',
	'most-days',
	'weekly',
	'weekdays',
	'as-needed',
	'once'
];
const most = { weekly: 7, number: 2 ** 20 } as const;
/** In days from the first day: a hundred years, plenty for a plan. */
const farthest = farthestReview;
/** UTF-8 takes at most four bytes for a character. */
const bytesOf = (characters: number) => characters * 4;

const flag = { number: 1, words: 2, detail: 4, tiny: 8, reason: 16, small: 32, petal: 64 } as const;

/** Stands before own words that have no drawing. The other marks are 1 to 31, the places of the drawings. */
const noDrawing = 127;

/**
 * The drawing chosen for own words, as one control character before them: a reader from before the drawings removes it,
 * as it does with any. Empty when none was chosen, and where the words have no room for it.
 */
function markOf({ drawing, words }: Line): string {
	if (drawing === undefined || !words || [...words].length >= longestWords) return '';
	if (drawing === 'none') return String.fromCharCode(noDrawing);
	// the others have no number: the sheet takes the one that the words name
	const place = (choosableDrawings as readonly DrawingChoice[]).indexOf(drawing);
	return place < 0 ? '' : String.fromCharCode(place + 1);
}

function drawingMarked(mark: number): DrawingChoice | undefined {
	return mark === noDrawing ? 'none' : choosableDrawings[mark - 1];
}

function writeLine(out: Writer, line: Line, numbers: CatalogueNumbers): void {
	const id = line.item ?? line.activity;
	const number = id === undefined ? line.unknown : numbers.numberOf(id);
	if (id !== undefined && number === undefined) throw new RangeError(`no number for ${id}`);
	out.byte(
		(number === undefined ? 0 : flag.number) |
			(line.words ? flag.words : 0) |
			(line.detail ? flag.detail : 0) |
			(line.tiny ? flag.tiny : 0) |
			(line.reason ? flag.reason : 0) |
			(line.isSmall ? flag.small : 0) |
			(line.petal ? flag.petal : 0)
	);
	if (number === undefined) out.byte(habitIds.indexOf(line.habit));
	else out.number(number);
	for (const text of [line.words && markOf(line) + line.words, line.detail, line.tiny, line.reason])
		if (text) out.text(text);
	out.byte(moments.indexOf(line.moment) | (frequencyNumbers.indexOf(line.frequency.kind) << 3));
	if (line.frequency.kind === 'weekly') out.byte(line.frequency.times);
	if (line.frequency.kind === 'weekdays')
		out.byte(line.frequency.days.reduce((sum, day) => sum | (1 << (day - 1)), 0));
	out.byte(line.times);
	if (line.petal) out.byte(petals.indexOf(line.petal));
}

function writeMentions(out: Writer, mentions: readonly Mention[], numbers: CatalogueNumbers): void {
	out.byte(mentions.length);
	for (const { id, words, unknown } of mentions) {
		const number = id === undefined ? unknown : numbers.numberOf(id);
		if (id !== undefined && number === undefined) throw new RangeError(`no number for ${id}`);
		out.number(number ?? 0);
		if (number === undefined) out.text(words!);
	}
}

/** The prescription as bytes, ending with its checksum. It is tidied first. */
export function writeBody(prescription: Prescription, numbers: CatalogueNumbers): Uint8Array {
	const tidy = tidyPrescription(prescription);
	const out = createWriter();
	out.byte(prescriptionKind);
	out.byte(sheetLangs.indexOf(tidy.langs) | (sheetLayouts.indexOf(tidy.layout) << 2));
	// a clock with a wrong date must still give a code that can be read
	out.number(Math.min(Math.max(daysBetween(firstDay, tidy.date), 0), farthest));
	out.number(tidy.reviewOn ? daysBetween(tidy.date, tidy.reviewOn) + 1 : 0);
	out.byte(tidy.lines.length);
	for (const line of tidy.lines) writeLine(out, line, numbers);
	for (const form of ideaForms) writeMentions(out, tidy.ideas[form], numbers);
	for (const side of sides) {
		out.byte(tidy.agreements[side].length);
		for (const text of tidy.agreements[side]) out.text(text);
	}
	writeMentions(out, tidy.signs, numbers);
	return withChecksum(out.bytes());
}

export function pick<T>(list: readonly T[], index: number): T {
	const value = list[index];
	if (value === undefined) throw damaged('not in its list');
	return value;
}

export function count(input: Reader, greatest: number, least = 0): number {
	const value = input.byte();
	if (value < least || value > greatest) throw damaged('too many or too few');
	return value;
}

/**
 * Plain text on one line, within its limit; characters that hide text or change its direction are removed.
 * @param none what an empty text means, where one may be empty
 */
export function words(input: Reader, longest: number = longestWords, none?: string): string {
	const text = input.text(bytesOf(longest));
	return text === '' && none !== undefined ? none : tidied(text, longest);
}

function tidied(text: string, longest: number): string {
	if ([...text].length > longest) throw damaged('text too long');
	const tidy = tidyWords(text, longest);
	if (tidy === undefined) throw damaged('no words');
	return tidy;
}

function readFrequency(input: Reader, kind: FrequencyKind): Frequency {
	if (kind === 'weekly') return { kind, times: count(input, most.weekly, 1) };
	if (kind !== 'weekdays') return { kind };
	const mask = count(input, 127, 1);
	return { kind, days: weekdays.filter((day) => mask & (1 << (day - 1))) };
}

export function readCatalogueNumber(input: Reader): number {
	const number = input.number();
	if (number > most.number) throw damaged('no such number');
	return number;
}

function readLine(input: Reader, numbers: CatalogueNumbers): Line {
	const flags = input.byte();
	if (flags & 128) throw newer('a line of another form');
	const line: Line = {
		habit: 'engage',
		isSmall: Boolean(flags & flag.small),
		moment: 'any',
		frequency: { kind: 'daily' },
		times: 1
	};
	if (flags & flag.number) {
		const number = readCatalogueNumber(input);
		const found = numbers.find(number);
		if (found?.kind === 'item') {
			line.item = found.id;
			line.habit = found.habit;
		} else if (found?.kind === 'activity') line.activity = found.id;
		else if (found) throw damaged('a sign is no step');
		else line.unknown = number;
	} else line.habit = pick(habitIds, input.byte());
	if (flags & flag.words) {
		const text = input.text(bytesOf(longestWords));
		line.words = tidied(text, longestWords);
		const drawing = flags & flag.number ? undefined : drawingMarked(text.charCodeAt(0));
		if (drawing) line.drawing = drawing;
	}
	if (flags & flag.detail) line.detail = words(input);
	if (flags & flag.tiny) line.tiny = words(input);
	if (flags & flag.reason) line.reason = words(input, longestReason);
	const when = input.byte();
	if (when >> 6) throw newer('a time of another form');
	line.moment = pick(moments, when & 7);
	line.frequency = readFrequency(input, pick(frequencyNumbers, when >> 3));
	line.times = count(input, mostTimesADay, 1);
	if (flags & flag.petal) line.petal = pick(petals, input.byte());
	if (!hasSubject(line)) throw damaged('a line about nothing');
	return line;
}

function readMentions(
	input: Reader,
	greatest: number,
	numbers: CatalogueNumbers,
	wanted: 'activity' | 'sign'
): Mention[] {
	return Array.from({ length: count(input, greatest) }, (): Mention => {
		const number = readCatalogueNumber(input);
		if (number === 0) return { words: words(input) };
		const found = numbers.find(number);
		if (!found) return { unknown: number };
		if (found.kind !== wanted) throw damaged('of another kind');
		return { id: found.id };
	});
}

function readDay(days: number, from: LocalDay): LocalDay {
	if (days > farthest) throw damaged('no such day');
	return addDays(from, days);
}

/**
 * Reads what `writeBody` wrote, field by field.
 * @throws CodeError
 */
export function readBody(bytes: Uint8Array, numbers: CatalogueNumbers): Prescription {
	const input = createReader(withoutChecksum(bytes));
	if (input.byte() !== prescriptionKind) throw newer('another kind of code');
	const form = input.byte();
	if (form >> 4) throw newer('a sheet of another form');
	const langs = pick(sheetLangs, form & 3);
	const layout = pick(sheetLayouts, form >> 2);
	const date = readDay(input.number(), firstDay);
	const review = input.number();
	const lines = Array.from({ length: count(input, mostLines) }, () => readLine(input, numbers));
	const [physical, social, mental] = ideaForms.map(() => readMentions(input, mostIdeas, numbers, 'activity'));
	const [me, team, lovedOnes] = sides.map(() =>
		Array.from({ length: count(input, mostAgreements) }, () => words(input, longestAgreement))
	);
	const signs = readMentions(input, mostSigns, numbers, 'sign');
	if (!input.isAtEnd()) throw damaged('more than there should be');
	const prescription: Prescription = {
		langs,
		layout,
		date,
		lines,
		ideas: { physical: physical!, social: social!, mental: mental! },
		agreements: { me: me!, team: team!, lovedOnes: lovedOnes! },
		signs
	};
	if (review > 0) prescription.reviewOn = readDay(review - 1, date);
	return prescription;
}
