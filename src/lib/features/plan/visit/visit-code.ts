import { catalogueNumbers } from '$lib/content/catalogue-numbers';
import { linkTo, longestBody, longestPayload, packings, payloadOf, type Packed } from '$lib/codec/code-link';
import { writeVisit } from '$lib/codec/visit-code';
import { partPayloads } from '$lib/codec/visit-parts';
import { hasRoom, type BroughtVisit } from '$lib/domain/brought-visit';
import type { Lang } from '$lib/domain/language';
import { deflate } from '$lib/platform/deflate';

/**
 * A page for a visit as links, one for each code, in order; undefined when it is too long for codes.
 * @param site scheme and host, without a slash at the end
 */
export async function visitLinks(
	visit: BroughtVisit,
	lang: Lang,
	site: string
): Promise<string[] | undefined> {
	if (!hasRoom(visit)) return undefined;
	const body = new Uint8Array(writeVisit(visit, catalogueNumbers));
	if (body.length > longestBody) return undefined;
	const deflated = await deflate(body);
	const packed: Packed =
		deflated && deflated.length < body.length
			? { packing: 'deflated', bytes: deflated }
			: { packing: 'stored', bytes: body };
	const one = payloadOf(packed);
	const payloads =
		one.length <= longestPayload
			? [one]
			: partPayloads(Uint8Array.from([packings.indexOf(packed.packing), ...packed.bytes]));
	return payloads?.map((payload) => linkTo(site, lang, payload, 'prescribe'));
}
