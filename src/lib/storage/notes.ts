import { Dexie } from 'dexie';
import { draftsFor, soundsToDrop, soundsWanted } from '$lib/domain/orphans';
import {
	draftKey,
	draftKeysOf,
	newestFirst,
	noteOfDraft,
	parseDraft,
	saved,
	type Note,
	type NoteId
} from '$lib/domain/note';
import type { EnvolDatabase } from './database';
import { observed } from './observed';
import type { NotesRepository } from './types';
import type { Write } from './write';

const stitchesKey = 'stitches';

/** Parses the count; anything invalid is 0. */
function countOf(value: unknown): number {
	return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}

/** The number of stitches in the row. */
export async function stitchesIn(db: EnvolDatabase): Promise<number> {
	return countOf((await db.settings.get(stitchesKey))?.value);
}

export function createNotes(db: EnvolDatabase, write: Write): NotesRepository {
	const addStitches = async (more: number): Promise<void> => {
		if (more > 0) await db.settings.put({ key: stitchesKey, value: (await stitchesIn(db)) + more });
	};
	const withPhotos = [db.notes, db.photos];
	const setDeletedAt = async (id: NoteId, deletedAt: number | undefined): Promise<void> => {
		const note = await db.notes.get(id);
		if (note) await db.notes.put(withDeletedAt(note, deletedAt));
	};
	/** Notes that have a draft, or are being written in a tab. */
	const inHand = async (live: ReadonlySet<NoteId>): Promise<Set<NoteId>> => {
		const keys = await db.drafts.where('key').startsWith(draftKeysOf()).primaryKeys();
		return new Set([...live, ...keys.flatMap((key) => noteOfDraft(key) ?? [])]);
	};
	/** Photos that were deleted with their note come back with it. */
	const bringPhotosBack = async ({ id, deletedAt }: Note): Promise<void> => {
		const of = await db.photos.where('note').equals(id).toArray();
		await db.photos.bulkPut(
			of.filter((photo) => photo.deletedAt === deletedAt).map((photo) => withDeletedAt(photo, undefined))
		);
	};

	return {
		observe: () => observed(async () => (await db.notes.toArray()).filter(isThere).sort(newestFirst)),
		observeLatest: (count) =>
			observed(() => db.notes.orderBy('[day+at]').reverse().filter(isThere).limit(count).toArray()),
		observeOne: (id) =>
			observed(async () => {
				const note = await db.notes.get(id);
				return note && isThere(note) ? note : undefined;
			}),
		observeAbout: (days) =>
			observed(async () => {
				const found = await Promise.all(
					days.map((day) =>
						db.notes.where('[day+at]').between([day, Dexie.minKey], [day, Dexie.maxKey]).toArray()
					)
				);
				return found.flat().filter(isThere);
			}),
		observeLetters: (from, to) =>
			observed(() => db.notes.where('openOn').between(from, to, true, true).filter(isThere).toArray()),
		observeForHardDays: () => observed(() => db.notes.orderBy('keptAt').reverse().filter(isThere).toArray()),
		observeStitches: () => observed(() => stitchesIn(db)),
		save: (draft, draftKey, at) =>
			write([db.notes, db.versions, db.settings, db.drafts, db.photos], async () => {
				const kept = await db.notes.get(draft.id);
				const { note, replaced, isJoined } = saved(kept, draft, at);
				await db.notes.put(note);
				await db.versions.bulkAdd([...replaced]);
				if (!kept) await addStitches(1);
				else if (!isThere(kept)) await bringPhotosBack(kept);
				await db.drafts.delete(draftKey);
				return { note, isJoined };
			}),
		bring: ({ notes, versions, stitches }) =>
			write([db.notes, db.versions, db.settings], async () => {
				const known = await db.notes.bulkGet(notes.map(({ id }) => id));
				const missing = notes.filter((_, i) => !known[i]);
				const ids = new Set(missing.map(({ id }) => id));
				await db.notes.bulkAdd(missing);
				await db.versions.bulkAdd(versions.filter(({ note }) => ids.has(note)));
				// a note that was purged still counts as a stitch
				await addStitches(missing.length + Math.max(0, stitches - notes.length));
			}),
		exchange: (gone, notes) =>
			write([db.notes], async () => {
				await db.notes.bulkDelete([...gone]);
				await db.notes.bulkPut([...notes]);
			}),
		keep: async (id, keptAt) => {
			const set = (at: number | undefined) =>
				write([db.notes], async () => {
					const note = await db.notes.get(id);
					const before = note?.keptAt;
					if (note) await db.notes.put(withKeptAt(note, at));
					return before;
				});
			const before = await set(keptAt);
			return () => set(before).then(() => undefined);
		},
		markOpened: (id, on) =>
			write([db.notes], async () => {
				const note = await db.notes.get(id);
				if (note) await db.notes.put({ ...note, openedOn: on });
			}),
		remove: async (id, at) => {
			const photos = await write(withPhotos, async () => {
				await setDeletedAt(id, at);
				const of = (await db.photos.where('note').equals(id).toArray()).filter(isThere);
				await db.photos.bulkPut(of.map((photo) => withDeletedAt(photo, at)));
				return of.map((photo) => photo.id);
			});
			return () =>
				write(withPhotos, async () => {
					await setDeletedAt(id, undefined);
					const of = await db.photos.bulkGet(photos);
					await db.photos.bulkPut(of.flatMap((photo) => (photo ? [withDeletedAt(photo, undefined)] : [])));
				});
		},
		versions: async (id) => (await db.versions.where('note').equals(id).toArray()).reverse(),
		purgeDeleted: ({ notes, live = new Set(), before, versionsBefore }) =>
			write(
				[db.notes, db.versions, db.photos, db.thumbnails, db.pictures, db.recordings, db.drafts],
				async () => {
					const asked = (await db.notes.bulkGet([...notes])).flatMap((note) =>
						note && !isThere(note) ? [note.id] : []
					);
					const mayComeBack = await inHand(live);
					const over = [...asked, ...(await db.notes.where('deletedAt').below(before).primaryKeys())].filter(
						(id) => !mayComeBack.has(id)
					);
					const photos = [
						...(await db.photos.where('note').anyOf(over).primaryKeys()),
						...(await db.photos
							.where('deletedAt')
							.below(before)
							.filter(({ note }) => !mayComeBack.has(note))
							.primaryKeys())
					];
					await db.notes.bulkDelete(over);
					await db.versions.where('note').anyOf(over).delete();
					await db.versions.where('at').below(versionsBefore).delete();
					await db.recordings.where('note').anyOf(over).delete();
					await db.photos.bulkDelete(photos);
					await db.thumbnails.bulkDelete(photos);
					await db.pictures.bulkDelete(photos);
				}
			),
		heal: (live, at, dayOf) =>
			write([db.notes, db.drafts, db.photos, db.recordings], async () => {
				const drafts = await db.drafts.where('key').startsWith(draftKeysOf()).toArray();
				const known = await inHand(live);
				const withPhotos = (await db.photos.orderBy('note').uniqueKeys()) as NoteId[];
				for (const id of await db.notes.where('id').anyOf(withPhotos).primaryKeys()) known.add(id);
				const unknown = withPhotos.filter((id) => !known.has(id));
				const found = draftsFor(await db.photos.where('note').anyOf(unknown).toArray(), known, dayOf);
				await db.drafts.bulkPut(
					found.map((draft) => ({ key: draftKey(draft.id, 'found'), text: JSON.stringify(draft), at }))
				);

				const speaking = (await db.recordings.orderBy('note').uniqueKeys()) as NoteId[];
				const wanted = soundsWanted(
					(await db.notes.bulkGet(speaking)).flatMap((note) => note ?? []),
					drafts.flatMap(({ text }) => parseDraft(text) ?? [])
				);
				// reads the bytes only of recordings that nothing seems to need
				const loose = (await db.recordings.toCollection().primaryKeys()).filter((id) => !wanted.has(id));
				const sounds = (await db.recordings.bulkGet(loose)).flatMap((sound) => sound ?? []);
				await db.recordings.bulkDelete(soundsToDrop(sounds, live, at));
			})
	};
}

export function isThere({ deletedAt }: { deletedAt?: number }): boolean {
	return deletedAt === undefined;
}

/** Sets or clears when the record was deleted. */
export function withDeletedAt<T extends { deletedAt?: number }>(record: T, deletedAt: number | undefined): T {
	const { deletedAt: _, ...rest } = record;
	return (deletedAt === undefined ? rest : { ...rest, deletedAt }) as T;
}

/** Sets or clears since when the note is kept for hard days. */
export function withKeptAt(note: Note, keptAt: number | undefined): Note {
	const { keptAt: _, ...rest } = note;
	return keptAt === undefined ? rest : { ...rest, keptAt };
}
