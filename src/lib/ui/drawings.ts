import type { SpotName } from '$lib/domain/drawing';
import type { PictogramName } from '$lib/domain/pictogram';

/*
 * Small drawings lie together in two files, which every page shares. A slow phone takes as long to read one of them as to draw a
 * list: so what a page shows first stands in the page itself, put there while building (src/hooks.server.ts) or by the early list
 * (src/early-list.js).
 */

const isInPage = (id: string): boolean => Boolean(globalThis.document?.getElementById(id));

/** What a `use` shows a picture of a step, a habit or an idea by: in the page, or in the file of all of them. */
export function pictogramAt(name: PictogramName): string {
	const id = `drawn-${name}`;
	return isInPage(id) ? `#${id}` : `/pictograms.svg#${name}`;
}

/** The same for a drawing of a page that would be bare. */
export function spotAt(name: SpotName): string {
	const id = `spot-${name}`;
	return isInPage(id) ? `#${id}` : `/spots.svg#${name}`;
}
