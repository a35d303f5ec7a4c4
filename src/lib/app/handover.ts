import { codes, lineFromCode, suggestedLine } from '$lib/content/codes';
import { readBody, writeBody } from '$lib/domain/handover-body';
import { damaged, isCodeError } from '$lib/domain/handover-error';
import {
	linkTo,
	longestBody,
	longestPayload,
	payloadIn,
	payloadOf,
	unpackPayload
} from '$lib/domain/handover-link';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { noExtras, type Prescription } from '$lib/domain/prescription';
import { isPlain, looksTyped, readTypedCode, typedCodeOf } from '$lib/domain/typed-code';
import { deflate, inflate } from '$lib/platform/deflate';

/** A prescription as a link, for a code or to paste. */
export interface MadeLink {
	link: string;
	/** What stands after `#`, in characters; more than `longestPayload` is too long to print well. */
	length: number;
	/** What `length` may be at most. */
	longest: number;
	isTooLong: boolean;
}

/** The whole plan in a link; packed where that makes it shorter. */
export async function makeLink(prescription: Prescription, lang: Lang, site: string): Promise<MadeLink> {
	const body = new Uint8Array(writeBody(prescription, codes));
	const deflated = await deflate(body);
	const payload =
		deflated && deflated.length < body.length
			? payloadOf({ packing: 'deflated', bytes: deflated })
			: payloadOf({ packing: 'stored', bytes: body });
	return {
		link: linkTo(site, lang, payload),
		length: payload.length,
		longest: longestPayload,
		isTooLong: payload.length > longestPayload
	};
}

/** The code to type by hand, for steps that are all as the catalogue suggests them; undefined for any others. */
export function typedCode({ lines }: Pick<Prescription, 'lines'>): string | undefined {
	const numbers = lines.flatMap((line) => {
		const id = line.item ?? line.activity;
		return id !== undefined && isPlain(line, suggestedLine(id)) ? (codes.codeOf(id) ?? []) : [];
	});
	return numbers.length === lines.length ? typedCodeOf(numbers) : undefined;
}

/** What a code says. 'none': the text is no code at all. */
export type OpenedCode =
	| { kind: 'prescription'; prescription: Prescription }
	| { kind: 'newer' }
	| { kind: 'damaged' }
	| { kind: 'none' };

async function openPayload(payload: string): Promise<OpenedCode> {
	const { packing, bytes } = unpackPayload(payload);
	const packed = new Uint8Array(bytes);
	const body = packing === 'stored' ? packed : await inflate(packed, longestBody);
	if (!body) throw damaged('cannot be unpacked');
	return { kind: 'prescription', prescription: readBody(body, codes) };
}

function openTyped(text: string, lang: Lang, date: LocalDay): OpenedCode {
	const lines = readTypedCode(text).flatMap((code) => lineFromCode(code) ?? []);
	return { kind: 'prescription', prescription: { ...noExtras(lang), date, lines } };
}

/** The first way that opens; when none does, what is wrong is what the likeliest one says. */
async function firstOpened(ways: readonly (() => Promise<OpenedCode>)[]): Promise<OpenedCode> {
	const [way, ...others] = ways;
	if (!way) return { kind: 'none' };
	try {
		return await way();
	} catch (error) {
		const other = others.length > 0 ? await firstOpened(others).catch(() => undefined) : undefined;
		if (other?.kind === 'prescription') return other;
		throw error;
	}
}

/**
 * Reads a link, what stands after its `#`, or a typed code. Never throws, whatever the text.
 * @param date of a typed code, which has none of its own
 */
export async function openCode(text: string, lang: Lang, date: LocalDay): Promise<OpenedCode> {
	try {
		const trimmed = text.trim();
		if (trimmed === '') return { kind: 'none' };
		const payload = payloadIn(trimmed);
		const ways = [
			...(looksTyped(trimmed) ? [async () => openTyped(trimmed, lang, date)] : []),
			...(payload ? [() => openPayload(payload)] : [])
		];
		// a short payload can be taken for a typed code, but hands do not mix capitals with small letters
		if (/[a-z]/.test(trimmed) && /[A-Z]/.test(trimmed)) ways.reverse();
		return await firstOpened(ways);
	} catch (error) {
		return { kind: isCodeError(error) ? error.trouble : 'damaged' };
	}
}
