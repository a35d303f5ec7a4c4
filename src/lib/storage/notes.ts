import { Dexie, liveQuery } from 'dexie';
import { newestFirst, saved, type Note, type NoteId } from '$lib/domain/note';
import type { EnvolDatabase } from './database';
import type { NotesRepository } from './types';
import type { Write } from './write';

const stitchesKey = 'stitches';

/** Reads the count from anywhere; what cannot be read is none. */
function countOf(value: unknown): number {
	return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : 0;
}

export function createNotes(db: EnvolDatabase, write: Write): NotesRepository {
	const stitches = async () => countOf((await db.settings.get(stitchesKey))?.value);
	const addStitch = async (): Promise<void> => {
		await db.settings.put({ key: stitchesKey, value: (await stitches()) + 1 });
	};
	const withPhotos = [db.notes, db.photos];
	const setGone = async (id: NoteId, goneAt: number | undefined): Promise<void> => {
		const note = await db.notes.get(id);
		if (note) await db.notes.put(gone(note, goneAt));
	};

	return {
		observe: () => liveQuery(async () => (await db.notes.toArray()).filter(isThere).sort(newestFirst)),
		observeLatest: (count) =>
			liveQuery(() => db.notes.orderBy('[day+at]').reverse().filter(isThere).limit(count).toArray()),
		observeOne: (id) =>
			liveQuery(async () => {
				const note = await db.notes.get(id);
				return note && isThere(note) ? note : undefined;
			}),
		observeAbout: (days) =>
			liveQuery(async () => {
				const found = await Promise.all(
					days.map((day) =>
						db.notes.where('[day+at]').between([day, Dexie.minKey], [day, Dexie.maxKey]).toArray()
					)
				);
				return found.flat().filter(isThere);
			}),
		observeLetters: (from, to) =>
			liveQuery(() => db.notes.where('openOn').between(from, to, true, true).filter(isThere).toArray()),
		observeKept: () => liveQuery(() => db.notes.orderBy('keptAt').reverse().filter(isThere).toArray()),
		observeStitches: () => liveQuery(stitches),
		save: (draft, draftKey, at) =>
			write([db.notes, db.versions, db.settings, db.drafts], async () => {
				const kept = await db.notes.get(draft.id);
				const { note, replaced, isJoined } = saved(kept, draft, at);
				await db.notes.put(note);
				if (replaced) await db.versions.add(replaced);
				if (!kept) await addStitch();
				await db.drafts.delete(draftKey);
				return { note, isJoined };
			}),
		bring: (note) =>
			write([db.notes, db.settings], async () => {
				if (await db.notes.get(note.id)) return;
				await db.notes.put(note);
				await addStitch();
			}),
		keep: async (id, keptAt) => {
			const set = (at: number | undefined) =>
				write([db.notes], async () => {
					const note = await db.notes.get(id);
					const before = note?.keptAt;
					if (note) await db.notes.put(kept(note, at));
					return before;
				});
			const before = await set(keptAt);
			return () => set(before).then(() => undefined);
		},
		remove: async (id, at) => {
			const photos = await write(withPhotos, async () => {
				await setGone(id, at);
				const of = (await db.photos.where('note').equals(id).toArray()).filter(isThere);
				await db.photos.bulkPut(of.map((photo) => gone(photo, at)));
				return of.map((photo) => photo.id);
			});
			return () =>
				write(withPhotos, async () => {
					await setGone(id, undefined);
					const of = await db.photos.bulkGet(photos);
					await db.photos.bulkPut(of.flatMap((photo) => (photo ? [gone(photo, undefined)] : [])));
				});
		},
		versions: async (id) => (await db.versions.where('note').equals(id).toArray()).reverse(),
		forgetGone: ({ notes, before, versionsBefore }) =>
			write([db.notes, db.versions, db.photos, db.thumbnails, db.pictures, db.recordings], async () => {
				const asked = (await db.notes.bulkGet([...notes])).flatMap((note) =>
					note && !isThere(note) ? [note.id] : []
				);
				const over = [...asked, ...(await db.notes.where('goneAt').below(before).primaryKeys())];
				const photos = [
					...(await db.photos.where('note').anyOf(over).primaryKeys()),
					...(await db.photos.where('goneAt').below(before).primaryKeys())
				];
				await db.notes.bulkDelete(over);
				await db.versions.where('note').anyOf(over).delete();
				await db.versions.where('at').below(versionsBefore).delete();
				await db.recordings.where('note').anyOf(over).delete();
				await db.photos.bulkDelete(photos);
				await db.thumbnails.bulkDelete(photos);
				await db.pictures.bulkDelete(photos);
			})
	};
}

export function isThere({ goneAt }: { goneAt?: number }): boolean {
	return goneAt === undefined;
}

/** Deleted since then, or there again. */
export function gone<T extends { goneAt?: number }>(record: T, goneAt: number | undefined): T {
	const { goneAt: _, ...rest } = record;
	return (goneAt === undefined ? rest : { ...rest, goneAt }) as T;
}

/** Kept for hard days since then, or not. */
export function kept(note: Note, keptAt: number | undefined): Note {
	const { keptAt: _, ...rest } = note;
	return keptAt === undefined ? rest : { ...rest, keptAt };
}
