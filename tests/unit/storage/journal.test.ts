import { afterEach, describe, expect, test, vi } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { draftOf, newDraft, parseDraft } from '$lib/domain/note';
import { openStorage } from '$lib/storage';
import type { Storage } from '$lib/storage/types';
import { aPhoto, aSound } from '../../support/builders';
import { drivers } from '../../support/drivers';
import { freshName, latest } from '../../support/open-database';

const day = localDay('2026-11-22');
vi.spyOn(console, 'warn').mockReturnValue(undefined);

const opened: Storage[] = [];
afterEach(async () => {
	for (const storage of opened.splice(0)) await storage.erase();
});

const picture = () => ({ picture: new Blob(['big']), thumbnail: new Blob(['sml']) });

describe.each(drivers)('the hope journal, with %s', (_kind, open) => {
	async function fresh(): Promise<Storage> {
		const storage = await open();
		opened.push(storage);
		return storage;
	}
	const write = (storage: Storage, id: string, text: string, at = 1) =>
		storage.notes.save({ ...newDraft(id, day), text }, `note:${id}:tab`, at);
	const texts = async (storage: Storage) => (await latest(storage.notes.observe())).map(({ text }) => text);

	test('a note that is saved is there, its draft is gone, and there is one more stitch', async () => {
		const storage = await fresh();
		await storage.drafts.save({ key: 'note:a:tab', text: '{}', at: 1 });
		await storage.drafts.save({ key: 'other', text: '{}', at: 1 });
		await write(storage, 'a', 'Soup');
		expect(await texts(storage)).toEqual(['Soup']);
		expect(await storage.drafts.list('note:')).toEqual([]);
		expect(await storage.drafts.list('other')).toHaveLength(1);
		expect(await latest(storage.notes.observeStitches())).toBe(1);
	});

	test('a change adds no stitch and keeps what it said before; deleting takes no stitch away', async () => {
		const storage = await fresh();
		const { note } = await write(storage, 'a', 'Soup');
		await storage.notes.save({ ...draftOf(note), text: 'Bread' }, '', 5);
		expect(await storage.notes.versions('a')).toMatchObject([{ note: 'a', text: 'Soup', at: 5 }]);
		await storage.notes.remove('a', 6);
		await storage.notes.purgeDeleted({ notes: ['a'], before: 0, versionsBefore: 0 });
		expect(await texts(storage)).toEqual([]);
		expect(await latest(storage.notes.observeStitches())).toBe(1);
	});

	test('a deleted note comes back whole with its photos, until it is let go of', async () => {
		const storage = await fresh();
		await write(storage, 'a', 'Soup');
		await write(storage, 'b', 'Bread', 2);
		await storage.photos.add(aPhoto('p', 'a'), picture());
		const undo = await storage.notes.remove('a', 6);
		expect(await texts(storage)).toEqual(['Bread']);
		expect(await latest(storage.photos.observe())).toEqual([]);
		expect(await latest(storage.notes.observeOne('a'))).toBeUndefined();
		await undo();
		expect(await texts(storage)).toEqual(['Bread', 'Soup']);
		expect(await latest(storage.photos.observeOf('a'))).toEqual([aPhoto('p', 'a')]);
		expect(await (await storage.photos.picture('p'))?.text()).toBe('big');

		await storage.notes.remove('a', 6);
		await storage.notes.purgeDeleted({ notes: ['a', 'b'], before: 0, versionsBefore: 0 });
		expect(await texts(storage)).toEqual(['Bread']);
		expect(await storage.photos.picture('p')).toBeUndefined();
		expect(await storage.photos.thumbnail('p')).toBeUndefined();
	});

	test('a deleted note that a tab is writing, or whose words wait, is not let go of', async () => {
		const storage = await fresh();
		await write(storage, 'a', 'Soup');
		await write(storage, 'b', 'Bread', 2);
		for (const id of ['a', 'b']) {
			await storage.photos.add(aPhoto(`p${id}`, id), picture());
			await storage.notes.remove(id, 6);
		}
		await storage.drafts.save({ key: 'note:b:tab', text: '{}', at: 7 });
		const letGo = { notes: ['a', 'b'], before: 50, versionsBefore: 0 };
		await storage.notes.purgeDeleted({ ...letGo, live: new Set(['a']) });
		expect(await storage.photos.picture('pa')).toBeDefined();
		expect(await storage.photos.picture('pb')).toBeDefined();
		await storage.notes.purgeDeleted(letGo);
		expect(await storage.photos.picture('pa')).toBeUndefined();
		expect(await storage.photos.picture('pb')).toBeDefined();
		await storage.drafts.clear('note:b:tab');
		await storage.notes.purgeDeleted(letGo);
		expect(await storage.photos.picture('pb')).toBeUndefined();
	});

	test('a note that is saved after another tab deleted it comes back with its photos, but for those taken out before', async () => {
		const storage = await fresh();
		const { note } = await write(storage, 'a', 'Soup');
		await storage.photos.add(aPhoto('p', 'a'), picture());
		await storage.photos.add(aPhoto('q', 'a'), picture());
		await storage.photos.remove('q', 4);
		await storage.notes.remove('a', 6);
		await storage.notes.save({ ...draftOf(note), text: 'Soup, hot' }, '', 7);
		expect(await texts(storage)).toEqual(['Soup, hot']);
		expect((await latest(storage.photos.observeOf('a'))).map(({ id }) => id)).toEqual(['p']);
	});

	test('what a note of years ago said before is kept thirty days from its change, not from when it was written', async () => {
		const storage = await fresh();
		const { note } = await write(storage, 'a', 'Soup', 1);
		await storage.notes.save({ ...draftOf(note), text: 'Bread' }, '', 1000);
		await storage.notes.purgeDeleted({ notes: [], before: 0, versionsBefore: 900 });
		expect((await storage.notes.versions('a')).map(({ text }) => text)).toEqual(['Soup']);
		await storage.notes.purgeDeleted({ notes: [], before: 0, versionsBefore: 1001 });
		expect(await storage.notes.versions('a')).toEqual([]);
	});

	test('a letter that was opened is marked, and a change of its words keeps that', async () => {
		const storage = await fresh();
		const { note } = await write(storage, 'a', 'Dear me');
		await storage.notes.markOpened('a', day);
		await storage.notes.save({ ...draftOf(note), text: 'Dear me!' }, '', 5);
		const kept = await latest(storage.notes.observeOne('a'));
		expect(kept).toMatchObject({ text: 'Dear me!', openedOn: day });
	});

	test('what another tab deleted just now is not let go of, what was deleted long ago is', async () => {
		const storage = await fresh();
		await write(storage, 'a', 'Soup');
		await write(storage, 'b', 'Bread', 2);
		const undo = await storage.notes.remove('a', 100);
		await storage.notes.remove('b', 10);
		await storage.notes.purgeDeleted({ notes: [], before: 50, versionsBefore: 0 });
		await undo();
		expect(await texts(storage)).toEqual(['Soup']);
	});

	test('kept for hard days: the latest first, and the undo says what it was', async () => {
		const storage = await fresh();
		await write(storage, 'a', 'Soup');
		await write(storage, 'b', 'Bread', 2);
		await storage.notes.keep('b', 10);
		await storage.notes.keep('a', 20);
		const kept = async () => (await latest(storage.notes.observeForHardDays())).map(({ id }) => id);
		expect(await kept()).toEqual(['a', 'b']);
		const undo = await storage.notes.keep('a', undefined);
		expect(await kept()).toEqual(['b']);
		await undo();
		expect(await kept()).toEqual(['a', 'b']);
	});

	test('the latest few are the newest days', async () => {
		const storage = await fresh();
		for (const [i, date] of ['2026-11-20', '2026-11-22', '2026-11-21'].entries())
			await storage.notes.save({ ...newDraft(date, localDay(date)), text: date }, '', i + 1);
		const few = await latest(storage.notes.observeLatest(2));
		expect(few.map(({ text }) => text)).toEqual(['2026-11-22', '2026-11-21']);
	});

	test('notes about some days, and letters between two days, are found without reading the others', async () => {
		const storage = await fresh();
		await write(storage, 'a', 'Soup');
		await storage.notes.save({ ...newDraft('b', localDay('2025-11-22')), text: 'Bread' }, '', 2);
		await storage.notes.save(
			{ ...newDraft('c', day), text: 'Letter', openOn: localDay('2026-12-01') },
			'',
			3
		);
		const about = await latest(storage.notes.observeAbout([localDay('2025-11-22'), localDay('2024-11-22')]));
		expect(about.map(({ text }) => text)).toEqual(['Bread']);
		const letters = (to: string) =>
			latest(storage.notes.observeLetters(localDay('2026-11-23'), localDay(to)));
		expect((await letters('2026-12-01')).map(({ text }) => text)).toEqual(['Letter']);
		expect(await letters('2026-11-30')).toEqual([]);
	});

	test('photos: changed, taken back, reordered by the person', async () => {
		const storage = await fresh();
		const undoAdd = await storage.photos.add(aPhoto('p', 'a', { order: 1 }), picture());
		await storage.photos.add(aPhoto('q', 'a', { order: 0 }), picture());
		const undo = await storage.photos.change('p', (each) => ({ ...each, alt: 'my cat' }));
		await storage.photos.change('p', (each) => ({ ...each, keptAt: 4 }));
		expect((await latest(storage.photos.observeOf('a'))).map(({ id }) => id)).toEqual(['q', 'p']);
		await undo();
		const [, p] = await latest(storage.photos.observeOf('a'));
		expect(p).toMatchObject({ alt: '', keptAt: 4 });
		const undoRemove = await storage.photos.remove('p', 9);
		expect(await latest(storage.photos.observeOf('a'))).toHaveLength(1);
		await undoRemove();
		await undoAdd();
		expect(await storage.photos.picture('p')).toBeUndefined();
	});

	test('a spoken note is read back, and dropped', async () => {
		const storage = await fresh();
		await storage.recordings.add(aSound('v', 'a'));
		expect(await (await storage.recordings.read('v'))?.text()).toBe('sound v');
		await storage.recordings.drop('v');
		expect(await storage.recordings.read('v')).toBeUndefined();
	});
});

describe('after a crash', () => {
	const dayOf = () => day;
	const live = new Set(['live']);
	const hour = 3_600_000;
	const later = 30 * 24 * hour;
	async function fresh(): Promise<Storage> {
		const storage = await openStorage(false, freshName());
		opened.push(storage);
		return storage;
	}

	test('a photo whose words were never kept is a draft again; those of notes, drafts and open tabs are left alone', async () => {
		const storage = await fresh();
		await storage.notes.save({ ...newDraft('saved', day), text: 'Soup' }, '', 1);
		await storage.notes.save({ ...newDraft('deleted', day), text: 'Soup' }, '', 1);
		await storage.drafts.save({
			key: 'note:drafted:tab',
			text: JSON.stringify(newDraft('drafted', day)),
			at: 1
		});
		for (const note of ['saved', 'deleted', 'drafted', 'live', 'lost'])
			await storage.photos.add(aPhoto(note, note), picture());
		await storage.photos.add(aPhoto('lost 2', 'lost'), picture());
		await storage.photos.add(aPhoto('let go', 'let go', { deletedAt: 2 }), picture());
		await storage.notes.remove('deleted', 3);
		for (let again = 0; again < 2; again++) {
			await storage.notes.heal(live, later, dayOf);
			const drafts = await storage.drafts.list('note:');
			expect(drafts.map(({ key }) => key).sort()).toEqual(['note:drafted:tab', 'note:lost:found']);
			expect(parseDraft(drafts.find(({ key }) => /lost/.test(key))!.text)).toEqual(newDraft('lost', day));
		}
		expect(await latest(storage.photos.observe())).toHaveLength(5);
		expect(await storage.photos.picture('let go')).toBeDefined();
	});

	test('a sound goes only when nothing can bring it back: no note, no draft, no open tab, no undo', async () => {
		const storage = await fresh();
		const voice = (id: string) => ({ id, type: 'audio/webm', seconds: 2, bytes: 5 });
		await storage.notes.save({ ...newDraft('n', day), voice: voice('kept') }, '', 1);
		await storage.notes.save({ ...newDraft('d', day), voice: voice('deleted') }, '', 1);
		await storage.notes.remove('d', later - 1);
		const draft = JSON.stringify({ ...newDraft('w', day), voice: voice('drafted') });
		await storage.drafts.save({ key: 'note:w:tab', text: draft, at: 1 });
		const sounds = [
			aSound('kept', 'n'),
			aSound('deleted', 'd'),
			aSound('drafted', 'w'),
			aSound('spoken now', 'live'),
			aSound('taken out, a tab died', 'n'),
			aSound('from before times were kept', 'x', { at: undefined }),
			aSound('today', 'y', { at: later - hour }),
			aSound('let go of just now', 'z'),
			aSound('let go of yesterday', 'z')
		];
		for (const each of sounds) await storage.recordings.add(each);
		await storage.recordings.remove('let go of yesterday', later - 24 * hour);
		const undo = await storage.recordings.remove('let go of just now', later - 1);
		await storage.notes.heal(live, later, dayOf);
		const there = [];
		for (const { id } of sounds) if (await storage.recordings.read(id)) there.push(id);
		expect(there).toEqual(['kept', 'deleted', 'drafted', 'spoken now', 'today', 'let go of just now']);
		await undo();
		await storage.notes.heal(new Set(['z']), later, dayOf);
		expect(await storage.recordings.read('let go of just now')).toBeDefined();
	});
});

test('five tabs that save one note at the same time lose no words', async () => {
	const name = freshName();
	const tabs = await Promise.all(Array.from({ length: 5 }, () => openStorage(false, name)));
	opened.push(tabs[0]!);
	const { note } = await tabs[0]!.notes.save({ ...newDraft('a', day), text: 'Monday' }, '', 1);
	const words = ['rain', 'soup', 'cat', 'walk', 'rest'];
	await Promise.all(
		tabs.map((tab, i) => tab.notes.save({ ...draftOf(note), text: `Monday ${words[i]}` }, '', 2))
	);
	const kept = await latest(tabs[1]!.notes.observeOne('a'));
	for (const word of words) expect(kept?.text).toContain(`Monday ${word}`);
	// each text alone: what was there at each save, and what was joined to it
	const before = (await tabs[2]!.notes.versions('a')).map(({ text }) => text);
	for (const word of words) expect(before).toContain(`Monday ${word}`);
});

test('a photo that finds no room leaves nothing half kept, and the words are still saved', async () => {
	const name = freshName();
	const storage = await openStorage(false, name);
	opened.push(storage);
	const { put } = IDBObjectStore.prototype;
	// the picture fits, its name does not any more
	IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: [unknown]) {
		if (this.name === 'photos') throw new DOMException('no room', 'QuotaExceededError');
		return put.apply(this, given);
	};
	try {
		await expect(storage.photos.add(aPhoto('p', 'a'), picture())).rejects.toMatchObject({ reason: 'full' });
		await storage.notes.save({ ...newDraft('a', day), text: 'Soup' }, '', 1);
	} finally {
		IDBObjectStore.prototype.put = put;
	}
	expect(await storage.photos.picture('p')).toBeUndefined();
	expect(await storage.photos.thumbnail('p')).toBeUndefined();
	expect((await latest(storage.notes.observe())).map(({ text }) => text)).toEqual(['Soup']);
});
