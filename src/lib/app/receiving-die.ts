import type { SharedDie } from '$lib/domain/shared-die';
import { withIdeasOf, withSharedDie } from '$lib/domain/taken-die';
import { newId } from '$lib/platform/random';
import type { Services } from './services.svelte';
import { sayDone, sayNotKept } from './starts';

/**
 * Puts six faces from a code in place of the person's six, or only their ideas among the person's own, with an undo. True
 * once they are there.
 */
export async function putDie(services: Services, die: SharedDie, keepsSix = false): Promise<boolean> {
	const storage = await services.gate.open();
	let isFull = false;
	try {
		const undo = await storage.dice.change((kept) => {
			const next = (keepsSix ? withIdeasOf : withSharedDie)(kept, die, newId);
			isFull = next === undefined;
			return next ?? kept;
		});
		if (isFull) services.status.say({ key: 'receive.die.full', tone: 'trouble' });
		else sayDone(services, storage, { key: keepsSix ? 'receive.die.added' : 'receive.die.done', undo });
		return !isFull;
	} catch (error) {
		sayNotKept(services, error);
		return false;
	}
}
