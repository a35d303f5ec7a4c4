import type { Instant, LocalDay } from './local-day';
import { newDraft, type Note, type NoteDraft, type NoteId } from './note';
import type { Photo } from './photo';

/** A spoken sound, apart from its bytes. */
export interface Sound {
	id: string;
	note: NoteId;
	/** When it was recorded; not there for those of before that was written down. */
	at?: Instant;
	/** Let go of, and perhaps not yet beyond undo. */
	deletedAt?: Instant;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Photos that came in just before a crash belong to words that were never kept. A draft for each such note, so that
 * they are offered again; the person decides.
 * @param known notes that are kept, that wait as a draft, or that a tab is writing right now
 * @param dayOf the day of an instant where the person is
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

/** Sounds that a note has, or that a draft has or would put back: what it began with counts as well. */
export function soundsWanted(notes: readonly Note[], drafts: readonly NoteDraft[]): Set<Sound['id']> {
	const voices = [...notes, ...drafts, ...drafts.flatMap(({ base }) => base ?? [])].map(({ voice }) => voice);
	return new Set(voices.flatMap((voice) => voice?.id ?? []));
}

/**
 * Sounds that nothing can bring back any more: of words that were let go of, or taken out of a note by a tab that died
 * before it could clear up. What was let go of stays for an hour, anything else for a day; then no undo is left.
 * @param sounds those that no note and no draft has
 * @param live notes that a tab is writing right now: it may still undo
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
