import { mirrorLock } from '$lib/platform/lock-habits';
import { whenNobody } from '$lib/platform/locks';
import { mirroredLock } from '$lib/platform/mirror';
import type { DataKey, Storage } from '$lib/storage/types';
import { askKey } from './ask-key';

/** The key of a lock that is on: another page or the worker may have it; else the person is asked. Undefined where none is on. */
export async function findKey(
	storage: Storage,
	isLocked: boolean,
	untilKey: (storage: Storage) => Promise<DataKey>
): Promise<DataKey | undefined> {
	// storage knows better than the mirror
	if (isLocked !== mirroredLock()) mirrorLock(isLocked);
	if (!isLocked) return undefined;
	const key = await askKey();
	try {
		if (key) {
			await storage.lock.use(key);
			return key;
		}
	} catch {
		// it is of another lock
	}
	return untilKey(storage);
}

/** Another page may be turning the lock on or off: nothing is opened in the middle of that. */
export const whenNobodyTurnsIt = (): Promise<void> => whenNobody('envol-lock-moving');
