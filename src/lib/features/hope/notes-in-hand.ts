import { noteOfLock, type NoteId } from '$lib/domain/note';
import { heldLocks } from '$lib/platform/locks';

/** The notes being written in this tab and all others; undefined where a browser cannot tell. */
export async function notesInHand(): Promise<ReadonlySet<NoteId> | undefined> {
	const held = await heldLocks();
	return held && new Set(held.flatMap((name) => noteOfLock(name) ?? []));
}
