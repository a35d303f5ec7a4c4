import type { Shape } from '$lib/domain/early-list';

/** The file of small drawings, which every list shares: see `ui/drawings.ts`. */
const file = '/pictograms.svg';

/** What the file says of one drawing, in the order in which its shapes are drawn. */
function shapesIn(symbol: string): Shape[] {
	return [...symbol.matchAll(/<(\w+) ([^>]*?)\/?>/g)].map(([, tag = '', attributes = '']) => [
		tag,
		Object.fromEntries(
			[...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])
		)
	]);
}

/**
 * All drawings by their names, to be kept with the early list; from the offline copy, since Envol makes no request of its own. None
 * where there is no copy yet, or the browser lets nobody read it.
 */
export async function loadDrawings(): Promise<ReadonlyMap<string, Shape[]>> {
	try {
		const kept = await caches.match(file, { ignoreSearch: true });
		const symbols = (await kept?.text())?.matchAll(/<symbol id="([\w-]+)"[^>]*>(.*?)<\/symbol>/gs) ?? [];
		return new Map([...symbols].map(([, name = '', shapes = '']) => [name, shapesIn(shapes)]));
	} catch {
		return new Map();
	}
}
