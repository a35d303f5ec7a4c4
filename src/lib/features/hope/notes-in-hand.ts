import { noteOfLock, type NoteId } from '$lib/domain/note';
import { heldLocks } from '$lib/platform/locks';

/** The notes that this tab and all others are writing right now; undefined where a browser does not tell. */
export async function notesInHand(): Promise<ReadonlySet<NoteId> | undefined> {
	const held = await heldLocks();
	return held && new Set(held.flatMap((name) => noteOfLock(name) ?? []));
}
