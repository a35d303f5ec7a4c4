import { longestSaid, saysSomething, stepWishes, type Said } from '$lib/domain/said';
import type { Lang } from '$lib/domain/language';
import { tidyWords } from '$lib/domain/tidy-words';
import {
	createReader,
	createWriter,
	fromBase64url,
	toBase64url,
	withChecksum,
	withoutChecksum
} from './bytes';

/** Stands between the payload of a plan and what the person says of it. */
const mark = '&said=';
/** Two bits for each wish: 0 says nothing, else its place in the list plus 1. */
const bits = 2;
const inAByte = 8 / bits;

/** What is said as text for a link: docs/the-code.md, byte by byte. */
export function writeSaid({ wishes, words }: Said): string {
	const out = createWriter();
	out.byte(0);
	out.byte(wishes.length);
	for (let at = 0; at < wishes.length; at += inAByte)
		out.byte(
			wishes
				.slice(at, at + inAByte)
				.reduce((sum, wish, i) => sum | ((wish ? stepWishes.indexOf(wish) + 1 : 0) << (i * bits)), 0)
		);
	out.text(tidyWords(words, longestSaid) ?? '');
	return toBase64url(withChecksum(out.bytes()));
}

/**
 * A link to the clinician's page with a plan and what is said of it. A reader from before this takes the plan alone: it
 * looks for a link inside of what follows `#`, and for no more of it than the payload.
 * @param site scheme and host, without a slash at the end
 */
export function linkWithSaid(site: string, lang: Lang, payload: string, said: Said): string {
	return `${site}/${lang}/prescribe/#/${lang}/prescribe/%23${payload}${mark}${writeSaid(said)}`;
}

/**
 * What the text of a link says beside a plan of so many lines. Undefined where nothing is said, and for anything that is
 * damaged, newer or of another plan: the plan can be read all the same.
 */
export function readSaid(text: string, lines: number): Said | undefined {
	// a mail program or a gateway may have written the two signs in its own way
	const [, found] = /(?:&|&amp;|%26)said(?:=|%3d)([\w-]{8,800})(?![\w-])/i.exec(text) ?? [];
	if (!found) return undefined;
	try {
		const input = createReader(withoutChecksum(fromBase64url(found)));
		if (input.byte() !== 0 || input.byte() !== lines) return undefined;
		const wishes: Said['wishes'][number][] = [];
		for (let at = 0; at < lines; at += inAByte) {
			const byte = input.byte();
			for (let i = 0; i < inAByte; i++) {
				const number = (byte >> (i * bits)) & 3;
				if (at + i < lines) wishes.push(stepWishes[number - 1]);
				else if (number) return undefined;
			}
		}
		const text = input.text(longestSaid * 4);
		if (!input.isAtEnd() || [...text].length > longestSaid) return undefined;
		const words = tidyWords(text, longestSaid);
		const said: Said = { wishes, ...(words !== undefined && { words }) };
		return saysSomething(said) ? said : undefined;
	} catch {
		return undefined;
	}
}
