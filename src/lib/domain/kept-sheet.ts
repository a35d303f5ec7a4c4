import type { LocalDay } from './local-day';
import { dayOf, fieldsOf, idOf, listOf, oneOf, present, someOf, textOf, trueOf, wordsFrom } from './parse';
import {
	ideaForms,
	noExtras,
	sheetLangs,
	sheetLayouts,
	sides,
	tidyExtras,
	type Extras,
	type Mention
} from './prescription';

/** What goes with the steps, as the person keeps it: agreements, ideas, signs, the day it was made, the day to look again. */
export interface KeptSheet extends Extras {
	date: LocalDay;
	/** As typed; on paper only, never in a code, and never among the help lines. */
	teamPhone?: string;
	/** What the person wants, in their words; on paper only, never in a code. */
	goal?: string;
	/** The date was taken out: it is not printed. */
	isUndated?: true;
	/** Of its words, those that came with a sheet and could be taken for help: see domain/help-like.ts. */
	quoted?: readonly string[];
}

/** In characters. */
export const longestPhone = 40;
export const longestGoal = 80;
export const longestClinic = 90;
/** In each of its lists. A sheet of paper has room for three: what comes from several sheets stays here all the same. */
export const mostKept = 40;

function parseMention(value: unknown): Mention | undefined {
	const given = fieldsOf(value);
	const id = idOf(given.id);
	if (id) return { id };
	if (Number.isInteger(given.unknown) && (given.unknown as number) > 0)
		return { unknown: given.unknown as number };
	const words = textOf(given.words);
	return words === undefined ? undefined : { words };
}

/** Reads a kept sheet from anywhere, field by field; undefined when it is none. What cannot be read is left out. */
export function parseKeptSheet(value: unknown): KeptSheet | undefined {
	const given = fieldsOf(value);
	const date = dayOf(given.date);
	if (!date) return undefined;
	const sheet = noExtras(oneOf(sheetLangs, given.langs) ?? 'en');
	sheet.layout = oneOf(sheetLayouts, given.layout) ?? sheet.layout;
	const [ideas, agreements] = [fieldsOf(given.ideas), fieldsOf(given.agreements)];
	for (const form of ideaForms) sheet.ideas[form] = listOf(ideas[form], parseMention);
	for (const side of sides) sheet.agreements[side] = listOf(agreements[side], textOf);
	sheet.signs = listOf(given.signs, parseMention);
	const kept: KeptSheet = {
		...tidyExtras(sheet, mostKept),
		date,
		...present({
			reviewOn: dayOf(given.reviewOn),
			teamPhone: wordsFrom(given.teamPhone, longestPhone),
			goal: wordsFrom(given.goal, longestGoal),
			isUndated: trueOf(given.isUndated)
		})
	};
	// written anew, they are the person's own
	const quoted = someOf([...new Set(listOf(given.quoted, textOf))], wordsOf(kept));
	return quoted.length > 0 ? { ...kept, quoted } : kept;
}

/** All that stands in it in somebody's own words. */
export function wordsOf({ ideas, agreements, signs }: Extras): string[] {
	const mentions = [...ideaForms.flatMap((form) => ideas[form]), ...signs];
	return [...mentions.flatMap(({ words }) => words ?? []), ...sides.flatMap((side) => agreements[side])];
}

/** Is there anything in it for the person to read? */
export function hasExtras({ ideas, agreements, signs, reviewOn }: Extras): boolean {
	return (
		reviewOn !== undefined ||
		signs.length > 0 ||
		ideaForms.some((form) => ideas[form].length > 0) ||
		sides.some((side) => agreements[side].length > 0)
	);
}
