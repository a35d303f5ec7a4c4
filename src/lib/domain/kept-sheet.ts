import { isLocalDay, type LocalDay } from './local-day';
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
import { tidyWords } from './step';

/** What goes with the steps, as the person keeps it: agreements, ideas, signs, the day it was made, the day to look again. */
export interface KeptSheet extends Extras {
	date: LocalDay;
	/** As typed; on paper only, never in a code, and never among the help lines. */
	teamPhone?: string;
	/** The date was taken out: it is not printed. */
	isUndated?: true;
	/** Of its words, those that came with a sheet and could be taken for help: see domain/help-like.ts. */
	quoted?: readonly string[];
}

/** In characters. */
export const longestPhone = 40;
/** In each of its lists. A sheet of paper has room for three: what comes from several sheets stays here all the same. */
export const mostKept = 40;

type Given = Record<string, unknown>;

function fieldsOf(value: unknown): Given {
	return typeof value === 'object' && value !== null ? (value as Given) : {};
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function parseMention(value: unknown): Mention[] {
	const { id, words, unknown } = fieldsOf(value);
	if (typeof id === 'string') return [{ id }];
	if (typeof unknown === 'number' && Number.isInteger(unknown) && unknown > 0) return [{ unknown }];
	return typeof words === 'string' ? [{ words }] : [];
}

function parseTexts(value: unknown): string[] {
	return listOf(value).filter((text) => typeof text === 'string');
}

/** Reads a kept sheet from anywhere, field by field; undefined when it is none. What cannot be read is left out. */
export function parseKeptSheet(value: unknown): KeptSheet | undefined {
	const given = fieldsOf(value);
	if (!isLocalDay(given.date)) return undefined;
	const sheet = noExtras(sheetLangs.find((langs) => langs === given.langs) ?? 'en');
	sheet.layout = sheetLayouts.find((layout) => layout === given.layout) ?? sheet.layout;
	const [ideas, agreements] = [fieldsOf(given.ideas), fieldsOf(given.agreements)];
	for (const form of ideaForms) sheet.ideas[form] = listOf(ideas[form]).flatMap(parseMention);
	for (const side of sides) sheet.agreements[side] = parseTexts(agreements[side]);
	sheet.signs = listOf(given.signs).flatMap(parseMention);
	if (isLocalDay(given.reviewOn)) sheet.reviewOn = given.reviewOn;
	const kept: KeptSheet = { ...tidyExtras(sheet, mostKept), date: given.date };
	const teamPhone =
		typeof given.teamPhone === 'string' ? tidyWords(given.teamPhone, longestPhone) : undefined;
	if (teamPhone) kept.teamPhone = teamPhone;
	if (given.isUndated === true) kept.isUndated = true;
	// written anew, they are the person's own
	const there = wordsOf(kept);
	const quoted = parseTexts(given.quoted).filter((words) => there.includes(words));
	if (quoted.length > 0) kept.quoted = [...new Set(quoted)];
	return kept;
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
