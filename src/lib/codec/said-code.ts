import type { Lang } from '$lib/domain/language';
import type { Prescription } from '$lib/domain/prescription';
import { longestSaid, saysSomething, stepWishes, type Said } from '$lib/domain/said';
import { tidyWords } from '$lib/domain/tidy-words';
import {
	createReader,
	createWriter,
	fromBase64url,
	toBase64url,
	withChecksum,
	withoutChecksum,
	type Reader,
	type Writer
} from './bytes';
import { damaged, newer } from './code-error';
import { readBody, writeBody, type CatalogueNumbers } from './sheet-code';

/** Stands between the payload of a plan and what the person says of it. */
const mark = '&said=';
/** Two bits for each wish: 0 says nothing, else its place in the list plus 1. */
const bits = 2;
const inAByte = 8 / bits;

/** Form, count, wishes and words: docs/the-code.md, byte by byte. */
function put(out: Writer, { wishes, words }: Said): void {
	out.byte(0);
	out.byte(wishes.length);
	for (let at = 0; at < wishes.length; at += inAByte)
		out.byte(
			wishes
				.slice(at, at + inAByte)
				.reduce((sum, wish, i) => sum | ((wish ? stepWishes.indexOf(wish) + 1 : 0) << (i * bits)), 0)
		);
	out.text(tidyWords(words, longestSaid) ?? '');
}

/**
 * Reads what `put` wrote, up to the end.
 * @throws CodeError also for what says nothing, or speaks of a plan with another count of lines
 */
function take(input: Reader, lines: number): Said {
	if (input.byte() !== 0) throw newer('said in another form');
	if (input.byte() !== lines) throw damaged('said of another plan');
	const wishes: Said['wishes'][number][] = [];
	for (let at = 0; at < lines; at += inAByte) {
		const byte = input.byte();
		for (let i = 0; i < inAByte; i++) {
			const number = (byte >> (i * bits)) & 3;
			if (at + i < lines) wishes.push(stepWishes[number - 1]);
			else if (number) throw damaged('a wish for a line that is not there');
		}
	}
	const text = input.text(longestSaid * 4);
	if (!input.isAtEnd() || [...text].length > longestSaid) throw damaged('more than there should be');
	const words = tidyWords(text, longestSaid);
	const said: Said = { wishes, ...(words !== undefined && { words }) };
	if (!saysSomething(said)) throw damaged('says nothing');
	return said;
}

/** What is said as text for a link. */
export function writeSaid(said: Said): string {
	const out = createWriter();
	put(out, said);
	return toBase64url(withChecksum(out.bytes()));
}

/** The first byte of a body that holds a plan and what is said of it: for what does not go into one code. */
const saidKind = 4;

export function isSaidBody(bytes: Uint8Array): boolean {
	return bytes[0] === saidKind;
}

/** A plan and what is said of it as bytes, the checksum last. */
export function writeSaidBody(prescription: Prescription, said: Said, numbers: CatalogueNumbers): Uint8Array {
	const out = createWriter();
	const plan = writeBody(prescription, numbers);
	out.byte(saidKind);
	out.byte(0);
	out.number(plan.length);
	for (const byte of plan) out.byte(byte);
	put(out, said);
	return withChecksum(out.bytes());
}

/**
 * Reads what `writeSaidBody` wrote.
 * @throws CodeError
 */
export function readSaidBody(
	bytes: Uint8Array,
	numbers: CatalogueNumbers
): { prescription: Prescription; said: Said } {
	const input = createReader(withoutChecksum(bytes));
	if (input.byte() !== saidKind || input.byte() !== 0) throw newer('another kind of code');
	const prescription = readBody(input.take(input.number()), numbers);
	return { prescription, said: take(input, prescription.lines.length) };
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
		return take(createReader(withoutChecksum(fromBase64url(found))), lines);
	} catch {
		return undefined;
	}
}
