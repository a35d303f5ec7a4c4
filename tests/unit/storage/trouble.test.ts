import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { withNote, withTick } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { openStorage, reasonOf } from '$lib/storage';
import { createCopying } from '$lib/storage/copies';
import { createDatabase, schemaVersion, type EnvolDatabase } from '$lib/storage/database';
import { createDays } from '$lib/storage/days';
import { createPhotos, createRecordings } from '$lib/storage/photos';
import { storageError } from '$lib/storage/storage-error';
import type { StorageReason } from '$lib/storage/types';
import { createWrite, keepBallast } from '$lib/storage/write';
import { createWriteAhead } from '$lib/storage/write-ahead';
import { aStep } from '../../support/builders';
import { freshName, latest, openNewer, openRaw, rowsOf } from '../../support/open-database';

const today = localDay('2026-11-21');

// Dexie says what it works around
beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined));
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

async function reasonOfOpening(name = freshName()): Promise<StorageReason | 'opened'> {
	try {
		await openStorage(false, name);
		return 'opened';
	} catch (error) {
		return reasonOf(error);
	}
}

describe('opening', () => {
	test('data from a newer Envol is left alone, and the person is told', async () => {
		const name = freshName();
		const newer = await openNewer(name);
		const transaction = newer.transaction(['newer', 'days'], 'readwrite');
		transaction.objectStore('newer').put({ id: 1, words: 'mine' });
		transaction.objectStore('days').put({ day: today, ticks: [], shape: 'newer' });
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		const before = await rowsOf(newer);
		newer.close();

		await expect(openStorage(true, name)).rejects.toMatchObject({ name: 'StorageError', reason: 'newer' });

		const after = await openRaw(name);
		expect(after.version).toBe((schemaVersion + 1) * 10);
		expect(await rowsOf(after)).toEqual(before);
		after.close();
	});

	test('a browser that never answers is given up after two seconds', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const open = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
		let reason: StorageReason | 'opened' | undefined;
		void reasonOfOpening().then((given) => (reason = given));
		await vi.advanceTimersByTimeAsync(1900);
		expect(open).toHaveBeenCalled();
		expect(reason).toBeUndefined();
		await vi.advanceTimersByTimeAsync(200);
		expect(reason).toBe('slow');
	});

	test('a browser without storage says so at once', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect(await reasonOfOpening()).toBe('blocked');
		vi.unstubAllGlobals();
	});

	test('a browser that forbids storage says so', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		});
		expect(await reasonOfOpening()).toBe('blocked');
	});

	test('anything else is a failure with its cause', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('Internal error.', 'UnknownError');
		});
		expect(await reasonOfOpening()).toBe('failed');
	});
});

describe('another tab', () => {
	test('that brings a newer Envol is let through; this one tells, and writes no more', async () => {
		const name = freshName();
		const storage = await openStorage(false, name);
		const told: StorageReason[] = [];
		storage.onClosed((reason) => told.push(reason));
		const newer = await openNewer(name);
		expect(told).toEqual(['newer']);
		await expect(storage.days.change(today, (day) => withNote(day, 'x'))).rejects.toMatchObject({
			reason: 'newer'
		});
		expect((await rowsOf(newer)).days).toEqual([]);
		newer.close();
	});

	test('that erases everything is let through; this one tells, and brings nothing back', async () => {
		const name = freshName();
		const [one, other] = [await openStorage(false, name), await openStorage(false, name)];
		const told: StorageReason[] = [];
		one.onClosed((reason) => told.push(reason));
		one.onClosed(() => told.push('failed'))();
		await one.days.change(today, (day) => withNote(day, 'x'));
		await other.erase();
		expect(told).toEqual(['erased']);
		await expect(one.days.change(today, (day) => withNote(day, 'y'))).rejects.toMatchObject({
			reason: 'erased'
		});
		expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
	});
});

test('a screen that asks after another tab erased everything does not make the database again', async () => {
	const name = freshName();
	const [one, other] = [await openStorage(false, name), await openStorage(false, name)];
	await other.erase();
	const subscription = one.plan.observe().subscribe({ next: () => undefined, error: () => undefined });
	await new Promise((resolve) => setTimeout(resolve, 50));
	subscription.unsubscribe();
	expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
});

test('an erase that fails says so, and what is here goes on being kept', async () => {
	const storage = await openStorage(false, freshName());
	await storage.days.change(today, (day) => withNote(day, 'mine'));
	vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
		throw new DOMException('Internal error.', 'UnknownError');
	});
	await expect(storage.erase()).rejects.toMatchObject({ reason: 'failed' });
	vi.restoreAllMocks();
	expect((await latest(storage.days.observe(today)))?.note).toBe('mine');
	await storage.days.change(today, (day) => withNote(day, 'mine still'));
	expect((await latest(storage.days.observe(today)))?.note).toBe('mine still');
});

describe('a write that meets trouble', () => {
	let db: EnvolDatabase;
	const days = () => {
		const write = createWrite(db, () => undefined);
		return createDays(
			db,
			createWriteAhead(db, write, () => false)
		);
	};
	const tick = () => days().change(today, (day) => withTick(day, aStep(), 1));
	const kept = () => latest(days().observe(today));

	beforeEach(async () => {
		db = createDatabase(freshName());
		await db.open();
	});
	afterEach(() => db.close());

	/** The browser refuses to keep a day this many times. */
	function refusing(name: string, times: number) {
		let left = times;
		const put = IDBObjectStore.prototype.put;
		return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...args: Parameters<typeof put>
		) {
			if (this.name === 'days' && left > 0) {
				left -= 1;
				throw new DOMException('no', name);
			}
			return put.apply(this, args);
		});
	}

	test('once is tried again, and saved', async () => {
		refusing('UnknownError', 1);
		const written = await tick();
		expect(await kept()).toEqual(written);
		expect(written.ticks).toHaveLength(1);
	});

	test('three times is tried a fourth, and saved once only', async () => {
		refusing('UnknownError', 3);
		expect((await tick()).ticks).toHaveLength(1);
		expect((await kept())?.ticks).toHaveLength(1);
	});

	test('four times fails by name, with nothing half kept', async () => {
		refusing('UnknownError', 4);
		await expect(tick()).rejects.toMatchObject({ name: 'StorageError', reason: 'failed' });
		vi.restoreAllMocks();
		expect(await kept()).toBeUndefined();
	});

	test('on a full device uses the room that was kept free', async () => {
		await keepBallast(db);
		expect(await db.ballast.count()).toBe(1);
		refusing('QuotaExceededError', 1);
		const written = await tick();
		expect(await kept()).toEqual(written);
		expect(await db.ballast.count()).toBe(0);
	});

	test('on a device that stays full says that it is full, at once, and not again and again', async () => {
		await keepBallast(db);
		const asked = refusing('QuotaExceededError', 99);
		await expect(tick()).rejects.toMatchObject({ reason: 'full' });
		expect(asked).toHaveBeenCalledTimes(2);
		vi.restoreAllMocks();
		expect(await kept()).toBeUndefined();
	});

	test('on a full device without room kept free says so after one try', async () => {
		const asked = refusing('QuotaExceededError', 99);
		await expect(tick()).rejects.toMatchObject({ reason: 'full' });
		expect(asked).toHaveBeenCalledTimes(1);
	});

	test('a picture, a sound or a copy never uses the room that is kept for words, and words still find it', async () => {
		await keepBallast(db);
		const told = vi.fn();
		const write = createWrite(db, () => undefined, told);
		const photo = { id: 'p', note: 'n', at: 1, order: 0, width: 1, height: 1, bytes: 1, alt: '' };
		const refusingBytes = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('no', 'QuotaExceededError');
		});
		const blob = new Blob(['x']);
		const kept = createCopying(db, write);
		for (const bring of [
			() => createPhotos(db, write).add(photo, { picture: blob, thumbnail: blob }),
			() => createRecordings(db, write).add({ id: 's', note: 'n', at: 1, blob }),
			() => kept.layReady([{ table: 'photos', id: 'p', files: { picture: blob } }]),
			() => kept.change((here) => ({ ...here, settings: [{ key: 'lines', value: 1 }] }), 1)
		]) {
			told.mockClear();
			await expect(bring()).rejects.toMatchObject({ reason: 'full' });
			expect(told).toHaveBeenCalled();
			expect(await db.ballast.count()).toBe(1);
		}
		refusingBytes.mockRestore();
		refusing('QuotaExceededError', 1);
		expect((await tick()).ticks).toHaveLength(1);
		expect(await db.ballast.count()).toBe(0);
	});

	test('a picture is refused where there is no room for words beside it', async () => {
		const put = IDBObjectStore.prototype.put;
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...args: Parameters<typeof put>
		) {
			if (this.name === 'ballast') throw new DOMException('no', 'QuotaExceededError');
			return put.apply(this, args);
		});
		const sound = { id: 's', note: 'n', at: 1, blob: new Blob(['x']) };
		const recordings = createRecordings(
			db,
			createWrite(db, () => undefined)
		);
		await expect(recordings.add(sound)).rejects.toMatchObject({ reason: 'full' });
		vi.restoreAllMocks();
		await recordings.add(sound);
		expect(await db.ballast.count()).toBe(1);
	});

	test('a connection that the browser closed is opened again', async () => {
		db.backendDB().close();
		const written = await tick();
		expect(await kept()).toEqual(written);
	});

	test('room is kept free once, and a full device is no reason to stop', async () => {
		await keepBallast(db);
		await keepBallast(db);
		expect(await db.ballast.count()).toBe(1);
		await db.ballast.clear();
		vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('no', 'QuotaExceededError');
		});
		expect(await keepBallast(db)).toBe(false);
		vi.restoreAllMocks();
		expect(await keepBallast(db)).toBe(true);
	});
});

describe('what an error means for the person', () => {
	test.each<[what: string, error: unknown, reason: StorageReason]>([
		['one of ours', storageError('slow'), 'slow'],
		['no room', new DOMException('', 'QuotaExceededError'), 'full'],
		['no room, inside', { name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'full'],
		['no room, as a cause', new Error('x', { cause: new DOMException('', 'QuotaExceededError') }), 'full'],
		['no storage', { name: 'MissingAPIError' }, 'blocked'],
		['forbidden storage', new DOMException('', 'SecurityError'), 'blocked'],
		['a newer database', { name: 'OpenFailedError', inner: { name: 'VersionError' } }, 'newer'],
		['anything', new Error('anything'), 'failed'],
		['a text', 'QuotaExceededError', 'failed'],
		['null', null, 'failed'],
		['nothing', undefined, 'failed']
	])('%s', (_what, error, reason) => {
		expect(reasonOf(error)).toBe(reason);
	});

	test('an error that holds itself is read all the same', () => {
		const error: { name: string; inner?: unknown } = { name: 'X' };
		error.inner = error;
		expect(reasonOf(error)).toBe('failed');
	});
});
