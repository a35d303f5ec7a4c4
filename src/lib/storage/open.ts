import { liveQuery, type Table } from 'dexie';
import { toldKey, type Recovered, type SecondStore } from '$lib/second-store/port';
import { createDatabase, schemaVersion, type EnvolDatabase } from './database';
import { databaseName, nameAfter } from './database-name';
import { endWithPage } from './end-with-page';
import { journaled } from './journaling';
import { createRepositories } from './repositories';
import { reasonOf, storageError } from './storage-error';
import { takeLastWords } from './settings';
import type { LastWordsPlace, News, Storage, StorageReason } from './types';
import { createWrite, keepBallast } from './write';
import { createWriteAhead } from './write-ahead';

/** After longer than this, a person thinks that the page is broken. */
const openLimitMs = 2000;
/** A tab that blocks erasing for longer will not close its connection by itself. */
const eraseLimitMs = 3000;
/** What could not be opened may be free a moment later. */
const pausesMs = [100, 400];

function within<T>(ms: number, work: PromiseLike<T>): Promise<T> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => reject(storageError('slow')), ms);
		void Promise.resolve(work)
			.then(resolve, reject)
			.finally(() => clearTimeout(timer));
	});
}

export interface Ways {
	/** Whether the page may be gone at any moment. */
	isLeaving?: () => boolean;
	/** Where words go when the page may be gone before the database answers. */
	last?: LastWordsPlace;
	/** The journal beside the database, where there can be one. */
	second?: SecondStore | undefined;
	/** The database was rebuilt under another name, which is to be used from now on. */
	onRenamed?: (name: string) => void;
}

/** The database is new, where there was one, and the journal still has what was in it. */
class Emptied extends Error {}

/** No database opens here, whatever its name; the journal has everything. */
export class NoDatabase extends Error {
	name = 'StorageError' as const;
	reason = 'unreadable' as const;
	found: Recovered;
	second: SecondStore;

	constructor(found: Recovered, second: SecondStore, cause: unknown) {
		super('storage: unreadable', { cause });
		this.found = found;
		this.second = second;
	}
}

/**
 * Opens the person's data in this browser. Where it is gone or cannot be opened, it is rebuilt from the journal.
 * @param hadData whether the device remembers (outside the database) that something was stored here before
 * @throws StorageError
 */
export async function openStorage(hadData: boolean, name = databaseName, ways: Ways = {}): Promise<Storage> {
	const { second } = ways;
	for (let attempt = 0; ; attempt += 1)
		try {
			return await openDatabase(hadData, name, ways);
		} catch (error) {
			if (!(error instanceof Emptied)) {
				if (reasonOf(error) !== 'failed') throw error;
				const wait = pausesMs[attempt];
				if (wait !== undefined) {
					await new Promise((resolve) => setTimeout(resolve, wait));
					continue;
				}
			}
			const found = await second?.recover();
			if (!found && !(error instanceof Emptied)) throw storageError(hadData ? 'unreadable' : 'failed', error);
			// nothing was kept there but the note that something was
			if (!found) return openDatabase(hadData, name, ways, true);
			const next = nameAfter(name);
			const { rebuild } = await import('./rebuilt');
			await rebuild(next, found, second!.now()).catch((failure: unknown) => {
				const reason = reasonOf(failure);
				if (reason === 'failed') throw new NoDatabase(found, second!, failure);
				throw storageError(reason, failure);
			});
			ways.onRenamed?.(next);
			return openDatabase(hadData, next, ways);
		}
}

async function hasNothing(db: EnvolDatabase): Promise<boolean> {
	const tables = [db.steps, db.days, db.notes, db.drafts, db.settings] as Table[];
	const counts = await Promise.all(tables.map((table) => table.limit(1).count()));
	return counts.every((count) => count === 0);
}

/** @param isForGood whether an empty one, where there was another, is all there is */
async function openDatabase(
	hadData: boolean,
	name: string,
	{ isLeaving = () => false, last, second, onRenamed }: Ways,
	isForGood = second === undefined
): Promise<Storage> {
	const db = createDatabase(name);
	const settled = second && journaled(db, second);
	endWithPage(db);
	let closed: 'newer' | 'erased' | undefined;
	const listeners = new Set<(reason: StorageReason) => void>();
	const roomListeners = new Set<(isFull: boolean) => void>();
	const tellRoom = (isFull: boolean) => {
		for (const listener of roomListeners) listener(isFull);
	};
	const lookForRoom = async () => {
		if (!closed) tellRoom(!(await keepBallast(db)));
	};
	const close = (reason: 'newer' | 'erased') => {
		closed = reason;
		second?.stop();
		db.close({ disableAutoOpen: true });
		for (const listener of listeners) listener(reason);
	};
	// never block a newer tab, or one that erases everything
	db.on('versionchange', (event) => {
		close(event.newVersion === null ? 'erased' : 'newer');
		// Dexie's default would let the next live query reopen, and so recreate, the database
		return false;
	});

	try {
		await within(openLimitMs, db.open());
		// IndexedDB would open newer data without an error, and our writes would be lost on the newer version
		if (Math.floor(db.backendDB().version / 10) > schemaVersion) throw storageError('newer');
		const write = createWrite(
			db,
			() => closed,
			() => tellRoom(true),
			settled
		);
		const born = await within(openLimitMs, db.settings.get('born'));
		if (!born) {
			const isEmpty = hadData && (await within(openLimitMs, hasNothing(db)));
			if (isEmpty && !isForGood) throw new Emptied();
			await within(
				openLimitMs,
				// nobody waits for the journal to open
				createWrite(db, () => closed)([db.settings], async () => {
					await db.settings.put({ key: 'born', value: true });
					if (isEmpty) await db.settings.put({ key: toldKey, value: { missingAt: second?.now() ?? 1 } });
				})
			);
		}
		const ahead = createWriteAhead(db, write, isLeaving, last);
		const repositories = createRepositories(db, write, ahead, second, last);
		// where there is no space now, a later visit does it
		if (last) await within(openLimitMs, takeLastWords(db, write, last)).catch(() => undefined);
		await within(openLimitMs, ahead.makeUp()).catch(() => undefined);
		setTimeout(() => void lookForRoom(), 5000);
		second?.compare(
			name,
			async (mendings) => (await import('./rebuilt')).mend(db, write, second, mendings),
			// the next start finds nothing under that name, and rebuilds it
			() => onRenamed?.(nameAfter(name))
		);
		return {
			isDurable: true,
			...repositories,
			news: liveQuery(async () => ((await db.settings.get(toldKey))?.value ?? {}) as News),
			newsWereRead: () => write([db.settings], () => db.settings.delete(toldKey)),
			hasSecond: async () => (await second?.isThere()) ?? false,
			onClosed: (listener) => {
				listeners.add(listener);
				return () => void listeners.delete(listener);
			},
			onRoom: (listener) => void roomListeners.add(listener),
			lookForRoom,
			erase: async () => {
				const before = closed;
				closed = 'erased';
				try {
					// first the journal: what it has would bring back what was erased
					await second?.erase();
					await within(eraseLimitMs, db.delete({ disableAutoOpen: true }));
				} catch (error) {
					// nothing was erased, so writing must go on
					closed = before;
					if (!before) await within(openLimitMs, db.open()).catch(() => undefined);
					throw storageError(reasonOf(error), error);
				}
			}
		};
	} catch (error) {
		db.close({ disableAutoOpen: true });
		if (error instanceof Emptied) throw error;
		throw storageError(reasonOf(error), error);
	}
}
