import { forgetOnChange } from '$lib/app/keepers/forget-early-list';
import { allWordsLeft, leaveWords, wordsAreTaken } from '$lib/platform/last-words';
import { isLeaving, onGoing } from '$lib/platform/leaving';
import { mirrorDatabase, mirroredDatabase } from '$lib/platform/mirror';
import { isVisiting } from '$lib/platform/visiting';
import { NoDatabase, openStorage, reasonOf } from '$lib/storage';
import { createSecondStore } from './second-store';
import type { Media, StandIn, Storage, StorageReason } from '$lib/storage/types';

export interface Opened {
	storage: Storage;
	/** Why nothing done here is stored; undefined when all is well. */
	reason?: StorageReason;
	/** What was done before a durable storage opened and is not in it yet: everything, or what found no room. */
	done?: StandIn | Media;
}

/**
 * Opens durable storage and carries over what was done before. Where that fails, the previous storage works on, or a
 * stand-in does. Loaded when a screen first needs it.
 * @param before what was open until now
 */
export async function opening(before: Opened | undefined, hadData: boolean): Promise<Opened> {
	// nothing of a visitor session is stored, and that is as it should be: its bar says so
	if (isVisiting())
		return before ?? { storage: await (await import('$lib/storage/in-memory')).openInMemory() };
	try {
		const storage =
			before && !before.reason
				? before.storage
				: await openStorage(hadData, mirroredDatabase(), {
						isLeaving,
						last: { leave: leaveWords, taken: wordsAreTaken, all: allWordsLeft, onGoing },
						second: createSecondStore(),
						onRenamed: mirrorDatabase
					});
		if (storage !== before?.storage) forgetOnChange(storage);
		if (!before?.done) return { storage };
		const { carryOver } = await import('./carry-over');
		const done = await carryOver(before.done, storage);
		return { storage, ...(done && { done }) };
	} catch (error) {
		const reason = reasonOf(error);
		if (before) return { ...before, reason };
		const { openInMemory } = await import('$lib/storage/in-memory');
		const storage = await openInMemory(error instanceof NoDatabase ? error : undefined);
		return { storage, reason, done: storage };
	}
}
