import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Day } from '$lib/domain/day';
import type { Instant, LocalDay } from '$lib/domain/local-day';
import type { Step, StepId } from '$lib/domain/step';
import type { Sound } from '$lib/domain/orphans';
import type { Note, NoteId, PhotoId, Version } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import { databaseName } from './database-name';
import { lockedVersion } from './schema-version';
import type { Draft } from './types';

export { schemaVersion } from './schema-version';

/**
 * One row that restoring a copy changed: before, where it existed, and after, where it still exists. An undo puts the
 * old row back, except for fields that were written since.
 */
export interface SafetyRow {
	key?: number;
	/** When. */
	at: Instant;
	table: string;
	before?: Record<string, unknown>;
	after?: Record<string, unknown>;
}

export type EnvolDatabase = Dexie & {
	/** One record a day, with its ticks inside. */
	days: Table<Day, LocalDay>;
	steps: Table<Step, StepId>;
	drafts: Table<Draft, string>;
	/** Small records by name: 'preferences', 'born', 'stitches', and those of `kept-records.ts`. */
	settings: Table<{ key: string; value: unknown }, string>;
	notes: Table<Note, NoteId>;
	/** What notes said before, stored for a while. */
	versions: Table<Version & { key?: number }, number>;
	photos: Table<Photo, PhotoId>;
	/** Separate from their photos, so that a list of photos never reads one. */
	thumbnails: Table<{ id: PhotoId; blob: Blob }, PhotoId>;
	pictures: Table<{ id: PhotoId; blob: Blob }, PhotoId>;
	/** The sound of voice notes. */
	recordings: Table<Sound & { blob: Blob }, string>;
	/** Space set aside, so that words can still be saved on a full device. */
	ballast: Table<{ id: 1; bytes: Blob }, 1>;
	/** What is needed to undo the last restored copy. */
	safety: Table<SafetyRow, number>;
};

type Place = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** The same field as version 2 named it, `goneAt`. */
interface Deletable {
	goneAt?: number;
	deletedAt?: number;
}

/** Passed explicitly, since Dexie's own default changes once a stand-in is open. */
function inTheBrowser(): Place {
	try {
		const { indexedDB, IDBKeyRange } = globalThis;
		return { indexedDB, IDBKeyRange };
	} catch {
		// some browsers throw on mere access
		return { indexedDB: undefined };
	}
}

/**
 * A released version is never edited: add a new one below it.
 * @param place the IndexedDB to use
 * @param isLocked one under a lock, which is given that version where it is not there yet
 */
export function createDatabase(
	name = databaseName,
	place: Place = inTheBrowser(),
	isLocked = false
): EnvolDatabase {
	const db = new Dexie(name, {
		...place,
		// the default durability loses acknowledged writes in a power cut
		chromeTransactionDurability: 'strict'
	}) as EnvolDatabase;
	db.version(1).stores({ days: 'day', steps: 'id', drafts: 'key', settings: 'key', ballast: 'id' });
	db.version(2).stores({
		notes: 'id, [day+at], keptAt, goneAt, openOn',
		versions: '++key, note, at',
		photos: 'id, note, keptAt, goneAt',
		thumbnails: 'id',
		pictures: 'id',
		recordings: 'id, note'
	});
	db.version(3)
		.stores({ notes: 'id, [day+at], keptAt, deletedAt, openOn', photos: 'id, note, keptAt, deletedAt' })
		.upgrade((transaction) =>
			// one name for the time of a deletion; only rows that were deleted and may still come back have it
			Promise.all(
				['notes', 'photos', 'recordings'].map((table) =>
					transaction
						.table<Deletable>(table)
						.filter(({ goneAt }) => goneAt !== undefined)
						.modify((record) => {
							record.deletedAt = record.goneAt;
							delete record.goneAt;
						})
				)
			)
		);
	db.version(4).stores({ safety: '++key' });
	if (isLocked) db.version(lockedVersion).stores({});
	return db;
}
