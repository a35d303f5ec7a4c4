import { keyLimit, type Shown } from './kept-visit';
import type { LocalDay } from './local-day';

/** The parts of the page for a visit, in the order in which they stand on it. */
export const visitParts = [
	'did',
	'helped',
	'hard',
	'questions',
	'wishes',
	'agreements',
	'signs',
	'next'
] as const;
export type VisitPart = (typeof visitParts)[number];

/** What a line that stands elsewhere is about. The page about a change of medicine has switches of its own. */
export type Source =
	| 'step'
	| 'better'
	| 'helps'
	| 'worse'
	| 'agreement'
	| 'sign'
	| 'want'
	| 'med-step'
	| 'med-sign'
	| 'med-person';

/** @param id an id, or the words themselves where they have none */
export function keyOf(source: Source, id: string): string {
	return `${source}:${id}`.slice(0, keyLimit);
}

/** One line that may stand on the page. */
export interface VisitRow {
	key: string;
	words: string;
	isOn: boolean;
}

export function rowOf(shown: Shown, key: string, words: string): VisitRow {
	return { key, words, isOn: Object.hasOwn(shown, key) };
}

/** The words of the rows that are on. */
export function wordsOn(rows: readonly VisitRow[]): string[] {
	return rows.filter(({ isOn, words }) => isOn && words !== '').map(({ words }) => words);
}

/** With these switches on, or off. */
export function withSwitched(shown: Shown, keys: readonly string[], isOn: boolean): Shown {
	const others = Object.entries(shown).filter(([key]) => !keys.includes(key));
	return Object.fromEntries([...others, ...(isOn ? keys.map((key) => [key, true] as const) : [])]);
}

/** One part of the page as it is printed, shown or copied. */
export interface PageSection {
	title: string;
	lines: readonly string[];
}

/** The page as plain text, for a message or a chart: nothing that the paper does not have, and nothing less. */
export function asPlainText(heads: readonly string[], sections: readonly PageSection[]): string {
	const parts = sections
		.filter(({ lines }) => lines.length > 0)
		.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'));
	return `${[heads.filter(Boolean).join('\n'), ...parts].filter(Boolean).join('\n\n')}\n`;
}

/** The days from that one on; all of them where there is none. */
export function since<T extends { day: LocalDay }>(days: readonly T[], from: LocalDay | undefined): T[] {
	return days.filter(({ day }) => from === undefined || day >= from);
}
