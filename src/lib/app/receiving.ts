import { joinSheet, quotedSheet, type Chosen } from '$lib/domain/join-sheet';
import type { KeptSheet } from '$lib/domain/kept-sheet';
import { received, type Answered, type ReceivingWay } from '$lib/domain/receive';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { together } from '$lib/storage/together';
import type { Services } from './services.svelte';
import { sayDone, sayNotKept } from './starts';

/**
 * Joins what the person answered to their plan, and what goes with it to their own sheet, both or neither; one undo takes
 * back both. True once it is there.
 * @param sheet what goes with the steps; undefined for a code that says nothing of it
 */
export async function putInPlan(
	services: Services,
	answered: readonly Answered[],
	way: ReceivingWay,
	sheet: Omit<KeptSheet, 'teamPhone'> | undefined,
	chosen: Chosen = {}
): Promise<boolean> {
	const storage = await services.gate.open();
	try {
		const undo = await together(
			storage,
			['plan', 'sheet'],
			[
				() => storage.plan.change((steps) => received(steps, answered, way, { newId, at: now() })),
				() => storage.sheet.change((mine) => (sheet ? joinSheet(mine, quotedSheet(sheet), chosen) : mine))
			]
		);
		sayDone(services, storage, { key: 'receive.status.done', undo });
		return true;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}
