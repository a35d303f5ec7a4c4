import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Day } from '$lib/domain/day';
import type { Instant, LocalDay } from '$lib/domain/local-day';
import type { Step, StepId } from '$lib/domain/step';
import type { Sound } from '$lib/domain/orphans';
import type { Note, NoteId, PhotoId, Version } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { Draft } from './types';

/** The newest schema this code knows. Only ever goes up; see docs/guides/changing-the-database.md. */
export const schemaVersion = 4;
export const databaseName = 'envol';

/**
 * One row that bringing a copy back changed: as it was, where it was there, and as it became, where it still is. Undone, it
 * is as it was, but for what was written since.
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
	/** One record a day, ticks inside. */
	days: Table<Day, LocalDay>;
	steps: Table<Step, StepId>;
	drafts: Table<Draft, string>;
	/** Small records by name: 'preferences', 'born', 'stitches', and those of `kept-records.ts`. */
	settings: Table<{ key: string; value: unknown }, string>;
	notes: Table<Note, NoteId>;
	/** What notes said before, for a while. */
	versions: Table<Version & { key?: number }, number>;
	photos: Table<Photo, PhotoId>;
	/** Apart from their photos, so that a list never reads one. */
	thumbnails: Table<{ id: PhotoId; blob: Blob }, PhotoId>;
	pictures: Table<{ id: PhotoId; blob: Blob }, PhotoId>;
	/** The sound of spoken notes. */
	recordings: Table<Sound & { blob: Blob }, string>;
	/** Room kept free, so that words can still be saved on a full device. */
	ballast: Table<{ id: 1; bytes: Blob }, 1>;
	/** The way back from the last copy that was brought here. */
	safety: Table<SafetyRow, number>;
};

type Place = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** What version 2 called `goneAt`. */
interface Deletable {
	goneAt?: number;
	deletedAt?: number;
}

/** Never what Dexie would take by itself: once a stand-in is open, that is the stand-in's. */
function inTheBrowser(): Place {
	try {
		const { indexedDB, IDBKeyRange } = globalThis;
		return { indexedDB, IDBKeyRange };
	} catch {
		// some browsers forbid even to look
		return { indexedDB: undefined };
	}
}

/**
 * A shipped version is never edited: add a new one below it.
 * @param place where it stands
 */
export function createDatabase(name = databaseName, place: Place = inTheBrowser()): EnvolDatabase {
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
			// one name for the time of a deletion; only what was deleted and may still come back has one
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
	return db;
}
