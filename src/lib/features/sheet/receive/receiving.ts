import { joinSheet, quotedSheet, type Chosen } from '$lib/domain/join-sheet';
import type { KeptSheet } from '$lib/domain/kept-sheet';
import type { Outcome } from '$lib/domain/outcome';
import { planAfterAnswers, type Answered, type ReceivingWay } from '$lib/domain/receive';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { commit, together } from '$lib/app/keeping/commit';
import type { Services } from '$lib/app/services.svelte';

/**
 * Merges what the person answered into their plan, and the extras into their own sheet, both or neither; one undo
 * reverts both.
 * @param sheet the extras; undefined for a code that has none
 */
export function putInPlan(
	services: Services,
	answered: readonly Answered[],
	way: ReceivingWay,
	sheet: Omit<KeptSheet, 'teamPhone'> | undefined,
	chosen: Chosen = {}
): Promise<Outcome> {
	return commit(
		services,
		(storage) =>
			together(
				storage,
				['plan', 'sheet'],
				[
					() => storage.plan.change((steps) => planAfterAnswers(steps, answered, way, { newId, at: now() })),
					() => storage.sheet.change((mine) => (sheet ? joinSheet(mine, quotedSheet(sheet), chosen) : mine))
				]
			),
		{ key: 'receive.status.done' }
	);
}
