import type { SecondStore } from '$lib/second-store/port';
import type { BytesAtRest } from './bytes-at-rest';
import type { EnvolDatabase } from './database';
import { createDays } from './days';
import { createNotes } from './notes';
import { createPhotos, createRecordings } from './photos';
import { createPlan } from './plan';
import { createRecords } from './records';
import { createDrafts, createSettings } from './settings';
import { tablesOf } from './tables-of';
import type { LastWordsPlace, Repositories, Storage } from './types';
import type { Write } from './write';
import type { WriteAhead } from './write-ahead';

/** Every repository of one database, in the browser or in memory. */
export function createRepositories(
	db: EnvolDatabase,
	write: Write,
	ahead: WriteAhead,
	second?: SecondStore,
	last?: LastWordsPlace,
	bytes?: BytesAtRest
): Repositories & Pick<Storage, 'transaction' | 'copying'> {
	return {
		transaction: (repositories, work) => write(tablesOf(db, repositories), work),
		copying: async () => (await import('./copies')).createCopying(db, write, second, bytes),
		days: createDays(db, ahead),
		plan: createPlan(db, write, ahead),
		drafts: createDrafts(db, write, last),
		settings: createSettings(db, write),
		notes: createNotes(db, write),
		photos: createPhotos(db, write, bytes),
		recordings: createRecordings(db, write, bytes),
		...createRecords(db, write, ahead)
	};
}
