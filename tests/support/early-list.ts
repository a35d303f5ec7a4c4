import type { EarlyList } from '../../src/lib/domain/early-list.ts';
import { unveiled } from '../../src/lib/platform/veil.ts';

/**
 * The list that waits in the page, as it does for the next opening; undefined where there is none.
 * @param veiled as `localStorage` has it
 * @param key from the database
 */
export async function readEarlyList(
	veiled: string | null,
	key: string | undefined
): Promise<EarlyList | undefined> {
	return veiled === null || key === undefined
		? undefined
		: (JSON.parse(await unveiled(veiled, key)) as EarlyList);
}
