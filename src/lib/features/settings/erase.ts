import { deleteDatabase } from '$lib/platform/delete-database';
import { forgetMirror } from '$lib/platform/mirror';
import type { StorageGate } from '$lib/app/storage-gate.svelte';

/** Erases all that Envol kept in this browser. True only once that is sure; until then nothing is forgotten. */
export async function eraseEverything(gate: StorageGate): Promise<boolean> {
	try {
		const storage = await gate.open();
		// the stand-in holds nothing of what was kept before: the database itself must go
		if (!storage.isDurable && !(await deleteDatabase())) return false;
		await storage.erase();
	} catch {
		return false;
	}
	forgetMirror();
	return true;
}
