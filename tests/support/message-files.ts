import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Lang = 'en' | 'fr';
export const langs: readonly Lang[] = ['en', 'fr'];

const folder = (lang: Lang) => join(process.cwd(), 'messages', lang);

/** The message groups of one language: 'habits', 'activities', … */
export function groupsOf(lang: Lang): string[] {
	return readdirSync(folder(lang))
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.sort();
}

export interface Line {
	/** The path of the message: 'items.hyg-wake-make-bed'. */
	key: string;
	/** Not always a string, in a file that is wrong. */
	text: unknown;
}

function linesIn(value: unknown, path: readonly string[]): Line[] {
	if (typeof value !== 'object' || value === null) return [{ key: path.join('.'), text: value }];
	const entries = Object.entries(value);
	if (entries.length === 0) return [{ key: path.join('.'), text: undefined }];
	return entries.flatMap(([name, inner]) => linesIn(inner, [...path, name]));
}

/** Every text of a group, in the order of the file. */
export function linesOf(lang: Lang, group: string): Line[] {
	return linesIn(readMessages(lang, group), []);
}

export function readMessages(lang: Lang, group: string): Record<string, unknown> {
	return JSON.parse(readFileSync(join(folder(lang), `${group}.json`), 'utf8')) as Record<string, unknown>;
}

/** One object of texts inside a group: `wordsIn('fr', 'habits', 'items')`. */
export function wordsIn(lang: Lang, group: string, part: string): Record<string, string> {
	return readMessages(lang, group)[part] as Record<string, string>;
}

/** What breaks the typography of Canadian French in a text, in words; empty when nothing does. */
export function frenchSlips(text: string): string[] {
	const slips: string[] = [];
	if (text.includes("'")) slips.push('straight apostrophe');
	// a time (14:30) and an address (https://) keep their colon close
	if (/(?<!\u00a0):(?!\/\/|\d)/u.test(withoutArguments(text)))
		slips.push('no non-breaking space before a colon');
	if (/«(?!\u00a0)|(?<!\u00a0)»/u.test(text)) slips.push('no non-breaking space inside « »');
	return slips;
}

/** The text without its placeholders, which follow the grammar of the message format. */
function withoutArguments(text: string): string {
	let before = text;
	for (;;) {
		const after = before.replace(/\{[^{}]*\}/g, '');
		if (after === before) return after;
		before = after;
	}
}
