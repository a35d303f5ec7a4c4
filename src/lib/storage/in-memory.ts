import { Dexie, liveQuery } from 'dexie';
import type { Recovered, SecondStore } from '$lib/second-store/port';
import type { BytesAtRest } from './bytes-at-rest';
import { createDatabase, type EnvolDatabase } from './database';
import { recordNames, type KeptRecords } from './kept-records';
import { noLock } from './later-lock';
import { journaled } from './journaling';
import { createRepositories } from './repositories';
import { stitchesIn } from './notes';
import type { Content, StandIn, StorageReason } from './types';
import { createWrite } from './write';
import { createWriteAhead } from './write-ahead';

/** Some browsers throw as soon as their database is looked at, and Dexie looks at it with each one that it opens: then there is none. */
function hideWhatThrows(): void {
	try {
		void globalThis.indexedDB;
	} catch {
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
	}
}

/**
 * Where the browser stores nothing: the same repositories on an IndexedDB in memory. Everything works, but nothing
 * outlives the page. See docs/decisions/0012-where-the-browser-keeps-nothing.md.
 * @param rescued what the journal has of a database that can no longer be opened: it is shown, and what is changed goes
 * into the journal, to be there at the next start
 * @param seal where all of that is under a lock
 */
export async function openInMemory(
	rescued?: { found: Recovered; second: SecondStore },
	seal?: (db: EnvolDatabase) => Promise<BytesAtRest | undefined>
): Promise<StandIn> {
	// a separate chunk, so that its cost can be told apart from our own code
	const { IDBFactory, IDBKeyRange } = await import('fake-indexeddb');
	const indexedDB = new IDBFactory();
	// live queries do not run where Dexie found no IndexedDB at all
	Dexie.dependencies.indexedDB ??= indexedDB;
	Dexie.dependencies.IDBKeyRange ??= IDBKeyRange;
	hideWhatThrows();
	const create = () => createDatabase('envol-in-memory', { indexedDB, IDBKeyRange });
	if (rescued) {
		const { fill } = await import('./rebuilt');
		const filling = create();
		await filling.transaction('rw', filling.tables, () => fill(filling, rescued.found));
		filling.close();
	}
	const db = create();
	// from here on, so that what came from the journal does not go into it again
	const settled = rescued && journaled(db, rescued.second);
	const bytes = await seal?.(db);
	await db.open();
	let closed: StorageReason | undefined;
	const write = createWrite(db, () => closed, undefined, settled);
	// nothing outlives the page, so no change has to be completed by a later visit
	const ahead = createWriteAhead(db, write, () => false);
	const repositories = createRepositories(db, write, ahead, undefined, undefined, bytes);

	async function content(): Promise<Content> {
		const rows = await db.settings.bulkGet(recordNames);
		const photos = await db.photos.toArray();
		const [thumbnails, pictures] = await Promise.all(
			[db.thumbnails, db.pictures].map((table) => table.bulkGet(photos.map(({ id }) => id)))
		);
		return {
			steps: await db.steps.toArray(),
			days: await db.days.toArray(),
			records: Object.fromEntries(rows.flatMap((row) => (row ? [[row.key, row.value]] : []))) as KeptRecords,
			drafts: await db.drafts.toArray(),
			notes: await db.notes.toArray(),
			versions: (await db.versions.toArray()).map(({ key: _, ...version }) => version),
			stitches: await stitchesIn(db),
			photos: photos.flatMap((photo, i) => {
				const [thumbnail, picture] = [thumbnails?.[i]?.blob, pictures?.[i]?.blob];
				return thumbnail && picture ? [{ ...photo, thumbnail, picture }] : [];
			}),
			recordings: await db.recordings.toArray()
		};
	}

	return {
		isDurable: false,
		lock: noLock,
		news: liveQuery(() => ({})),
		newsWereRead: () => Promise.resolve(),
		...repositories,
		handOver: () => {
			closed = 'failed';
			return db.transaction('r', db.tables, content);
		},
		goOn: () => (closed = undefined),
		hasSecond: () => Promise.resolve(false),
		onClosed: () => () => undefined,
		onRoom: () => undefined,
		lookForRoom: () => Promise.resolve(),
		erase: async () => {
			await rescued?.second.erase();
			await db.transaction('rw', db.tables, () => Promise.all(db.tables.map((table) => table.clear())));
		}
	};
}
