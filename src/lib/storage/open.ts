import { liveQuery, type Table } from 'dexie';
import { toldKey, type Recovered, type SecondStore } from '$lib/second-store/port';
import { createDatabase, schemaVersion, type EnvolDatabase } from './database';
import { isLockedVersion } from './schema-version';
import { databaseName, nameAfter } from './database-name';
import { deleteForGood } from './delete-for-good';
import { isErasing, unmarkErasing } from './erase-mark';
import { endWithPage } from './end-with-page';
import { journaled } from './journaling';
import { laterLock, noLock, type LockControls } from './later-lock';
import { bornKey, isUnderLock, lockKey } from './lock-keys';
import { createRepositories } from './repositories';
import { reasonOf, storageError } from './storage-error';
import { takeLastWords } from './settings';
import type { DataKey, LastWordsPlace, News, Storage, StorageReason } from './types';
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
	/** Draws the words of a recovery page, in the language of the person. */
	recoveryWords?: () => Promise<string>;
}

/** What is the same for storage as long as the page lives, whether it is under a lock or not. */
interface Open extends Ways {
	/** Opens what is sealed; undefined where there is no lock. */
	key?: DataKey | undefined;
	/** What was turned off all but for the last traces of it is opened. */
	isOpened?: boolean;
	listeners: Set<(reason: StorageReason) => void>;
	roomListeners: Set<(isFull: boolean) => void>;
}

/** Storage as it is open now, until it is locked. */
export interface Session {
	storage: Omit<Storage, 'lock'>;
	/** Writes nothing more. Resolves once what was written is in both stores. */
	end: () => Promise<void>;
}

/** There is a lock, and no key. */
export class Locked extends Error {}

/** Under this name is nothing, but there is a database under a later one: the mirror was lost, or not written yet. */
class Moved extends Error {
	to: string;
	constructor(to: string) {
		super('moved');
		this.to = to;
	}
}

/** The database is new, where there was one, and the journal still has what was in it. */
class Emptied extends Error {}

/** There is nothing, in the journal neither: all was being erased, and the page or the browser ended before that was over. */
export class EraseCutShort extends Error {
	second: SecondStore | undefined;
	constructor(second?: SecondStore) {
		super('cut short');
		this.second = second;
	}
}

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
 * Opens the person's data in this browser. Where it is gone or cannot be opened, it is rebuilt from the journal. Where it is under a
 * lock, nothing can be read or written until that is open.
 * @param hadData whether the device remembers (outside the database) that something was stored here before
 * @throws StorageError
 */
export async function openStorage(hadData: boolean, name = databaseName, ways: Ways = {}): Promise<Storage> {
	const onRenamed = (next: string) => {
		controls.name = next;
		ways.onRenamed?.(next);
	};
	const all: Open = { ...ways, onRenamed, listeners: new Set(), roomListeners: new Set() };
	const storage = {} as Storage;
	const controls: LockControls = {
		name,
		second: ways.second,
		onRenamed,
		recoveryWords: ways.recoveryWords,
		listeners: all.listeners,
		open: async (how) => {
			controls.session = await openAnyhow(hadData || how !== undefined, controls.name, { ...all, ...how });
			Object.assign(storage, controls.session.storage);
		},
		show: (instead) => void Object.assign(storage, instead),
		isLocked: false
	};
	storage.lock = noLock;
	try {
		await controls.open();
	} catch (error) {
		const isRescued = error instanceof NoDatabase && isUnderLock(error.found);
		if (!(isRescued || error instanceof Locked)) throw error;
		const { beginLocked, openRescued } = await import('./lock');
		if (isRescued) return openRescued(error, controls.name);
		await beginLocked(controls);
	}
	storage.lock = laterLock(controls);
	return storage;
}

async function openAnyhow(hadData: boolean, name: string, ways: Open): Promise<Session> {
	const { second } = ways;
	for (let attempt = 0; ; attempt += 1)
		try {
			return await openDatabase(hadData, name, ways);
		} catch (error) {
			if (error instanceof Locked || error instanceof EraseCutShort) throw error;
			if (error instanceof Moved) {
				name = error.to;
				ways.onRenamed?.(name);
				continue;
			}
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

/** After this long the browser does not tell which databases there are. */
const listLimitMs = 300;

/** The latest database that takes the place of this one, since a lock was turned on or off. */
async function laterName(name: string): Promise<string | undefined> {
	const numbered = (each: string) => Number(/-(\d+)$/.exec(each)?.[1] ?? 1);
	const base = nameAfter(name).replace(/-\d+$/, '');
	try {
		const all = await within(listLimitMs, indexedDB.databases());
		const later = all
			.flatMap(({ name }) => name ?? [])
			.filter((each) => nameAfter(each).replace(/-\d+$/, '') === base)
			.filter((each) => numbered(each) > numbered(name))
			.sort((a, b) => numbered(b) - numbered(a));
		// one that is still being filled is not the one, under a lock or not
		for (const each of later)
			if (await within(openLimitMs, (await import('./rebuilt')).isBorn(each))) return each;
	} catch {
		// the browser does not tell
	}
	return undefined;
}

/** @param isForGood whether an empty one, where there was another, is all there is */
async function openDatabase(
	hadData: boolean,
	name: string,
	{ isLeaving = () => false, last: lastPlain, second, onRenamed, listeners, roomListeners, ...lock }: Open,
	isForGood = second === undefined
): Promise<Session> {
	const db = createDatabase(name, undefined, lock.key !== undefined);
	const settled = second && journaled(db, second);
	const sealing = lock.key && (await (await import('./under-lock')).underLock(db, lock.key));
	endWithPage(db);
	let closed: 'newer' | 'erased' | 'locked' | undefined;
	const tellRoom = (isFull: boolean) => {
		for (const listener of roomListeners) listener(isFull);
	};
	const lookForRoom = async () => {
		if (!closed) tellRoom(!(await keepBallast(db)));
	};
	const close = (reason: 'newer' | 'erased' | 'locked') => {
		closed = reason;
		second?.stop();
		db.close({ disableAutoOpen: true });
		for (const listener of listeners) listener(reason);
	};
	// never block a newer tab, or one that erases everything
	db.on('versionchange', (event) => {
		// a lock is turned on or off elsewhere
		const isLocking = isLockedVersion(event.newVersion ?? 0);
		close(event.newVersion === null ? 'erased' : isLocking ? 'locked' : 'newer');
		// Dexie's default would let the next live query reopen, and so recreate, the database
		return false;
	});

	try {
		await within(openLimitMs, db.open());
		// IndexedDB would open newer data without an error, and our writes would be lost on the newer version
		const { version } = db.backendDB();
		if (Math.floor(version / 10) > schemaVersion && !isLockedVersion(version)) throw storageError('newer');
		const write = createWrite(
			db,
			() => closed,
			() => tellRoom(true),
			settled
		);
		const [born, locked] = await within(openLimitMs, db.settings.bulkGet([bornKey, lockKey]));
		const { state = 'off', isSealed = false } = (locked?.value ?? {}) as {
			state?: string;
			isSealed?: boolean;
		};
		const isPlain = state === 'off' || (lock.isOpened === true && state === 'turningOff' && !isSealed);
		if (!isPlain && !lock.key) throw new Locked();
		// without its record nobody knows what is sealed here; the journal has both
		if (isLockedVersion(version) && !locked) throw isForGood ? storageError('unreadable') : new Emptied();
		// the key of a lock that is there no more must seal nothing
		if (lock.key && !isSealed) throw storageError('failed');
		if (!born) {
			const moved = await laterName(name);
			if (moved) throw new Moved(moved);
			const isEmpty = hadData && (await within(openLimitMs, hasNothing(db)));
			if (isEmpty && !isForGood) throw new Emptied();
			if (isEmpty && (await isErasing())) throw new EraseCutShort(second);
			await within(
				openLimitMs,
				// nobody waits for the journal to open
				createWrite(db, () => closed)([db.settings], async () => {
					await db.settings.put({ key: bornKey, value: true });
					if (isEmpty) await db.settings.put({ key: toldKey, value: { missingAt: second?.now() ?? 1 } });
				})
			);
		}
		const last = lastPlain && (sealing?.lastWords(lastPlain) ?? lastPlain);
		const ahead = createWriteAhead(db, write, isLeaving, last);
		const repositories = createRepositories(db, write, ahead, second, last, sealing?.bytes);
		// where there is no space now, a later visit does it
		if (last) await within(openLimitMs, takeLastWords(db, write, last)).catch(() => undefined);
		await within(openLimitMs, ahead.makeUp()).catch(() => undefined);
		setTimeout(() => {
			void lookForRoom();
			// of an erase that ended before anything was erased
			if (!closed) void unmarkErasing();
		}, 5000);
		// as long as the journal was not written anew after it was turned on or off, it says what was before
		if (state === 'off' || state === 'on')
			second?.compare(
				name,
				async (mendings) => (await import('./rebuilt')).mend(db, write, second, mendings, sealing?.open),
				// the next start finds nothing under that name, and rebuilds it
				() => onRenamed?.(nameAfter(name))
			);
		const storage: Omit<Storage, 'lock'> = {
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
					db.close({ disableAutoOpen: true });
					await deleteForGood(name, eraseLimitMs);
				} catch (error) {
					// nothing was erased, so writing must go on
					closed = before;
					if (!before) await within(openLimitMs, db.open()).catch(() => undefined);
					throw storageError(reasonOf(error), error);
				}
			}
		};
		const end = async () => {
			closed ??= 'locked';
			db.close({ disableAutoOpen: true });
			await settled?.();
		};
		return { storage, end };
	} catch (error) {
		db.close({ disableAutoOpen: true });
		if ([Emptied, EraseCutShort, Locked, Moved].some((each) => error instanceof each)) throw error;
		throw storageError(reasonOf(error), error);
	}
}
