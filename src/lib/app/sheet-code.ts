import { catalogueNumbers, lineFromNumber, suggestedLine } from '$lib/content/catalogue-numbers';
import { isSaidBody, linkWithSaid, readSaid, readSaidBody, writeSaidBody } from '$lib/codec/said-code';
import { readBody, writeBody } from '$lib/codec/sheet-code';
import { checkedDie, faceOfNumber, isDieBody, readDie, writeDie } from '$lib/codec/dice-code';
import { damaged, isCodeError } from '$lib/codec/code-error';
import type { CodeRead } from '$lib/codec/code-row';
import { isVisitBody, readVisit } from '$lib/codec/visit-code';
import { partPayloads, readPart } from '$lib/codec/visit-parts';
import type { BroughtVisit } from '$lib/domain/brought-visit';
import {
	linkTo,
	longestBody,
	longestPayload,
	packingOf,
	packings,
	payloadsIn,
	payloadOf,
	unpackPayload,
	type Packed
} from '$lib/codec/code-link';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { noExtras, type Prescription } from '$lib/domain/prescription';
import { saysSomething, type Said } from '$lib/domain/said';
import type { SharedDie } from '$lib/domain/shared-die';
import {
	isPlain,
	looksLikeDie,
	looksTyped,
	readTypedCode,
	readTypedDie,
	typedCodeOf,
	typedDieOf,
	typedRest
} from '$lib/codec/short-code';
import { deflate, inflate } from '$lib/platform/deflate';

/** A prescription or a die as a link, to draw as a QR code or to paste. */
export interface MadeLink {
	link: string;
	/** Characters after `#`; more than `longest` is too long to print well. */
	length: number;
	/** The greatest `length` that prints well. */
	longest: number;
	isTooLong: boolean;
}

/** The whole prescription in a link. */
export function makeLink(prescription: Prescription, lang: Lang, site: string): Promise<MadeLink> {
	return linkOf(new Uint8Array(writeBody(prescription, catalogueNumbers)), lang, site);
}

/** The whole prescription in a link, and with it what the person says of it, if anything. */
export async function makeSaidLink(
	prescription: Prescription,
	said: Said,
	lang: Lang,
	site: string
): Promise<MadeLink> {
	const made = await linkOf(
		new Uint8Array(writeBody(prescription, catalogueNumbers)),
		lang,
		site,
		'prescribe'
	);
	if (!saysSomething(said)) return made;
	const payload = made.link.slice(made.link.indexOf('#') + 1);
	const link = linkWithSaid(site, lang, payload, said);
	const length = link.length - link.indexOf('#') - 1;
	return { ...made, link, length, isTooLong: length > longestPayload };
}

/**
 * The same as links, one for each code, in order: several where it is too much for one. Undefined where it is too much
 * for several.
 */
export async function makeSaidLinks(
	prescription: Prescription,
	said: Said,
	lang: Lang,
	site: string
): Promise<string[] | undefined> {
	const one = await makeSaidLink(prescription, said, lang, site);
	if (!one.isTooLong) return [one.link];
	const body = saysSomething(said)
		? writeSaidBody(prescription, said, catalogueNumbers)
		: writeBody(prescription, catalogueNumbers);
	if (body.length > longestBody) return undefined;
	const { packing, bytes } = await packed(new Uint8Array(body));
	return partPayloads(Uint8Array.from([packings.indexOf(packing), ...bytes]))?.map((payload) =>
		linkTo(site, lang, payload, 'prescribe')
	);
}

/** The six faces of a die in a link. */
export function makeDieLink(die: SharedDie, lang: Lang, site: string): Promise<MadeLink> {
	return linkOf(new Uint8Array(writeDie(die, catalogueNumbers)), lang, site);
}

/** Compressed where that makes it shorter. */
async function packed(body: Uint8Array<ArrayBuffer>): Promise<Packed> {
	const deflated = await deflate(body);
	return deflated && deflated.length < body.length
		? { packing: 'deflated', bytes: deflated }
		: { packing: 'stored', bytes: body };
}

async function linkOf(
	body: Uint8Array<ArrayBuffer>,
	lang: Lang,
	site: string,
	page?: 'prescribe'
): Promise<MadeLink> {
	const payload = payloadOf(await packed(body));
	return {
		link: linkTo(site, lang, payload, page),
		length: payload.length,
		longest: longestPayload,
		isTooLong: payload.length > longestPayload
	};
}

/** The typed code of a prescription whose lines are all as the catalogue suggests them; undefined for any other. */
export function typedCode({ lines }: Pick<Prescription, 'lines'>): string | undefined {
	const numbers = lines.flatMap((line) => {
		const id = line.item ?? line.activity;
		return id !== undefined && isPlain(line, suggestedLine(id)) ? (catalogueNumbers.numberOf(id) ?? []) : [];
	});
	return numbers.length === lines.length ? typedCodeOf(numbers) : undefined;
}

/** The typed code of a die without own words; undefined for any other. */
export function typedDie(die: SharedDie): string | undefined {
	const faces = die.flatMap((face): (number | typeof typedRest)[] => {
		if (face.kind === 'rest') return [typedRest];
		const number = face.kind === 'activity' ? catalogueNumbers.numberOf(face.id) : undefined;
		return number === undefined ? [] : [number];
	});
	return faces.length === die.length ? typedDieOf(faces) : undefined;
}

/** The contents of a code. 'none': the text is not a code at all. */
export type OpenedCode =
	/**
	 * `isTyped`: from a typed code, which has no date, layout or languages. `said`: what the person says of each line.
	 */
	| { kind: 'prescription'; prescription: Prescription; isTyped?: true; said?: Said }
	| { kind: 'die'; die: SharedDie }
	/** A page that a person brings to a visit. */
	| { kind: 'visit'; visit: BroughtVisit }
	/** One part of such a page, which came in several codes. */
	| { kind: 'part'; part: CodeRead }
	| { kind: 'newer' }
	| { kind: 'damaged' }
	| { kind: 'none' };

async function openPayload(payload: string): Promise<OpenedCode> {
	const part = readPart(payload);
	return part ? { kind: 'part', part } : openPacked(unpackPayload(payload));
}

async function openPacked({ packing, bytes }: Packed): Promise<OpenedCode> {
	const given = new Uint8Array(bytes);
	const body = packing === 'stored' ? given : await inflate(given, longestBody);
	if (!body) throw damaged('cannot be unpacked');
	if (isDieBody(body)) return { kind: 'die', die: readDie(body, catalogueNumbers) };
	if (isSaidBody(body)) return { kind: 'prescription', ...readSaidBody(body, catalogueNumbers) };
	if (isVisitBody(body)) return { kind: 'visit', visit: readVisit(body, catalogueNumbers) };
	return { kind: 'prescription', prescription: readBody(body, catalogueNumbers) };
}

function openTyped(text: string, lang: Lang, date: LocalDay): OpenedCode {
	if (looksLikeDie(text)) {
		const faces = readTypedDie(text).map((face) =>
			face === typedRest ? { kind: 'rest' as const } : faceOfNumber(face, catalogueNumbers)
		);
		return { kind: 'die', die: checkedDie(faces) };
	}
	const lines = readTypedCode(text).flatMap((number) => lineFromNumber(number) ?? []);
	return { kind: 'prescription', prescription: { ...noExtras(lang), date, lines }, isTyped: true };
}

/** The first reading that succeeds; when none does, the error of the likeliest one. */
async function firstOpened(ways: readonly (() => Promise<OpenedCode>)[]): Promise<OpenedCode> {
	const [way, ...others] = ways;
	if (!way) return { kind: 'none' };
	try {
		return await way();
	} catch (error) {
		const other = others.length > 0 ? await firstOpened(others).catch(() => undefined) : undefined;
		if (other && other.kind !== 'none' && other.kind !== 'newer' && other.kind !== 'damaged') return other;
		throw error;
	}
}

/**
 * Reads a link, the text after its `#`, or a typed code. Never throws, whatever the text.
 * @param date the date to use for a typed code, which has none of its own
 */
export async function openCode(text: string, lang: Lang, date: LocalDay): Promise<OpenedCode> {
	try {
		const trimmed = text.trim();
		if (trimmed === '') return { kind: 'none' };
		const ways = [
			...(looksTyped(trimmed) ? [async () => openTyped(trimmed, lang, date)] : []),
			...payloadsIn(trimmed).map((payload) => () => openPayload(payload))
		];
		// a short payload can look like a typed code, but nobody types a mix of capital and small letters
		if (/[a-z]/.test(trimmed) && /[A-Z]/.test(trimmed)) ways.reverse();
		const opened = await firstOpened(ways);
		if (opened.kind !== 'prescription' || opened.said) return opened;
		const said = readSaid(trimmed, opened.prescription.lines.length);
		return said ? { ...opened, said } : opened;
	} catch (error) {
		return { kind: isCodeError(error) ? error.trouble : 'damaged' };
	}
}

/** Opens what came in several codes, once every one was read. Never throws. */
export async function openWhole(whole: Uint8Array): Promise<OpenedCode> {
	try {
		return await openPacked(packingOf(whole));
	} catch (error) {
		return { kind: isCodeError(error) ? error.trouble : 'damaged' };
	}
}
