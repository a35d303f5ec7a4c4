import type { SpotName } from '$lib/domain/drawing';
import type { PictogramName } from '$lib/domain/pictogram';

/*
 * Small drawings lie together in two files, which every page shares. A slow phone takes as long to read one of them as to draw a
 * list: so what a page shows first stands in the page itself, put there while building (src/hooks.server.ts) or by the early list
 * (src/early-list.js).
 */

/** How the id of a drawing begins in a page, for each file. */
export const idBegins = { pictograms: 'drawn-', spots: 'spot-' } as const;

function drawingAt(file: keyof typeof idBegins, name: string): string {
	const id = idBegins[file] + name;
	return globalThis.document?.getElementById(id) ? `#${id}` : `/${file}.svg#${name}`;
}

/** What a `use` shows a picture of a step, a habit or an idea by: in the page, or in the file of all of them. */
export const pictogramAt = (name: PictogramName): string => drawingAt('pictograms', name);

/** The same for a drawing of a page that would be bare. */
export const spotAt = (name: SpotName): string => drawingAt('spots', name);
