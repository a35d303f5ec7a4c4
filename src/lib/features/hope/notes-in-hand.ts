import { noteOfLock, type NoteId } from '$lib/domain/note';
import { heldLocks } from '$lib/platform/locks';

const beingLeft = new Set<Promise<unknown>>();

/** A note that was being written on this page: it was left, and is in hand until this resolves. */
export function leftInHand(kept: Promise<unknown>): void {
	const over = () => void beingLeft.delete(kept);
	beingLeft.add(kept);
	kept.then(over, over);
}

/** Resolves once nothing of this page that was left is in hand any more. */
export const noneBeingLeft = (): Promise<unknown> => Promise.allSettled(beingLeft);

/** The notes being written in this tab and all others; undefined where a browser cannot tell. */
export async function notesInHand(): Promise<ReadonlySet<NoteId> | undefined> {
	const held = await heldLocks();
	return held && new Set(held.flatMap((name) => noteOfLock(name) ?? []));
}
