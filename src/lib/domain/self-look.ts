import type { Look, LookForm } from './kept-looks';
import { fieldsOf, oneOf } from './parse';

/** What each form asks about. */
export const lookForms = {
	practice: ['treatment', 'least', 'habits', 'activation', 'collaboration', 'family', 'meaning'],
	services: ['language', 'personal', 'community', 'diverse', 'nations', 'changing'],
	questions: ['alone', 'supervisor', 'team']
} as const satisfies Record<LookForm, readonly string[]>;
export type Area<F extends LookForm = LookForm> = (typeof lookForms)[F][number];
/** Those whose statements are answered. */
export type AnsweredForm = Exclude<LookForm, 'questions'>;

/** From the least to the most; the last one stands beside them. */
export const answers = ['rarely', 'at-times', 'often', 'nearly-always', 'not-mine'] as const;
export type Answer = (typeof answers)[number];

export const letters = ['a', 'b', 'c', 'd', 'e'] as const;
export type Letter = (typeof letters)[number];
export type Statement = `${Area}.${Letter}`;
export type Answers = Readonly<Partial<Record<Statement, Answer>>>;

/** What is written beside the answers, by its field: 'habits.try'. */
export const wordFields = {
	practice: ['try'],
	services: ['there', 'next', 'who'],
	questions: ['a', 'b', 'c', 'd']
} as const satisfies Record<LookForm, readonly string[]>;
export type WordField = `${Area}.${(typeof wordFields)[LookForm][number]}`;
/** What one person of a team hands on: answers alone. The id keeps the same answers from being counted twice. */
export interface LookSheet {
	id: number;
	form: AnsweredForm;
	answers: Answers;
}
/** An id is below this. */
export const lookIds = 2 ** 20;

export const areasOf = (form: LookForm): readonly Area[] => lookForms[form];

export function statementsOf(form: LookForm, area?: Area): Statement[] {
	if (form === 'questions') return [];
	return areasOf(form)
		.filter((one) => !area || one === area)
		.flatMap((one) => letters.map((letter): Statement => `${one}.${letter}`));
}

export function fieldsIn(form: LookForm, area: Area): WordField[] {
	return wordFields[form].map((field): WordField => `${area}.${field}`);
}

/** The answers to the statements of a form, in what was said anywhere. */
export function answersOf(form: LookForm, said: unknown): Answers {
	const given = fieldsOf(said);
	return Object.fromEntries(
		statementsOf(form).flatMap((statement) => {
			const answer = oneOf(answers, given[statement]);
			return answer ? [[statement, answer]] : [];
		})
	);
}

/** The look with an answer, or words; without them where there are none. */
export function withSaid(look: Look, what: Statement | WordField, words: string | undefined): Look {
	const { [what]: _, ...rest } = look.said;
	return { ...look, said: words ? { ...rest, [what]: words } : rest };
}

export const isEmptyLook = ({ said }: Look): boolean => Object.keys(said).length === 0;

/** The place of an answer from 1, rarely, to 4, nearly always; undefined for one that is not this person's to give. */
function placeOf(answer: Answer | undefined): number | undefined {
	return answer === undefined || answer === 'not-mine' ? undefined : answers.indexOf(answer) + 1;
}

/** The middle of some places: of an even number of them, half-way between the two in the middle. */
function middleOf(places: readonly number[]): number | undefined {
	if (places.length === 0) return undefined;
	const sorted = [...places].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2;
}

/** Where the answers to one part stand, from 1 to 4: their middle. Undefined while none of them says so. */
export function standingOf(form: LookForm, given: Answers, area: Area): number | undefined {
	return middleOf(statementsOf(form, area).flatMap((statement) => placeOf(given[statement]) ?? []));
}

/** One row of the table, and one corner of the picture: a value for each look, undefined where there is none. */
export interface Standing {
	area: Area;
	values: readonly (number | undefined)[];
}

/** @param looks laid beside one another, a column each */
export function standingsOf(form: LookForm, looks: readonly Answers[]): Standing[] {
	return areasOf(form).map((area) => ({
		area,
		values: looks.map((given) => standingOf(form, given, area))
	}));
}

/** How many gave each answer. */
export type Tally = Readonly<Record<Answer, number>>;

export interface Spread {
	/** Of each part: the lowest, the middle and the highest of where the people stand. */
	areas: readonly Standing[];
	/** Of each statement: how many gave which answer. */
	statements: Readonly<Partial<Record<Statement, Tally>>>;
	/** The parts about which people differ most, the widest first; none where all agree. */
	widest: readonly Area[];
}

/** What a whole team answered: never who. */
export function spreadOf(form: AnsweredForm, sheets: readonly LookSheet[]): Spread {
	const areas = areasOf(form).map((area): Standing => {
		const places = sheets.flatMap(({ answers: given }) => standingOf(form, given, area) ?? []);
		if (places.length === 0) return { area, values: [undefined, undefined, undefined] };
		return { area, values: [Math.min(...places), middleOf(places), Math.max(...places)] };
	});
	const tally = (statement: Statement): Tally =>
		Object.fromEntries(
			answers.map((answer) => [answer, sheets.filter((sheet) => sheet.answers[statement] === answer).length])
		) as Record<Answer, number>;
	const width = ({ values: [least = 0, , most = 0] }: Standing) => most - least;
	return {
		areas,
		statements: Object.fromEntries(statementsOf(form).map((statement) => [statement, tally(statement)])),
		widest: areas
			.filter((one) => width(one) > 0)
			.sort((a, b) => width(b) - width(a))
			.map(({ area }) => area)
	};
}

/** Those that were not there yet: one who hands on a newer version replaces the older one. */
export function withSheets(sheets: readonly LookSheet[], more: readonly LookSheet[]): LookSheet[] {
	const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
	for (const sheet of more) byId.set(sheet.id, sheet);
	return [...byId.values()];
}

/** The id under which the answers of a look are handed on: the same for the same look (FNV-1a, folded). */
export function sheetIdOf(id: string): number {
	let hash = 0x811c9dc5;
	for (const char of id) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193) >>> 0;
	return ((hash ^ (hash >>> 20)) >>> 0) % lookIds;
}
