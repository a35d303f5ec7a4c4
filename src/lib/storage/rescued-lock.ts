import type { BytesAtRest } from './bytes-at-rest';
import type { EnvolDatabase } from './database';
import type { LockControls } from './later-lock';
import { createLock } from './lock';
import { lockedStorage } from './locked-storage';
import type { NoDatabase } from './open';
import { storageError } from './storage-error';
import type { Content, StandIn } from './types';

type Mutable<T> = T extends readonly (infer Each)[] ? Each[] : never;

/** Pictures and sounds as they are without a lock. */
async function inPlain(content: Content, bytes: BytesAtRest): Promise<Content> {
	const photos: Mutable<Content['photos']> = [];
	for (const photo of content.photos) {
		const thumbnail = await bytes.open('thumbnails', photo.id, photo.thumbnail);
		const picture = await bytes.open('pictures', photo.id, photo.picture);
		if (thumbnail && picture) photos.push({ ...photo, thumbnail, picture });
	}
	const recordings: Mutable<Content['recordings']> = [];
	for (const sound of content.recordings) {
		const blob = await bytes.open('recordings', sound.id, sound.blob);
		if (blob) recordings.push({ ...sound, blob });
	}
	return { ...content, photos, recordings };
}

/**
 * Where no database opens, and what the journal has is under a lock: nothing can be read until somebody opens it. From then on it is
 * in memory, and what is changed goes into the journal, sealed.
 * @param name the database that does not open
 */
export function openRescued({ found, second }: NoDatabase, name: string): StandIn {
	const storage = {} as StandIn;
	const controls: LockControls = {
		name,
		second,
		onRenamed: () => undefined,
		recoveryWords: undefined,
		listeners: new Set(),
		isLocked: true,
		show: (instead) =>
			void Object.assign(storage, instead, {
				isDurable: false,
				erase: () => second.erase(),
				handOver: () => Promise.reject(storageError('locked')),
				goOn: () => undefined
			}),
		open: async ({ key } = {}) => {
			// with what was changed since
			const now = (await second.recover()) ?? found;
			const [{ openInMemory }, { underLock }] = await Promise.all([
				import('./in-memory'),
				import('./under-lock')
			]);
			let inMemory: EnvolDatabase | undefined;
			let bytes: BytesAtRest | undefined;
			const opened = await openInMemory({ found: now, second }, async (db) => {
				inMemory = db;
				if (key) ({ bytes } = await underLock(db, key));
				return bytes;
			});
			const handOver = async () => {
				const content = await opened.handOver();
				return bytes ? inPlain(content, bytes) : content;
			};
			// what was changed is in the journal: each change waited for that
			const end = async () => inMemory?.close({ disableAutoOpen: true });
			controls.session = { storage: opened, end };
			Object.assign(storage, opened, { lock, handOver });
		}
	};
	const lock = createLock(controls);
	controls.show(lockedStorage(controls));
	return Object.assign(storage, { lock });
}
