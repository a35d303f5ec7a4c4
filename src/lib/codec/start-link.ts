import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes';
import { longestClinic, longestPhone } from '$lib/domain/kept-sheet';
import { tidyWords } from '$lib/domain/tidy-words';

/** What a clinic prints on each of its sheets, and puts in no code. */
export interface Ours {
	region?: string;
	clinic?: string;
	teamPhone?: string;
}

/** In characters. */
const longest = { region: 10, clinic: longestClinic, teamPhone: longestPhone } as const;
const fields = Object.keys(longest) as (keyof Ours)[];
/** Stands between the code of the sheet, if any, and what is the clinic's. */
const mark = '&ours=';

/**
 * The text after `#` in the link to a clinic's own start: the payload of a sheet without anybody on it, then the mark, then
 * base64url of the UTF-8 texts of region, clinic and telephone, a line each. A host never sees it.
 * @param payload of the sheet, as in its code; empty for a blank one
 */
export function startHash(payload: string, ours: Ours): string {
	const texts = fields.map((field) => tidyWords(ours[field], longest[field]) ?? '');
	return `${payload}${mark}${toBase64url(utf8(texts.join('\n')))}`;
}

/** Reads what `startHash` wrote; undefined for any other text. Damaged texts of the clinic are left out. */
export function readStart(hash: string): { payload: string; ours: Ours } | undefined {
	const at = hash.indexOf(mark);
	if (at < 0) return undefined;
	const ours: Ours = {};
	try {
		const texts = fromUtf8(fromBase64url(hash.slice(at + mark.length))).split('\n');
		for (const [index, field] of fields.entries()) {
			const text = tidyWords(texts[index], longest[field]);
			if (text) ours[field] = text;
		}
	} catch {
		// the sheet can be read all the same
	}
	return { payload: hash.slice(0, at), ours };
}
