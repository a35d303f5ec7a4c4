import { inOrder } from '$lib/domain/photo';
import type { EnvolDatabase } from './database';
import { fieldsTakenBack } from './difference';
import { isThere, withDeletedAt } from './notes';
import { observed } from './observed';
import { plainBytes, type BytesAtRest } from './bytes-at-rest';
import { readable } from './readable';
import type { PhotosRepository, RecordingsRepository } from './types';
import type { Write } from './write';

export function createPhotos(
	db: EnvolDatabase,
	write: Write,
	bytes: BytesAtRest = plainBytes
): PhotosRepository {
	const all = [db.photos, db.thumbnails, db.pictures];
	const drop = async (ids: string[]): Promise<void> => {
		await db.photos.bulkDelete(ids);
		await db.thumbnails.bulkDelete(ids);
		await db.pictures.bulkDelete(ids);
	};
	const change: PhotosRepository['change'] = async (id, change) => {
		const made = await write([db.photos], async () => {
			const before = await db.photos.get(id);
			const after = before && change(before);
			if (after) await db.photos.put(after);
			return before && after && { before, after };
		});
		return () =>
			write([db.photos], async () => {
				const present = await db.photos.get(id);
				if (present && made) await db.photos.put(fieldsTakenBack(present, made.before, made.after));
			});
	};
	return {
		// reads all and filters: stepping a cursor through each photo takes twice as long
		observe: () => observed(async () => (await db.photos.toArray()).filter(isThere)),
		observeForHardDays: () =>
			observed(async () => {
				const notes = await db.notes.orderBy('keptAt').filter(isThere).primaryKeys();
				const [alone, ofNotes] = await Promise.all([
					db.photos.orderBy('keptAt').toArray(),
					db.photos.where('note').anyOf(notes).toArray()
				]);
				return [...new Map([...ofNotes, ...alone].map((photo) => [photo.id, photo])).values()].filter(
					isThere
				);
			}),
		observeOf: (note) => observed(async () => inOrder(await db.photos.where('note').equals(note).toArray())),
		add: async (photo, { picture, thumbnail }) => {
			const { id } = photo;
			// before the transaction, which waits for nothing
			const large = await bytes.seal('pictures', id, picture);
			const small = await bytes.seal('thumbnails', id, thumbnail);
			const keep = async () => {
				await db.pictures.put({ id, blob: large });
				await db.thumbnails.put({ id, blob: small });
				await db.photos.put(photo);
			};
			await write(all, keep, 'bytes');
			return () => write(all, () => drop([id]));
		},
		change,
		remove: (id, at) => change(id, (photo) => withDeletedAt(photo, at)),
		thumbnail: async (id) =>
			bytes.open('thumbnails', id, await readable((await db.thumbnails.get(id))?.blob)),
		picture: async (id) => bytes.open('pictures', id, await readable((await db.pictures.get(id))?.blob))
	};
}

export function createRecordings(
	db: EnvolDatabase,
	write: Write,
	bytes: BytesAtRest = plainBytes
): RecordingsRepository {
	const setDeletedAt = (id: string, deletedAt: number | undefined) =>
		write([db.recordings], async () => {
			const sound = await db.recordings.get(id);
			if (sound) await db.recordings.put(withDeletedAt(sound, deletedAt));
		});
	return {
		add: async (sound) => {
			const kept = { ...sound, blob: await bytes.seal('recordings', sound.id, sound.blob) };
			await write([db.recordings], () => db.recordings.put(kept), 'bytes');
		},
		read: async (id) => bytes.open('recordings', id, await readable((await db.recordings.get(id))?.blob)),
		remove: async (id, at) => {
			await setDeletedAt(id, at);
			return () => setDeletedAt(id, undefined);
		},
		drop: (id) => write([db.recordings], () => db.recordings.delete(id))
	};
}
