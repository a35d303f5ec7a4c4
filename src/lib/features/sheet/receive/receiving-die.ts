import type { Outcome } from '$lib/domain/outcome';
import type { SharedDie } from '$lib/domain/shared-die';
import { withIdeasOf, withSharedDie } from '$lib/domain/taken-die';
import { newId } from '$lib/platform/random';
import { commit } from '$lib/app/keeping/commit';
import type { Services } from '$lib/app/services.svelte';

/**
 * Puts six faces from a code in place of the person's six, or only their ideas among the person's own, with an undo.
 */
export async function putDie(services: Services, die: SharedDie, keepsSix = false): Promise<Outcome> {
	let isFull = false;
	const outcome = await commit(
		services,
		({ dice }) =>
			dice.change((kept) => {
				const next = (keepsSix ? withIdeasOf : withSharedDie)(kept, die, newId);
				isFull = next === undefined;
				return next ?? kept;
			}),
		() => (isFull ? undefined : { key: keepsSix ? 'receive.die.added' : 'receive.die.done' })
	);
	if (!isFull || outcome === 'failed') return outcome;
	services.status.say({ key: 'receive.die.full', tone: 'trouble' });
	return 'failed';
}
