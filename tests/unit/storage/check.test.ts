import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkData } from '$lib/app/copies/check-data';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';
import { langs } from '$lib/domain/language';
import { fullProfile } from '../../support/full-profile';
import { stepsNamed } from '../../support/builders';
import { freshName, latest, openRaw } from '../../support/open-database';
import { emptyFiles, InPage, type Files } from '../../support/second-store';

const today = localDay('2026-11-21');
const opened: Storage[] = [];
afterEach(async () => {
	vi.restoreAllMocks();
	for (const storage of opened.splice(0)) await storage.erase().catch(() => undefined);
});

const sound = { id: 'v', type: 'audio/webm', seconds: 1, bytes: 5 };
const whole = { unreadable: 0, lost: { photos: [], sounds: [] } };

async function opens(files: Files | undefined, name: string, hadData = true): Promise<Storage> {
	const second = files && new InPage(files);
	const storage = await openStorage(hadData, name, { second });
	await second?.compared;
	opened.push(storage);
	return storage;
}

/** A device with a row in every table. */
async function lived(
	files: Files | undefined,
	name = freshName()
): Promise<{ storage: Storage; name: string }> {
	const storage = await opens(files, name, false);
	await storage.plan.change(() => stepsNamed('a', 'b'));
	await storage.days.change(today, (day) => withNote(day, 'words'));
	await storage.lines.change(() => ({ lines: [{ id: 'l', words: 'a line' }] }) as never);
	await storage.drafts.save({ key: 'note:x:tab', text: '{}', at: 1 });
	await storage.recordings.add({ id: 'v', note: 'n', at: 1, blob: new Blob(['sound']) });
	const draft = { id: 'n', day: today, text: 'first', tags: ['tag'], chimes: [], voice: sound };
	const { note } = await storage.notes.save(draft, 'note:n:tab', 1);
	await storage.notes.save(
		{ ...draft, text: 'second', base: { changedAt: note.changedAt, text: 'first' } },
		'note:n:tab',
		2
	);
	await storage.photos.add(
		{ id: 'p', note: 'n', at: 1, order: 0, width: 1, height: 1, bytes: 3, alt: '' },
		{ picture: new Blob(['abc']), thumbnail: new Blob(['ab']) }
	);
	return { storage, name };
}

/** Puts another value, or nothing, in place of the first row of a table: what a damaged disk does. */
async function damage(
	name: string,
	table: string,
	change: (row: Record<string, unknown>) => unknown
): Promise<void> {
	const db = await openRaw(name);
	const transaction = db.transaction(table, 'readwrite');
	const store = transaction.objectStore(table);
	const reading = store.getAll();
	reading.onsuccess = () => {
		const rows = reading.result as Record<string, unknown>[];
		const row = rows.find(({ key }) => table !== 'settings' || key === 'lines')!;
		const other = change(row);
		if (other) store.put(other);
		else store.delete(row[store.keyPath as string] as string);
	};
	await new Promise((resolve) => (transaction.oncomplete = resolve));
	db.close();
}

const checked = (storage: Storage) =>
	checkData({ gate: { open: () => Promise.resolve(storage) } }, () => undefined);

const tables = ['days', 'steps', 'drafts', 'settings', 'notes', 'versions', 'photos'];
const badly: Record<string, object> = {
	days: { ticks: 'x' },
	steps: { frequency: 7 },
	drafts: { text: 7 },
	settings: { value: { lines: 'x' } },
	notes: { text: { a: 1 } },
	versions: { at: 'soon' },
	photos: { note: undefined }
};

test('both stores whole: nothing to tell', async () => {
	const { storage } = await lived(emptyFiles());
	expect(await checked(storage)).toMatchObject({ ...whole, isMended: false, hasSecond: true });
});

test('a second store that does not answer: the database is checked alone, and that is said', async () => {
	const { storage } = await lived(undefined);
	const progress = vi.fn();
	const found = await checkData({ gate: { open: () => Promise.resolve(storage) } }, progress);
	expect(found).toMatchObject({ ...whole, isMended: false, hasSecond: false });
	expect(found.records).toBeGreaterThan(10);
	expect(progress).toHaveBeenLastCalledWith(3, 3);
});

describe.each(tables)('a record of %s', (table) => {
	test.each(['gone', 'damaged'])('that is %s comes back from the second store', async (how) => {
		const { storage, name } = await lived(emptyFiles());
		await damage(name, table, (row) => (how === 'gone' ? undefined : { ...row, ...badly[table] }));
		expect(await checked(storage)).toMatchObject({ ...whole, isMended: true });
		expect(await checked(storage)).toMatchObject({ ...whole, isMended: false });
	});

	test('that is damaged, where there is no second store, is counted and stays', async () => {
		const { storage, name } = await lived(undefined);
		await damage(name, table, (row) => ({ ...row, ...badly[table] }));
		expect(await checked(storage)).toMatchObject({ unreadable: 1, isMended: false });
		expect(await checked(storage)).toMatchObject({ unreadable: 1 });
	});
});

describe.each(['pictures', 'thumbnails', 'recordings'])('the bytes in %s', (table) => {
	const lost = table === 'recordings' ? { photos: [], sounds: ['v'] } : { photos: ['p'], sounds: [] };
	const bytes = { pictures: 'abc', thumbnails: 'ab', recordings: 'sound' }[table]!;
	const present = async (storage: Storage) =>
		await (await (table === 'recordings'
			? storage.recordings.read('v')
			: storage.photos[table === 'pictures' ? 'picture' : 'thumbnail']('p')))!.text();

	test.each([
		['gone', undefined],
		['others', 'x']
	])('that are %s in the database come back from the second store', async (_, others) => {
		const { storage, name } = await lived(emptyFiles());
		await damage(name, table, (row) => others && { ...row, blob: new Blob([others.repeat(bytes.length)]) });
		expect(await checked(storage)).toMatchObject({ ...whole, isMended: true });
		expect(await present(storage)).toBe(bytes);
		expect(await checked(storage)).toMatchObject({ isMended: false });
	});

	test('that a power cut left empty, or others, come back at the next start', async () => {
		const files = emptyFiles();
		const { name } = await lived(files);
		await damage(name, table, (row) => ({ ...row, blob: new Blob(['0'.repeat(bytes.length)]) }));
		const storage = await opens(files, name);
		expect(await present(storage)).toBe(bytes);
		expect(await latest(storage.news)).toMatchObject({ mendedAt: expect.any(Number) as number });
		// and also where both had been compared before the cut
		await damage(name, table, (row) => ({ ...row, blob: new Blob(['1'.repeat(bytes.length)]) }));
		expect(await present(await opens(files, name))).toBe(bytes);
		// once more there is nothing to mend
		const second = new InPage(files);
		await openStorage(true, name, { second }).then((one) => opened.push(one));
		await second.compared;
		expect(second.found).toEqual([]);
	});

	test('that cannot be read come back from the second store', async () => {
		const { storage } = await lived(emptyFiles());
		const read = Blob.prototype.arrayBuffer;
		let left = 1;
		vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementation(function (this: Blob) {
			return this.size === bytes.length && left-- > 0
				? Promise.reject(new DOMException('no such file', 'NotReadableError'))
				: read.call(this);
		});
		expect(await checked(storage)).toMatchObject({ ...whole, isMended: true });
	});

	test('that are gone beside the journal are put there again', async () => {
		const files = emptyFiles();
		const { storage, name } = await lived(files);
		for (const file of files.media) file.bytes.fill(7, 20);
		expect(await checked(storage)).toMatchObject(whole);
		await damage(name, table, () => undefined);
		expect(await checked(await opens(files, name))).toMatchObject(whole);
		expect(await present(opened.at(-1)!)).toBe(bytes);
	});

	test('that are gone in both are told, and stop nothing', async () => {
		const files = emptyFiles();
		const { storage, name } = await lived(files);
		for (const file of files.media) file.bytes.fill(7, 20);
		await damage(name, table, () => undefined);
		await damage(name, 'days', () => undefined);
		const found = await checked(storage);
		expect(found).toMatchObject({ unreadable: 0, isMended: true, lost });
	});

	test('that are gone where there is no second store are told', async () => {
		const { storage, name } = await lived(undefined);
		await damage(name, table, () => undefined);
		expect(await checked(storage)).toMatchObject({ unreadable: 0, lost });
	});
});

test.each(langs)('nothing that Envol keeps itself is taken for damaged: %s', async (lang) => {
	const profile = fullProfile(lang, localDay('2026-11-25'), Date.parse('2026-11-25T15:00:00Z'));
	const storage = await openInMemory();
	await storage.plan.change(() => profile.steps);
	for (const day of profile.days) await storage.days.change(day.day, () => day);
	await storage.notes.bring({ notes: profile.notes, versions: [], stitches: 4 });
	for (const [name, value] of Object.entries(profile.records))
		await storage[name as 'lines'].change(() => value as never);
	await storage.settings.savePreferences(profile.preferences);
	expect((await checked(storage)).unreadable).toBe(0);
});

test('a picture or a sound whose file is gone is missing, and stops neither its note nor a copy', async () => {
	const { storage } = await lived(undefined);
	vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValue(new DOMException('gone', 'NotReadableError'));
	vi.spyOn(Response.prototype, 'arrayBuffer').mockReturnValue(new Promise(() => undefined));
	expect(await storage.photos.picture('p')).toBeUndefined();
	expect(await storage.photos.thumbnail('p')).toBeUndefined();
	expect(await storage.recordings.read('v')).toBeUndefined();
	const copying = await storage.copying();
	expect(await copying.files('photos', 'p')).toEqual({});
	expect(await copying.files('recordings', 'v')).toEqual({});
});

test('a picture or a sound whose file a crash cut short is missing: of what is not there the browser never tells', async () => {
	const { storage } = await lived(undefined);
	vi.spyOn(Blob.prototype, 'arrayBuffer').mockReturnValue(new Promise(() => undefined));
	vi.spyOn(Response.prototype, 'arrayBuffer').mockResolvedValue(new ArrayBuffer(0));
	expect(await storage.photos.picture('p')).toBeUndefined();
	expect(await storage.recordings.read('v')).toBeUndefined();
	expect(await (await storage.copying()).files('photos', 'p')).toEqual({});
});
