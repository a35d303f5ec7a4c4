import { deleteDatabases } from '$lib/platform/delete-database';
import { erasedPage, markErased } from '$lib/platform/erased';
import { forgetSharedFile } from '$lib/platform/files-from-outside';
import { isFramed } from '$lib/platform/framed';
import { forgetWordsLeft } from '$lib/platform/last-words';
import { forgetMirror, mirroredDatabase } from '$lib/platform/mirror';
import { isVisiting } from '$lib/platform/visiting';
import type { SecondStore } from '$lib/second-store/port';
import { deleteForGood } from '$lib/storage/delete-for-good';
import { markErasing, unmarkErasing } from '$lib/storage/erase-mark';
import { removeJournal } from './remove-journal';
import type { StorageGate } from './storage-gate.svelte';

/**
 * Erases everything that Envol stored in this browser. True only once that is certain; until then nothing is
 * forgotten.
 */
export async function eraseEverything(gate: StorageGate): Promise<boolean> {
	// another page might have led the finger there
	if (isFramed()) return false;
	try {
		const storage = await gate.toErase();
		if (isVisiting()) {
			await storage.erase();
			return true;
		}
		await markErasing();
		try {
			// the stand-in does not hold what was stored before: the database itself must be deleted
			if (!storage.isDurable && !(await deleteDatabases())) throw new Error('still there');
			await storage.erase();
		} catch {
			void unmarkErasing();
			return false;
		}
		return await eraseRest();
	} catch {
		return false;
	}
}

/** What is not in use may hold words too: a damaged database, a journal that did not start. Then all that lies beside. */
async function eraseRest(): Promise<boolean> {
	if (!(await removeJournal()) || !(await deleteDatabases()) || !(await unmarkErasing())) return false;
	forgetMirror();
	forgetWordsLeft();
	await forgetSharedFile();
	markErased();
	return true;
}

/**
 * Ends an erase that ended in between with its page or the browser: nothing shows any more, but words may still be in the browser's
 * files. Leaves for the page on which an erase ends. False where something is in the way.
 * @param second the journal of this page, where there can be one
 */
export async function goOnErasing(second: SecondStore | undefined): Promise<boolean> {
	try {
		// its worker has the files open
		await second?.erase();
		await deleteForGood(mirroredDatabase());
		if (!(await eraseRest())) return false;
	} catch {
		return false;
	}
	location.replace(erasedPage);
	return true;
}
