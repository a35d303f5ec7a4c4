import type { KeptSheet } from '$lib/domain/kept-sheet';
import { received, type Answered, type ReceivingWay } from '$lib/domain/receive';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { Services } from './services.svelte';
import { sayDone, sayNotKept } from './starts';

/**
 * Puts what the person answered into their plan, and what goes with it, both or neither; one undo takes back both.
 * True once it is there.
 */
export async function putInPlan(
	services: Services,
	answered: readonly Answered[],
	way: ReceivingWay,
	sheet: KeptSheet | undefined
): Promise<boolean> {
	const storage = await services.gate.open();
	try {
		const undoSteps = await storage.plan.change((steps) =>
			received(steps, answered, way, { newId, at: now() })
		);
		const undoSheet =
			sheet &&
			(await storage.sheet
				.change(() => sheet)
				.catch((error: unknown) => {
					return undoSteps().then(() => Promise.reject(error));
				}));
		sayDone(services, storage, {
			key: 'receive.status.done',
			undo: async () => {
				await undoSheet?.();
				await undoSteps();
			}
		});
		return true;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}
