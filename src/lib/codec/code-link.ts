import { langs, type Lang } from '$lib/domain/language';
import { fromBase64url, toBase64url } from './bytes';
import { damaged, newer } from './code-error';

/** The first character after `#`. The rest is base64url: one byte for the packing, then the body. */
export const codeVersion = '1';
/** How the body is packed: as it is, or with DEFLATE (RFC 1951). */
export const packings = ['stored', 'deflated'] as const;
export type Packing = (typeof packings)[number];

/** In base64url characters, version included. A longer payload makes squares too small to print and read. */
export const longestPayload = 900;
/** The most bytes a body may unpack to: far more than any real plan needs, too few to do harm. */
export const longestBody = 16_384;

export interface Packed {
	packing: Packing;
	bytes: Uint8Array;
}

/** The text after `#`. */
export function payloadOf({ packing, bytes }: Packed): string {
	return codeVersion + toBase64url(Uint8Array.from([packings.indexOf(packing), ...bytes]));
}

/** @throws CodeError */
export function unpackPayload(payload: string): Packed {
	if (payload.length > longestPayload * 2) throw damaged('too long');
	if (!payload.startsWith(codeVersion)) {
		if (/^[2-9A-Za-z][\w-]{8,}$/.test(payload)) throw newer('another version');
		throw damaged('no code');
	}
	return packingOf(fromBase64url(payload.slice(1)));
}

/**
 * How these bytes are packed: the first of them says so.
 * @throws CodeError
 */
export function packingOf(whole: Uint8Array): Packed {
	const [packing, ...bytes] = whole;
	if (packing === undefined) throw damaged('ends too early');
	const how = packings[packing];
	if (!how) throw newer('packed in another way');
	return { packing: how, bytes: Uint8Array.from(bytes) };
}

/**
 * @param site scheme and host, without a slash at the end: 'https://envol.example'
 * @param page a page for a visit goes to the clinician's, all else to the page that receives a plan
 */
export function linkTo(
	site: string,
	lang: Lang,
	payload: string,
	page: 'receive' | 'prescribe' = 'receive'
): string {
	return `${site}/${lang}/${page}/#${payload}`;
}

/**
 * Matches a link to the receiving page, and the quotes and punctuation that sentences and mail put after it. Any
 * other character is refused.
 */
const receivePath = new RegExp(
	`/(?:${langs.join('|')})/(?:receive|prescribe)/?(?:\\?[^#<>]*)?#([\\w-]+)[.,;:!?)\\]}>»”"’'*]*(?:&[\\w=&.%|+-]*)?$`,
	'i'
);

/** A payload without its link. Its first character sets it apart from words that somebody typed. */
const bare = /^[1-9][\w-]{8,}$/;
const breaks = /[\s\p{Cf}]+/gu;

/** Undoes what a chat, a mail program or a mail gateway wrote around and into a link. */
function asSent(text: string): string {
	return text
		.replace(/=\r?\n/g, '')
		.replace(/=3D/gi, '=')
		.replace(/&amp;/gi, '&')
		.replace(/&#0*35;|&num;/gi, '#');
}

/** Removes one layer of percent-encoding: a gateway wraps a link in its own. */
function unpacked(text: string): string {
	return text.replace(/%(2[0-9a-f]|3[0-9a-f]|5f)/gi, (_, code: string) =>
		String.fromCharCode(parseInt(code, 16))
	);
}

function payloadOfOne(text: string): string | undefined {
	let link = text.replace(breaks, '');
	if (bare.test(link)) return link;
	for (let layer = 0; layer < 4; layer++) {
		const found = receivePath.exec(link)?.[1];
		if (found) return found;
		link = unpacked(link);
	}
	return undefined;
}

/**
 * The payloads that a text may contain: what follows `#` in a link to the receiving page of any host (a clinic's own
 * copy makes the same code), or a bare payload. The likeliest comes first, since a link broken over lines and a link
 * followed by words look alike.
 */
export function payloadsIn(text: string): string[] {
	const sent = asSent(text);
	const from = sent.search(/https?:\/\//i);
	const link = from < 0 ? sent : sent.slice(from);
	const ends = [...link.matchAll(/\s+/g)].map(({ index }) => link.slice(0, index));
	const found = [link, ...ends.reverse().slice(0, 40)].flatMap((each) => payloadOfOne(each) ?? []);
	return [...new Set(found)];
}
