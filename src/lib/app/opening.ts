import { isLeaving } from '$lib/platform/leaving';
import { openStorage, reasonOf } from '$lib/storage';
import type { Media, StandIn, Storage, StorageReason } from '$lib/storage/types';

export interface Opened {
	storage: Storage;
	/** Why what the person does here is not kept; undefined when all is well. */
	reason?: StorageReason;
	/** What was done while nothing could be kept and is not there yet: all of it, or what found no room. */
	done?: StandIn | Media;
}

/**
 * Opens what keeps, and brings along what was done meanwhile; where that cannot be, what there was works on, or a
 * stand-in does. Loaded when a screen first needs it.
 * @param before what there was until now
 */
export async function opening(before: Opened | undefined, hadData: boolean): Promise<Opened> {
	try {
		const storage =
			before && !before.reason ? before.storage : await openStorage(hadData, undefined, isLeaving);
		if (!before?.done) return { storage };
		const { carryOver } = await import('./carry-over');
		const done = await carryOver(before.done, storage);
		return { storage, ...(done && { done }) };
	} catch (error) {
		const reason = reasonOf(error);
		if (before) return { ...before, reason };
		const { openInMemory } = await import('$lib/storage/in-memory');
		const storage = await openInMemory();
		return { storage, reason, done: storage };
	}
}
