import { forgetOnChange } from '$lib/app/keepers/forget-early-list';
import { allWordsLeft, leaveWords, wordsAreTaken } from '$lib/platform/last-words';
import { isLeaving, onGoing } from '$lib/platform/leaving';
import { mirrorDatabase, mirroredDatabase, mirroredLock } from '$lib/platform/mirror';
import { isVisiting } from '$lib/platform/visiting';
import { EraseCutShort, NoDatabase, openStorage, reasonOf } from '$lib/storage';
import { createSecondStore } from './second-store';
import type { DataKey, Media, StandIn, Storage, StorageReason } from '$lib/storage/types';

export interface Opened {
	storage: Storage;
	/** Why nothing done here is stored; undefined when all is well. */
	reason?: StorageReason;
	/** What opens the lock; undefined where there is none. */
	key?: DataKey;
	/** What was done before a durable storage opened and is not in it yet: everything, or what found no room. */
	done?: StandIn | Media;
}

/** The recovery page of a lock, in the language of the person. */
async function recoveryWords(): Promise<string> {
	const { wordsToPrint } = await import('./lock/recovery-words');
	return wordsToPrint();
}

/**
 * Opens durable storage and carries over what was done before. Where that fails, the previous storage works on, or a
 * stand-in does. Loaded when a screen first needs it.
 * @param before what was open until now
 * @param untilKey the key of a lock that is on, from the person: as long as nobody opens it, this waits
 */
export async function opening(
	before: Opened | undefined,
	hadData: boolean,
	untilKey: (storage: Storage) => Promise<DataKey> = () => new Promise(() => undefined)
): Promise<Opened> {
	// nothing of a visitor session is stored, and that is as it should be: its bar says so
	if (isVisiting())
		return before ?? { storage: await (await import('$lib/storage/in-memory')).openInMemory() };
	try {
		// another page is turning a lock on or off
		if (mirroredLock()) await (await import('./lock/find-key')).whenNobodyTurnsIt();
		const storage =
			before && !before.reason
				? before.storage
				: await openStorage(hadData, mirroredDatabase(), {
						isLeaving,
						last: { leave: leaveWords, taken: wordsAreTaken, all: allWordsLeft, onGoing },
						second: createSecondStore(),
						onRenamed: mirrorDatabase,
						recoveryWords
					});
		// from the journal, and nothing of it can be kept
		const isRescued = !storage.isDurable;
		if (isRescued && before) return { ...before, reason: 'unreadable' };
		let key = before?.key;
		if (storage !== before?.storage) {
			const isLocked = (await storage.lock.state()) !== 'off';
			if (isLocked || mirroredLock())
				key = await (await import('./lock/find-key')).findKey(storage, isLocked, untilKey);
			forgetOnChange(storage);
		}
		const opened: Opened = { storage, ...(key && { key }) };
		if (isRescued) return { ...opened, reason: 'unreadable', done: storage as StandIn };
		if (!before?.done) return opened;
		const { carryOver } = await import('./carry-over');
		const done = await carryOver(before.done, storage);
		return { ...opened, ...(done && { done }) };
	} catch (error) {
		if (error instanceof EraseCutShort) {
			const { goOnErasing } = await import('./erase');
			// then this page is being left
			if (await goOnErasing(error.second)) return new Promise(() => undefined);
		}
		const reason = reasonOf(error);
		if (before) return { ...before, reason };
		const { openInMemory } = await import('$lib/storage/in-memory');
		const storage = await openInMemory(error instanceof NoDatabase ? error : undefined);
		return { storage, reason, done: storage };
	}
}
