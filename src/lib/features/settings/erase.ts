import { removeJournal } from '$lib/app/remove-journal';
import { deleteDatabases } from '$lib/platform/delete-database';
import { forgetSharedFile } from '$lib/platform/files-from-outside';
import { markErased } from '$lib/platform/erased';
import { isFramed } from '$lib/platform/framed';
import { forgetWordsLeft } from '$lib/platform/last-words';
import { forgetMirror } from '$lib/platform/mirror';
import { isVisiting } from '$lib/platform/visiting';
import type { StorageGate } from '$lib/app/storage-gate.svelte';

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
		// the stand-in does not hold what was stored before: the database itself must be deleted
		if (!storage.isDurable && !(await deleteDatabases())) return false;
		await storage.erase();
		// what is not in use may hold words too: a damaged database, a journal that did not start
		if (!(await deleteDatabases()) || !(await removeJournal())) return false;
	} catch {
		return false;
	}
	forgetMirror();
	forgetWordsLeft();
	await forgetSharedFile();
	markErased();
	return true;
}
