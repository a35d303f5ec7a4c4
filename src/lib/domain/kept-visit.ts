import { parseItems, type Items, type Listed } from './listed';
import { fieldsOf, oneOf, trueOf, wordsFrom } from './parse';

/** The parts of the page for a visit in which a person writes lines for the page itself. */
export const writtenParts = ['did', 'helped', 'hard', 'wishes', 'next'] as const;
export type WrittenPart = (typeof writtenParts)[number];

/** A line in the person's own words. It was written for the page, so it is on it until it is switched off. */
export interface VisitLine extends Listed {
	part: WrittenPart;
	words: string;
	isOff?: true;
}

/**
 * What stands elsewhere in Envol (a step, a sign, somebody's name) and was switched on for the page, by its key: see
 * `keyOf` of `visit.ts`. Flat, so that two switches in two tabs, or an undo, never affect each other.
 */
export type Shown = Readonly<Record<string, true>>;
export const noneShown: Shown = {};

/** In characters. */
export const longestVisitLine = 160;
export const keyLimit = 260;

export function parseVisitLines(value: unknown): Items<VisitLine> {
	return parseItems(value, 80, (given, listed) => {
		const words = wordsFrom(given.words, longestVisitLine);
		const part = oneOf(writtenParts, given.part);
		const isOff = trueOf(given.isOff);
		return words && part ? { ...listed, part, words, ...(isOff && { isOff }) } : undefined;
	});
}

export function parseShown(value: unknown): Shown {
	const on = Object.entries(fieldsOf(value)).filter(
		([key, isOn]) => isOn === true && key.includes(':') && key.length <= keyLimit
	);
	return Object.fromEntries(on.slice(0, 400)) as Shown;
}
