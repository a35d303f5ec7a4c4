import type { Table } from 'dexie';
import type { EnvolDatabase } from './database';
import type { Repositories } from './types';

/** The tables that these repositories write to; the small records share one. */
export function tablesOf(db: EnvolDatabase, repositories: readonly (keyof Repositories)[]): Table[] {
	const pictures = [db.photos, db.thumbnails, db.pictures];
	const tables: { [name in keyof Repositories]?: Table[] } = {
		days: [db.days],
		plan: [db.steps, db.days],
		drafts: [db.drafts],
		notes: [db.notes, db.versions, db.settings, db.drafts, db.recordings, ...pictures],
		photos: pictures,
		recordings: [db.recordings]
	};
	return [...new Set(repositories.flatMap((name) => tables[name] ?? [db.settings]))];
}
