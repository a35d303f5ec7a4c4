import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { clockKey, toldKey } from '$lib/second-store/port';
import { openStorage, reasonOf } from '$lib/storage';
import { createDatabase } from '$lib/storage/database';
import { isLockedVersion } from '$lib/storage/schema-version';
import { nameAfter } from '$lib/storage/database-name';
import type { DataKey, StandIn, Storage } from '$lib/storage/types';
import { draftOf, newDraft, type NoteDraft } from '$lib/domain/note';
import { aPhoto, aStep } from '../../support/builders';
import { latest, openRaw, rowsOf } from '../../support/open-database';
import { Cut, Disk } from '../../support/memory-files';
import { InPage, type Files } from '../../support/second-store';
import { runs } from '../../support/property-runs';

// how hard words are to guess is tested elsewhere; here they are typed some hundred times
vi.mock(import('$lib/copy/seal'), async (original) => ({
	...(await original()),
	rounds: { made: 10, floor: 10, ceiling: 2_400_000 } as never
}));

const words = 'a phrase of mine';
const secret = 'The violet heron sang';
const person = 'Marguerite';
const photoBytes = 'PHOTOBYTES'.repeat(20);
const day = localDay('2026-11-29');

let count = 0;
/** Far from each other: another database takes the next number. */
const freshName = () => `envol-lock-${process.pid}-${(count += 1) * 100}`;

const hundredOf = (name: string) => Math.floor(Number(/\d+$/.exec(name)![0]) / 100);

class Device {
	name = freshName();
	disk = new Disk();
	files: Files = {
		one: this.disk.file(),
		two: this.disk.file(),
		media: [this.disk.file(), this.disk.file()]
	};
	second: InPage | undefined;
	hasSecond = true;
	storages: Storage[] = [];
	hadData = false;

	/** A page opens. */
	async open(name = this.name): Promise<Storage> {
		this.second = this.hasSecond ? new InPage(this.files) : undefined;
		const storage = await openStorage(this.hadData, name, {
			second: this.second,
			onRenamed: (next) => (this.name = next),
			recoveryWords: () => Promise.resolve('basket cloud ember lantern')
		});
		await this.second?.compared;
		this.storages.push(storage);
		this.hadData = true;
		return storage;
	}

	/** All bytes that lie anywhere: of the databases, and of the files of the journal. */
	async raw(): Promise<string> {
		const parts: string[] = [];
		for (const { name } of await indexedDB.databases()) {
			// those of this device alone
			if (!name || !/^(envol-lock-\d+)-\d+$/.test(name) || hundredOf(name) !== hundredOf(this.name)) continue;
			const db = await openRaw(name);
			const rows = Object.values(await rowsOf(db)).flat();
			db.close();
			for (const row of rows) parts.push(await textOf(row));
		}
		for (const { bytes } of [this.files.one, this.files.two, ...this.files.media])
			parts.push(Buffer.from(bytes).toString('latin1'));
		return parts.join('\n');
	}
}

async function textOf(value: unknown): Promise<string> {
	if (value instanceof Blob) return Buffer.from(await value.arrayBuffer()).toString('latin1');
	if (typeof value !== 'object' || value === null) return String(value);
	return (
		await Promise.all(Object.entries(value).map(async ([field, each]) => `${field} ${await textOf(each)}`))
	).join(' ');
}

const noteOf = (text: string): NoteDraft => newDraft('n', day, { text });

/** A sentence, a name, a photo, a sound, a step, a draft, what a note said before. */
async function live(storage: Storage): Promise<void> {
	await storage.plan.change(() => [aStep({ id: 's', words: `Walk with ${person}` })]);
	await storage.days.change(day, (record) => withNote(record, secret));
	await storage.people.change(() => ({ p: { id: 'p', order: 0, name: person, role: 'friend' } }));
	const { note } = await storage.notes.save(noteOf(secret), 'note:n', 1);
	await storage.notes.save({ ...draftOf(note), text: `${secret} twice` }, 'note:n', 2);
	await storage.photos.add(aPhoto('ph', 'n', { alt: secret }), {
		picture: new Blob([photoBytes, 'large'], { type: 'image/jpeg' }),
		thumbnail: new Blob([photoBytes, 'small'], { type: 'image/webp' })
	});
	const blob = new Blob([photoBytes, 'sound'], { type: 'audio/webm' });
	await storage.recordings.add({ id: 'so', note: 'n', at: 3, blob });
	await storage.drafts.save({ key: 'note:other', text: secret, at: 4 });
}

/** All that a person has, as they see it. */
async function contentOf(storage: Storage): Promise<unknown> {
	const copying = await storage.copying();
	const rows = await copying.read();
	const photo = await copying.files('photos', 'ph');
	const sound = await copying.files('recordings', 'so');
	return {
		rows: JSON.parse(JSON.stringify(rows, (name, value: unknown) => (name === 'blob' ? undefined : value))),
		photo: [await photo.picture?.text(), photo.picture?.type, await photo.thumbnail?.text()],
		sound: [await sound.sound?.text(), sound.sound?.type],
		seen: [
			await (await storage.photos.picture('ph'))?.text(),
			await (await storage.recordings.read('so'))?.text()
		],
		steps: await latest(storage.plan.observe()),
		note: await latest(storage.notes.observeOne('n')),
		versions: await storage.notes.versions('n'),
		latest: await latest(storage.notes.observeLatest(5)),
		filtered: await latest(storage.notes.observe())
	};
}

async function reasonFrom(work: Promise<unknown>): Promise<string> {
	return work.then(
		() => 'nothing',
		(error: unknown) => reasonOf(error)
	);
}

const isNowhere = async (device: Device) => {
	const raw = await device.raw();
	for (const each of ['heron', person, 'PHOTOBYTES', words]) expect(raw, each).not.toContain(each);
};

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	vi.stubGlobal('navigator', {});
});
/** As in a browser: what a cursor says, it says itself, and nothing that was made from it. */
beforeAll(() => {
	for (const proto of [IDBCursor.prototype, IDBCursorWithValue.prototype])
		for (const [name, { get, set, ...rest }] of Object.entries(Object.getOwnPropertyDescriptors(proto))) {
			if (!get) continue;
			const asked = function (this: object): unknown {
				const made = Object.getPrototypeOf(this) as unknown;
				if (made !== IDBCursor.prototype && made !== IDBCursorWithValue.prototype)
					throw new TypeError('Illegal invocation');
				return get.call(this);
			};
			Object.defineProperty(proto, name, { ...rest, get: asked, ...(set && { set }) });
		}
});
const devices: Device[] = [];
afterEach(async () => {
	for (const device of devices.splice(0))
		for (const storage of device.storages) await storage.erase().catch(() => undefined);
});

async function aDevice(hasSecond = true): Promise<Device> {
	const device = new Device();
	device.hasSecond = hasSecond;
	devices.push(device);
	return device;
}

async function lockedDevice(hasSecond = true) {
	const device = await aDevice(hasSecond);
	const storage = await device.open();
	await live(storage);
	const before = await contentOf(storage);
	const progress: [number, number][] = [];
	const { key, recovery } = await storage.lock.turnOn(words, 'passphrase', (...how) => progress.push(how));
	return { device, storage, before, key, recovery, progress };
}

describe.each([
	['with the journal', true],
	['with the database alone', false]
])('a lock, %s', (_, hasSecond) => {
	test('seals everything, and everything is there for who has the key', async () => {
		const { device, storage, before, progress, recovery } = await lockedDevice(hasSecond);
		expect(await storage.lock.state()).toBe('on');
		expect(recovery).toBe('basket cloud ember lantern');
		expect(await contentOf(storage)).toEqual(before);
		await isNowhere(device);
		const [done, all] = progress.at(-1)!;
		expect(done).toBe(all);
		expect(all).toBeGreaterThan(8);
		expect(progress.map(([each]) => each)).toEqual(progress.map(([each]) => each).toSorted((a, b) => a - b));
		// what is written from now on, too
		await storage.days.change(day, (record) => withNote(record, `${secret} again`));
		await isNowhere(device);
		expect((await latest(storage.days.observe(day)))?.note).toBe(`${secret} again`);
	});

	test('a new start has nothing until it is opened, by words or by the recovery page', async () => {
		const { device, before } = await lockedDevice(hasSecond);
		const next = await device.open();
		expect(await next.lock.state()).toBe('on');
		expect(await next.lock.ways()).toEqual({ words: 'passphrase', lacksPage: true, passkeys: [] });
		expect(await reasonFrom(next.days.observe(day).first())).toBe('locked');
		expect(await reasonFrom(next.days.change(day, (record) => withNote(record, 'x')))).toBe('locked');
		expect(await reasonFrom(next.drafts.save({ key: 'a', text: 'x', at: 1 }))).toBe('locked');
		expect(await reasonFrom(next.copying())).toBe('locked');
		expect(await reasonFrom(next.lock.open({ words: 'a phrase of yours' }))).toBe('wrongKey');
		expect(await reasonFrom(next.lock.open({ recovery: words }))).toBe('wrongKey');
		expect(await reasonFrom(next.lock.use(new Uint8Array(32)))).toBe('wrongKey');
		await next.lock.use(await next.lock.open({ words: 'A phrase, of mine' }));
		expect(await contentOf(next)).toEqual(before);
		next.lock.lockNow();
		expect(await reasonFrom(next.days.observe(day).first())).toBe('locked');
		await next.lock.use(await next.lock.open({ recovery: 'basket cloud ember lantern' }));
		expect(await contentOf(next)).toEqual(before);
		await isNowhere(device);
	});

	test.each([
		['nowhere', {}],
		['into a database of its own', { to: 'envol-lock-elsewhere' }]
	])(
		'"turning off", written into the files by somebody without the key, %s, takes no seal off',
		async (_, more) => {
			const { device, storage, key, before } = await lockedDevice(hasSecond);
			storage.lock.lockNow();
			const db = await openRaw(device.name);
			const rows = (await rowsOf(db)).settings as { key: string; value: object }[];
			const { value } = rows.find((each) => each.key === 'lock')!;
			const settings = db.transaction('settings', 'readwrite').objectStore('settings');
			const writing = settings.put({ key: 'lock', value: { ...value, ...more, state: 'turningOff' } });
			await new Promise((resolve) => (writing.onsuccess = resolve));
			db.close();
			const next = await device.open();
			expect(await next.lock.state()).toBe('turningOff');
			await next.lock.use(key);
			expect(await next.lock.state()).toBe('on');
			expect(await contentOf(next)).toEqual(before);
			await isNowhere(device);
			expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('envol-lock-elsewhere');
			// who has the key can
			await next.lock.turnOff(() => undefined);
			expect(await next.lock.state()).toBe('off');
			expect(await contentOf(next)).toEqual(before);
		}
	);

	test('turned off, all is as it was, and plain', async () => {
		const { device, storage, before } = await lockedDevice(hasSecond);
		await storage.lock.turnOff(() => undefined);
		expect(await storage.lock.state()).toBe('off');
		expect(await contentOf(storage)).toEqual(before);
		const next = await device.open();
		expect(await next.lock.state()).toBe('off');
		expect(await contentOf(next)).toEqual(before);
		expect(await device.raw()).toContain('heron');
		expect(await device.raw()).not.toContain('"sealed"');
		const { version } = (await indexedDB.databases()).find(({ name }) => name === device.name)!;
		expect(isLockedVersion(version!)).toBe(false);
	});

	test('other words, another page, a passkey: the key and all it sealed stay', async () => {
		const { device, storage, before } = await lockedDevice(hasSecond);
		const id = Uint8Array.of(1, 2, 3);
		const [prfSalt, prf] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
		await storage.lock.changeWords('482913', 'pin');
		await storage.lock.addPasskey({ id, prfSalt, prf });
		await storage.lock.newRecovery();
		const next = await device.open();
		expect(await next.lock.ways()).toEqual({ words: 'pin', lacksPage: true, passkeys: [{ id, prfSalt }] });
		await expect(next.lock.hasPage()).rejects.toThrow();
		expect(await reasonFrom(next.lock.open({ words }))).toBe('wrongKey');
		expect(await next.lock.open({ passkey: id, prf })).toEqual(await next.lock.open({ words: '482913' }));
		await next.lock.use(await next.lock.open({ passkey: id, prf }));
		expect(await contentOf(next)).toEqual(before);
		await next.lock.removePasskey(id);
		await next.lock.hasPage();
		expect(await next.lock.ways()).toEqual({ words: 'pin', lacksPage: false, passkeys: [] });
		await next.lock.newRecovery();
		expect((await next.lock.ways()).lacksPage).toBe(true);
		await isNowhere(device);
	});

	test('erasing needs no key', async () => {
		const { device } = await lockedDevice(hasSecond);
		const next = await device.open();
		await next.erase();
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.name);
	});

	test('another tab hears of it, and writes nothing any more', async () => {
		const device = await aDevice(hasSecond);
		const [mine, other] = [await device.open(), await device.open()];
		await live(mine);
		const heard: string[] = [];
		other.onClosed((reason) => heard.push(reason));
		await mine.lock.turnOn(words, 'passphrase', () => undefined);
		expect(heard).toEqual(['locked']);
		expect(await reasonFrom(other.days.change(day, (record) => withNote(record, 'x')))).toBe('locked');
		await isNowhere(device);
	});

	test('where the mirror of its name is lost, it is found', async () => {
		const { device, key, before } = await lockedDevice(hasSecond);
		const first = device.name.replace(/\d$/, '0');
		const next = await device.open(first);
		expect(await next.lock.state()).toBe('on');
		await next.lock.use(key);
		expect(await contentOf(next)).toEqual(before);
	});

	test('where the mirror of its name is lost, it is found also once the lock is off, and no other one is made', async () => {
		const { device, storage, before } = await lockedDevice(hasSecond);
		const underLock = device.name;
		await storage.lock.turnOff(() => undefined);
		const { name } = device;
		// the browser ended before that was written down
		const next = await device.open(underLock);
		expect(device.name).toBe(name);
		expect(await next.lock.state()).toBe('off');
		expect(await contentOf(next)).toEqual(before);
	});
});

/** A lock is asked for on a device without room for another picture. */
async function turnedOnInVain(storage: Storage): Promise<void> {
	const { put } = IDBObjectStore.prototype;
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...how) {
		if (this.name === 'pictures') throw new DOMException('full', 'QuotaExceededError');
		return put.apply(this, how);
	});
	expect(await reasonFrom(storage.lock.turnOn(words, 'pin', () => undefined))).toBe('full');
	vi.restoreAllMocks();
}

test('without room for another database all stays as it was, and can be read', async () => {
	const device = await aDevice();
	const storage = await device.open();
	await live(storage);
	const before = await contentOf(storage);
	await turnedOnInVain(storage);
	expect(await storage.lock.state()).toBe('off');
	expect(await contentOf(storage)).toEqual(before);
	const next = await device.open();
	expect(await next.lock.state()).toBe('off');
	expect(await contentOf(next)).toEqual(before);
});

describe('with both stores, under a lock', () => {
	const stateOf = async (name: string) => {
		const db = await openRaw(name);
		const rows = await rowsOf(db);
		db.close();
		return rows;
	};
	const setTo = async (name: string, state: Record<string, unknown[]>) => {
		const db = await openRaw(name);
		const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
		for (const [table, rows] of Object.entries(state)) {
			transaction.objectStore(table).clear();
			for (const row of rows) transaction.objectStore(table).put(row);
		}
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		db.close();
	};
	const drop = (name: string) =>
		new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = resolve));

	test('a database that lost what came last gets it back', async () => {
		const { device, storage, key } = await lockedDevice();
		const older = await stateOf(device.name);
		await storage.days.change(day, (record) => withNote(record, 'after'));
		storage.lock.lockNow();
		await setTo(device.name, older);
		const next = await device.open();
		await next.lock.use(key);
		await device.second!.compared;
		expect((await latest(next.days.observe(day)))?.note).toBe('after');
		await isNowhere(device);
	});

	test('a database that is gone is rebuilt as it was, sealed, and nobody needs the key for that', async () => {
		const { device, storage, key, before } = await lockedDevice();
		storage.lock.lockNow();
		await drop(device.name);
		const next = await device.open();
		expect(await next.lock.state()).toBe('on');
		await isNowhere(device);
		await next.lock.use(key);
		expect(await contentOf(next)).toEqual(before);
	});

	test('a row that was changed in the file is not shown as if nothing were, and comes back with a check', async () => {
		const { device, storage, key, before } = await lockedDevice();
		storage.lock.lockNow();
		const rows = await stateOf(device.name);
		const [note] = rows.notes as { sealed: string }[];
		await setTo(device.name, { notes: [{ ...note, sealed: note!.sealed.replace(/^..../, 'AAAA') }] });
		const next = await device.open();
		await next.lock.use(key);
		await expect(next.notes.observe().first()).rejects.toThrow();
		const found = await (await next.copying()).check(() => undefined);
		expect(found.isMended).toBe(true);
		expect(await contentOf(next)).toEqual(before);
	});

	test('went on from an older state, both are merged, and stay sealed', async () => {
		const { device, storage, key } = await lockedDevice();
		const older = await stateOf(device.name);
		await storage.notes.save(noteOf('from the lost time'), 'note:n', 9);
		storage.lock.lockNow();
		await setTo(device.name, older);
		// nobody compares before the person goes on
		const next = await device.open();
		const { second } = device;
		second!.compare = () => undefined;
		await next.lock.use(key);
		await next.notes.save(noteOf('from afterwards'), 'note:n', 10);
		next.lock.lockNow();
		const last = await device.open();
		await last.lock.use(key);
		await device.second!.compared;
		const { text } = (await latest(last.notes.observeOne('n')))!;
		expect(text).toContain('from the lost time');
		expect(text).toContain('from afterwards');
		expect(await device.raw()).not.toContain('from afterwards');
	});
});

describe('where no database opens', () => {
	const noneOpens = () =>
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('internal error', 'UnknownError');
		});

	test('what the journal has is shown to who opens the lock, and what is changed goes into it sealed', async () => {
		const { device, storage, before, key } = await lockedDevice();
		storage.lock.lockNow();
		noneOpens();
		const rescued = (await device.open()) as StandIn;
		expect(await rescued.lock.state()).toBe('on');
		expect(await reasonFrom(rescued.days.observe(day).first())).toBe('locked');
		expect(await reasonFrom(rescued.lock.open({ words: 'a phrase of yours' }))).toBe('wrongKey');
		expect(await rescued.lock.open({ words })).toEqual(key);
		await rescued.lock.use(key);
		expect(rescued.isDurable).toBe(false);
		expect(await contentOf(rescued)).toEqual(before);
		await rescued.days.change(day, (record) => withNote(record, `${secret} and flew`));
		// closed and opened once more in the same page
		rescued.lock.lockNow();
		expect(await reasonFrom(rescued.days.observe(day).first())).toBe('locked');
		await expect(rescued.handOver()).rejects.toThrow();
		await rescued.lock.use(await rescued.lock.open({ recovery: 'basket cloud ember lantern' }));
		expect((await latest(rescued.days.observe(day)))?.note).toBe(`${secret} and flew`);
		const { days, photos, recordings } = await rescued.handOver();
		expect(days).toMatchObject([{ note: `${secret} and flew` }]);
		expect(await photos[0]!.thumbnail.text()).toBe(`${photoBytes}small`);
		expect(await recordings[0]!.blob.text()).toBe(`${photoBytes}sound`);
		vi.mocked(indexedDB.open).mockRestore();
		await isNowhere(device);
		const next = await device.open();
		await next.lock.use(key);
		await device.second!.compared;
		expect((await latest(next.days.observe(day)))?.note).toBe(`${secret} and flew`);
	});

	test('erasing needs no key there either', async () => {
		const { device, storage } = await lockedDevice();
		storage.lock.lockNow();
		noneOpens();
		await (await device.open()).erase();
		expect(device.files.one.bytes.length + device.files.two.bytes.length).toBe(0);
		vi.mocked(indexedDB.open).mockRestore();
	});
});

/** Whatever is asked of the databases counts; once `left` is gone, the page is gone. */
function untilCut(left: number): { end: () => void; hasEnded: () => boolean } {
	let asked = 0;
	const count = () => {
		asked += 1;
		if (asked > left) throw new Cut();
	};
	const restores: (() => void)[] = [];
	// a page that is gone has nothing open any more
	const open: IDBDatabase[] = [];
	const running: IDBTransaction[] = [];
	const { open: openOf } = IDBFactory.prototype;
	IDBFactory.prototype.open = function (...how) {
		const request = openOf.apply(this, how);
		request.addEventListener('upgradeneeded', () => running.push(request.transaction!));
		request.addEventListener('success', () => open.push(request.result));
		return request;
	};
	const { transaction } = IDBDatabase.prototype;
	IDBDatabase.prototype.transaction = function (...how) {
		const begun = transaction.apply(this, how);
		if (how[1] === 'readwrite') running.push(begun);
		return begun;
	};
	restores.push(() => {
		IDBFactory.prototype.open = openOf;
		IDBDatabase.prototype.transaction = transaction;
		for (const each of running)
			try {
				each.abort();
			} catch {
				// it was over
			}
		for (const each of open) each.close();
	});
	const counted = (proto: object, name: string) => {
		const methods = proto as Record<string, (...how: unknown[]) => unknown>;
		const method = methods[name]!;
		methods[name] = function (this: unknown, ...how: unknown[]) {
			count();
			return method.apply(this, how);
		};
		restores.push(() => (methods[name] = method));
	};
	counted(IDBFactory.prototype, 'open');
	counted(IDBFactory.prototype, 'deleteDatabase');
	counted(IDBObjectStore.prototype, 'getAll');
	counted(IDBObjectStore.prototype, 'delete');
	counted(IDBObjectStore.prototype, 'put');
	return { end: () => restores.reverse().forEach((restore) => restore()), hasEnded: () => asked > left };
}

/** Starts again after an end: locked or not, all is there, and if there is a lock, the person's words open it. */
async function startsAgain(device: Device, before: unknown, about: string): Promise<'on' | 'off'> {
	const next = await device.open();
	const state = await next.lock.state();
	if (state === 'off') {
		expect(await contentOf(next), about).toEqual(before);
		return 'off';
	}
	expect(await reasonFrom(next.days.observe(day).first()), about).toBe('locked');
	const key: DataKey = await next.lock.open({ words });
	await next.lock.use(key);
	expect(await contentOf(next), about).toEqual(before);
	const after = await next.lock.state();
	expect(['on', 'off'], about).toContain(after);
	if (after === 'on') await isNowhere(device);
	return after as 'on' | 'off';
}

describe('beside a database that another time left under the next name', () => {
	async function besideAnother() {
		const device = await aDevice();
		const storage = await device.open();
		await live(storage);
		const name = nameAfter(device.name);
		const left = createDatabase(name);
		await left.open();
		await left.steps.put({ ...aStep({ id: 's', words: 'Of another time' }) } as never);
		left.close();
		const wordsLeft = async () => {
			const db = await openRaw(name);
			const [row] = (await rowsOf(db)).steps!;
			db.close();
			return (row as { words?: string } | undefined)?.words;
		};
		return { device, storage, before: await contentOf(storage), wordsLeft };
	}

	test('a lock is turned on and off, and neither gets anything of the other', async () => {
		const { device, storage, before, wordsLeft } = await besideAnother();
		await storage.lock.turnOn(words, 'passphrase', () => undefined);
		expect(await contentOf(storage)).toEqual(before);
		await isNowhere(device);
		expect(await wordsLeft()).toBe('Of another time');
		await storage.lock.turnOff(() => undefined);
		expect(await contentOf(storage)).toEqual(before);
		expect(await wordsLeft()).toBe('Of another time');
	});

	test('one that cannot be turned on deletes nothing but what it made', async () => {
		const { storage, before, wordsLeft } = await besideAnother();
		await turnedOnInVain(storage);
		expect(await contentOf(storage)).toEqual(before);
		expect(await wordsLeft()).toBe('Of another time');
	});
});

describe('ended at any moment', () => {
	// each start derives keys as slowly as it should: the longer run ends it at every call, this one at every eighth
	const stride = runs(8, 1);

	test.each([
		['the journal', true],
		['the database alone', false]
	])(
		'while it is turned on, with %s: all is there, and what is on is sealed',
		async (_, hasSecond) => {
			const ends = { on: 0, off: 0 };
			for (let at = 0, isWhole = false; !isWhole; at += stride) {
				const device = await aDevice(hasSecond);
				const storage = await device.open();
				await live(storage);
				const before = await contentOf(storage);
				const cut = untilCut(at);
				await storage.lock.turnOn(words, 'passphrase', () => undefined).catch(() => undefined);
				isWhole = !cut.hasEnded();
				cut.end();
				ends[await startsAgain(device, before, `ended after ${at}`)] += 1;
			}
			expect(ends.on).toBeGreaterThan(20 / stride);
			expect(ends.off).toBeGreaterThan(0);
		},
		120_000
	);

	test.each([
		['the journal', true],
		['the database alone', false]
	])(
		'while it is turned off, with %s: all is there',
		async (_, hasSecond) => {
			const ends = { on: 0, off: 0 };
			for (let at = 0, isWhole = false; !isWhole; at += stride) {
				const { device, storage, before } = await lockedDevice(hasSecond);
				const cut = untilCut(at);
				await storage.lock.turnOff(() => undefined).catch(() => undefined);
				isWhole = !cut.hasEnded();
				cut.end();
				ends[await startsAgain(device, before, `ended after ${at}`)] += 1;
			}
			expect(ends.off).toBeGreaterThan((hasSecond ? 20 : 4) / stride);
		},
		120_000
	);

	test.each([
		['the journal', true],
		['the database alone', false]
	])(
		'while another lock is turned on, and the name before both was the last to be written down, with %s: all is there, and nothing is left over',
		async (_, hasSecond) => {
			const ends = { on: 0, off: 0 };
			for (let at = 0, isWhole = false; !isWhole; at += stride) {
				const { device, storage, before } = await lockedDevice(hasSecond);
				const writtenDown = device.name;
				await storage.lock.turnOff(() => undefined);
				const cut = untilCut(at);
				await storage.lock.turnOn(words, 'passphrase', () => undefined).catch(() => undefined);
				isWhole = !cut.hasEnded();
				cut.end();
				device.name = writtenDown;
				const state = await startsAgain(device, before, `ended after ${at}`);
				ends[state] += 1;
				// a lock of later leaves nothing beside it
				if (state === 'off') await device.storages.at(-1)!.lock.turnOn(words, 'pin', () => undefined);
				await isNowhere(device);
			}
			expect(ends.on).toBeGreaterThan(20 / stride);
		},
		120_000
	);

	test('while the journal is written anew: all is there, and sealed in the end', async () => {
		let ends = 0;
		for (let at = 1, isWhole = false; !isWhole; at += 700) {
			const device = await aDevice();
			const storage = await device.open();
			await live(storage);
			const before = await contentOf(storage);
			device.disk.left = at;
			await storage.lock.turnOn(words, 'passphrase', () => undefined).catch(() => undefined);
			isWhole = device.disk.left > 0;
			device.disk.startAgain((['there', 'lost', 'zeros'] as const)[ends % 3]!);
			expect(await startsAgain(device, before, `ended after ${at} bytes`)).toBe('on');
			ends += 1;
		}
		expect(ends).toBeGreaterThan(10);
	}, 120_000);

	test('while the words are changed: the words before or after open it', async () => {
		for (let at = 0, isWhole = false; !isWhole; at += 1) {
			const { device, storage, before } = await lockedDevice();
			const cut = untilCut(at);
			await storage.lock.changeWords('482913', 'pin').catch(() => undefined);
			isWhole = !cut.hasEnded();
			cut.end();
			const next = await device.open();
			const key = await next.lock.open({ words }).catch(() => next.lock.open({ words: '482913' }));
			await next.lock.use(key);
			expect(await contentOf(next)).toEqual(before);
		}
	}, 120_000);
});

test('words that a page leaves behind while it goes are sealed too, and taken up with the key alone', async () => {
	const { device, key } = await lockedDevice();
	const left = new Map<string, { key: string; text: string; at: number }>();
	const last = {
		leave: (draft: { key: string; text: string; at: number }) => void left.set(draft.key, draft),
		taken: (name: string) => void left.delete(name),
		all: () => [...left.values()],
		onGoing: () => undefined
	};
	const open = () => openStorage(true, device.name, { last });
	const storage = await open();
	device.storages.push(storage);
	await storage.lock.use(key);
	const saving = storage.drafts.save({ key: 'note:late', text: secret, at: 5 });
	const [words] = left.values();
	expect(JSON.stringify(words)).not.toContain('heron');
	await saving;
	expect(left.size).toBe(0);
	// the page was gone before the database answered
	await storage.drafts.clear('note:late');
	left.set('note:late', words!);
	left.set('note:plain', { key: 'note:plain', text: 'from before', at: 1 });
	left.set('note:other', { ...words!, key: 'note:other lock' });
	const next = await open();
	device.storages.push(next);
	expect(left.size).toBe(3);
	await next.lock.use(key);
	expect(left.size).toBe(1);
	expect((await next.drafts.read('note:late'))?.text).toBe(secret);
	expect((await next.drafts.read('note:plain'))?.text).toBe('from before');
});

test('what stays plain is this, and nothing else', async () => {
	const { device } = await lockedDevice();
	const db = await openRaw(device.name);
	const rows = await rowsOf(db);
	db.close();
	const plain = Object.entries(rows).flatMap(([table, all]) =>
		(all as Record<string, unknown>[]).flatMap((row) =>
			'sealed' in row
				? Object.keys(row)
						.filter((field) => field !== 'sealed' && field !== 'blobs')
						.map((field) => `${table}.${field}`)
				: [`${table} ${String(row.key ?? row.id)}`]
		)
	);
	expect([...new Set(plain)].toSorted()).toEqual([
		'days.day',
		'drafts.key',
		'notes.at',
		'notes.day',
		'notes.id',
		'photos.id',
		'photos.note',
		'pictures.id',
		'recordings.id',
		'recordings.note',
		'settings born',
		`settings ${clockKey}`,
		'settings lock',
		'settings.key',
		'steps.id',
		'thumbnails.id',
		'versions.at',
		'versions.key',
		'versions.note'
	]);
	expect(toldKey).toBe('told');
});
