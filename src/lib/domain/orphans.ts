import type { Instant, LocalDay } from './local-day';
import { newDraft, type Note, type NoteDraft, type NoteId } from './note';
import type { Photo } from './photo';

/** The record of a voice recording, without its bytes. */
export interface Sound {
	id: string;
	note: NoteId;
	/** When it was recorded; older recordings do not have it. */
	at?: Instant;
	/** When it was deleted. It may still be possible to undo that. */
	deletedAt?: Instant;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Photos added just before a crash belong to a note that was never saved. This makes a draft for each such note, so
 * that the photos are offered again and the person decides.
 * @param known notes that are saved, have a draft, or are being written in a tab right now
 * @param dayOf the local day of an instant
 */
export function draftsFor(
	photos: readonly Photo[],
	known: ReadonlySet<NoteId>,
	dayOf: (at: Instant) => LocalDay
): NoteDraft[] {
	const found = new Map<NoteId, NoteDraft>();
	for (const { note, at, deletedAt } of photos)
		if (deletedAt === undefined && !known.has(note) && !found.has(note))
			found.set(note, newDraft(note, dayOf(at)));
	return [...found.values()];
}

/** Recordings used by a note or a draft. Those that a draft began with count too, since it may put them back. */
export function soundsWanted(notes: readonly Note[], drafts: readonly NoteDraft[]): Set<Sound['id']> {
	const voices = [...notes, ...drafts, ...drafts.flatMap(({ base }) => base ?? [])].map(({ voice }) => voice);
	return new Set(voices.flatMap((voice) => voice?.id ?? []));
}

/**
 * Recordings that nothing can bring back any more: those of discarded drafts, or removed from a note by a tab that
 * closed before it could clean up. A deleted one stays for an hour, any other for a day; after that no undo is left.
 * @param sounds those that no note and no draft uses
 * @param live notes being written in a tab right now, which may still undo
 */
export function soundsToDrop(
	sounds: readonly Sound[],
	live: ReadonlySet<NoteId>,
	now: Instant
): Sound['id'][] {
	return sounds
		.filter(({ note, at = 0, deletedAt }) =>
			live.has(note) ? false : deletedAt === undefined ? at < now - dayMs : deletedAt < now - hourMs
		)
		.map(({ id }) => id);
}
