import { longestBrought, mostBrought, tidyBrought, type BroughtVisit } from '$lib/domain/brought-visit';
import { langs } from '$lib/domain/language';
import { addDays, daysBetween, localDay } from '$lib/domain/local-day';
import { farthestReview } from '$lib/domain/prescription';
import { visitParts } from '$lib/domain/visit';
import { createReader, createWriter, withChecksum, withoutChecksum } from './bytes';
import { damaged, newer } from './code-error';
import { count, pick, readBody, words, writeBody, type CatalogueNumbers } from './sheet-code';

/** Byte by byte: docs/the-code.md. */
const visitKind = 3;
const firstDay = localDay('2020-01-01');
const hasPlan = 2;

/** Whether the first byte of this body says that it is a page for a visit. */
export function isVisitBody(bytes: Uint8Array): boolean {
	return bytes[0] === visitKind;
}

/** The page as bytes, its checksum last. It is tidied first. */
export function writeVisit(visit: BroughtVisit, numbers: CatalogueNumbers): Uint8Array {
	const { lang, date, plan, told, parts } = tidyBrought(visit);
	const out = createWriter();
	out.byte(visitKind);
	out.byte(langs.indexOf(lang) | (plan ? hasPlan : 0));
	out.number(Math.min(Math.max(daysBetween(firstDay, date), 0), farthestReview));
	if (plan) {
		const body = writeBody(plan, numbers);
		out.number(body.length);
		for (const byte of body) out.byte(byte);
		for (const text of told) out.text(text);
	}
	for (const part of visitParts) {
		out.byte(parts[part].length);
		for (const line of parts[part]) out.text(line);
	}
	return withChecksum(out.bytes());
}

/**
 * Reads what `writeVisit` wrote, field by field.
 * @throws CodeError
 */
export function readVisit(bytes: Uint8Array, numbers: CatalogueNumbers): BroughtVisit {
	const input = createReader(withoutChecksum(bytes));
	if (input.byte() !== visitKind) throw newer('another kind of code');
	const form = input.byte();
	if (form >> 2) throw newer('a page of another form');
	const lang = pick(langs, form & 1);
	const days = input.number();
	if (days > farthestReview) throw damaged('no such day');
	const plan = form & hasPlan ? readBody(input.take(input.number()), numbers) : undefined;
	const told = (plan?.lines ?? []).map(() => words(input, longestBrought, ''));
	const parts = visitParts.map((part) => [
		part,
		Array.from({ length: count(input, mostBrought) }, () => words(input, longestBrought))
	]);
	if (!input.isAtEnd()) throw damaged('more than there should be');
	return {
		lang,
		date: addDays(firstDay, days),
		...(plan && { plan }),
		told,
		parts: Object.fromEntries(parts) as BroughtVisit['parts']
	};
}
