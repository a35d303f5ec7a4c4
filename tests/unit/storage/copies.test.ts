import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
	bringBack,
	kindOfCopy,
	noteSaved,
	openCopy,
	saveCopy,
	summaryHere,
	undoLeft
} from '$lib/app/copies/copies';
import type { Gated } from '$lib/app/copies/types';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { draftOf, newDraft } from '$lib/domain/note';
import { defaultPreferences, type Preferences } from '$lib/domain/preferences';
import { openStorage } from '$lib/storage';
import { namesOfBytes, notCopied, settingsNotCopied, smallNames } from '$lib/storage/copies';
import { createDatabase, type EnvolDatabase } from '$lib/storage/database';
import { recordNames } from '$lib/storage/kept-records';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';
import { vouched } from '../../support/copies';
import { fullProfile } from '../../support/full-profile';
import { freshName, latest, openRaw, rowsOf } from '../../support/open-database';
import { runs } from '../../support/property-runs';
import { aPhoto, aSound, stepsNamed } from '../../support/builders';

const day = localDay('2026-11-22');
const at = Date.parse('2026-11-22T15:00:00Z');
const words = 'river lamp bread cloud stone';

/** A device of its own, with its storage. */
interface Device {
	name: string;
	storage: Storage;
	services: Gated;
	/** Everything in it, byte for byte. */
	all: () => Promise<Record<string, unknown[]>>;
}

const devices: Device[] = [];
async function aDevice(): Promise<Device> {
	const name = freshName();
	const storage = await openStorage(false, name);
	const services = {
		gate: { open: async () => storage },
		preferences: {
			current: defaultPreferences,
			change: async () => undefined,
			restore: async () => undefined
		}
	} as unknown as Gated;
	const device = { name, storage, services, all: () => allOf(name) };
	devices.push(device);
	return device;
}

async function withBytes(value: unknown): Promise<unknown> {
	if (value instanceof Blob)
		return `${value.type} ${Buffer.from(await value.arrayBuffer()).toString('base64')}`;
	if (Array.isArray(value)) return Promise.all(value.map(withBytes));
	if (typeof value !== 'object' || value === null) return value;
	const fields = await Promise.all(
		Object.entries(value).map(async ([key, each]) => [key, await withBytes(each)] as const)
	);
	return Object.fromEntries(fields);
}

async function allOf(name: string): Promise<Record<string, unknown[]>> {
	const raw = await openRaw(name);
	const rows = await rowsOf(raw);
	raw.close();
	return (await withBytes(rows)) as Record<string, unknown[]>;
}

/** What a copy is about: without the way back, and what is only this device's. */
type All = Record<string, unknown[]> & { versions: unknown[]; settings: unknown[]; notes: unknown[] };

function content({ safety: _, ballast: __, ...rows }: Record<string, unknown[]>): All {
	const versions = (rows.versions ?? []).map((row) => {
		const { key: _, ...version } = row as { key?: number };
		return version;
	});
	return { ...rows, versions } as unknown as All;
}

/** Something of everything. */
async function fill({ name }: Device): Promise<void> {
	const profile = fullProfile('fr', day, at);
	const db = createDatabase(name);
	await db.open();
	await db.settings.bulkPut([
		{ key: 'stitches', value: profile.notes.length + 4 },
		{ key: 'preferences', value: profile.preferences },
		...recordNames.map((key) => ({ key, value: profile.records[key] }))
	]);
	await db.steps.bulkPut(profile.steps);
	await db.days.bulkPut(profile.days);
	await db.drafts.bulkPut(profile.drafts);
	await db.notes.bulkPut([...profile.notes, { ...profile.notes[2]!, id: 'gone', deletedAt: at }]);
	await db.versions.bulkAdd([
		{ note: 'full-note', text: 'Avant\u0301 — before 🌱', at: 5 },
		{ note: 'full-note', text: '', at: 6 }
	]);
	await db.photos.bulkPut([...profile.photos, aPhoto('gone', 'gone', { deletedAt: at })]);
	for (const { id } of await db.photos.toArray()) await putBytes(db, id);
	await db.recordings.bulkPut(profile.sounds.map(({ id, note }) => aSound(id, note, { at })));
	db.close();
}

async function putBytes(db: EnvolDatabase, id: string, size = 5000): Promise<void> {
	const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31 + id.length) % 256);
	await db.pictures.put({ id, blob: new Blob([bytes], { type: 'image/jpeg' }) });
	await db.thumbnails.put({ id, blob: new Blob([bytes.slice(0, 99)], { type: 'image/webp' }) });
}

const how = (kind: 'sealed' | 'readable') => (kind === 'sealed' ? { passphrase: words } : {});
const kinds = ['sealed', 'readable'] as const;

beforeEach(() => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	// no other tab: a browser without locks
	vi.stubGlobal('navigator', {});
});
afterEach(async () => {
	vi.restoreAllMocks();
	vi.unstubAllGlobals();
	for (const { storage } of devices.splice(0)) await storage.erase().catch(() => undefined);
});

test('every table is in the copy, or is left out by name and with a reason; all of it goes with an erase', async () => {
	const name = freshName();
	const db = createDatabase(name);
	await db.open();
	const tables = db.tables.map((table) => table.name).toSorted();
	expect(tables).toEqual([...smallNames, ...namesOfBytes, ...Object.keys(notCopied)].toSorted());
	expect(Object.keys(notCopied)).toEqual(['ballast', 'safety']);
	db.close();
	const device = await aDevice();
	await fill(device);
	await device.storage.erase();
	expect((await indexedDB.databases()).map((each) => each.name)).not.toContain(device.name);
});

test.each(kinds)(
	'I1 a %s copy of something of everything comes back on an empty device, byte for byte',
	async (kind) => {
		const [old, fresh] = [await aDevice(), await aDevice()];
		await fill(old);
		const before = content(await old.all());
		// what is filled here is all that can be: a table or a record that is added later fails until it is filled too
		expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
		const keys = (before.settings as { key: string }[]).map(({ key }) => key);
		expect(keys.toSorted()).toEqual([...recordNames, 'preferences', 'stitches', 'born'].toSorted());
		expect(Object.keys(settingsNotCopied)).toEqual(['born', 'journal', 'told', 'lock', 'veil']);

		const saved = await saveCopy(old.services, how(kind));
		expect(await kindOfCopy(saved.file)).toBe(kind);
		const opened = await openCopy(saved.file, how(kind));
		expect(opened.summary).toEqual(saved.summary);
		expect(saved.summary).toMatchObject({ notes: 9, photos: 3, recordings: 1, steps: 14 });
		await bringBack(fresh.services, opened, 'merge');
		expect(content(await fresh.all())).toEqual(before);
		const again = await saveCopy(fresh.services, how(kind));
		await bringBack(fresh.services, await openCopy(again.file, how(kind)), 'replace');
		expect(content(await fresh.all())).toEqual(before);
		expect(await summaryHere(fresh.services)).toMatchObject({ notes: 9, photos: 3 });
	}
);

test('where the browser keeps nothing, a copy saves what was done, and shows one that was brought', async () => {
	const [old, standIn] = [await aDevice(), await openInMemory()];
	await fill(old);
	const services = { ...old.services, gate: { open: async () => standIn } } as unknown as Gated;
	const { file } = await saveCopy(old.services);
	const { undo } = await bringBack(services, await openCopy(file), 'merge');
	const [there, here] = [await (await standIn.copying()).read(), await (await old.storage.copying()).read()];
	const plain = (value: unknown) => withBytes(JSON.parse(JSON.stringify(value)));
	expect(await plain(there)).toEqual(await plain(here));
	const again = await openCopy((await saveCopy(services)).file);
	expect(again.summary).toEqual({ ...(await openCopy(file)).summary, madeAt: again.summary.madeAt });
	await undo();
	expect((await summaryHere(services)).notes).toBe(0);
	await standIn.erase();
});

describe('brought back where there is something already', () => {
	let here: Device;
	let other: Device;
	let file: Blob;
	beforeEach(async () => {
		[here, other] = [await aDevice(), await aDevice()];
		await fill(other);
		await other.storage.plan.change((steps) => [...steps, ...stepsNamed('theirs')]);
		file = (await saveCopy(other.services)).file;
		await here.storage.plan.change(() => stepsNamed('mine'));
		await here.storage.days.change(day, (record) => withNote(record, 'mine'));
		const { note } = await here.storage.notes.save({ ...newDraft('n', day), text: 'Soup' }, '', 1);
		await here.storage.notes.save({ ...draftOf(note), text: 'Bread' }, '', 2);
		await here.storage.photos.add(aPhoto('my-photo', 'n'), {
			picture: new Blob(['big']),
			thumbnail: new Blob(['small'])
		});
		await here.storage.recordings.add(aSound('my-sound', 'n'));
	});
	const ids = (rows: unknown[] | undefined) => rows!.map((row) => (row as { id: string }).id).toSorted();

	test('merged, nothing of either is lost, and merging it again changes nothing', async () => {
		const [mine, theirs] = [await here.all(), await other.all()];
		await bringBack(here.services, await openCopy(file), 'merge');
		const both = content(await here.all());
		for (const table of ['notes', 'steps', 'photos', 'pictures', 'thumbnails', 'recordings'] as const)
			expect(ids(both[table]), table).toEqual([...ids(mine[table]), ...ids(theirs[table])].toSorted());
		expect((await latest(here.storage.days.observe(day)))?.note).toContain('mine');
		expect(both.versions).toEqual(expect.arrayContaining(content(mine).versions));
		await bringBack(here.services, await openCopy(file), 'merge');
		expect(content(await here.all())).toEqual(both);
	});

	test.each(['merge', 'replace'] as const)(
		'after a %s, undo brings back what was here, and keeps what came since',
		async (way) => {
			const before = content(await here.all());
			const { undo, summary } = await bringBack(here.services, await openCopy(file), way);
			expect(summary.notes).toBe(way === 'merge' ? 10 : 9);
			await here.storage.notes.save({ ...newDraft('since', day), text: 'Since' }, '', 9);
			await undo();
			const { notes, settings, ...rest } = content(await here.all());
			const { notes: notesBefore, settings: _, ...restBefore } = before;
			expect(rest).toEqual(restBefore);
			expect(ids(notes)).toEqual([...ids(notesBefore), 'since'].toSorted());
			expect(await undoLeft(here.services)).toBeUndefined();
			// what is counted never goes down: the note of since is one stitch, and it is there
			expect(settings).toContainEqual({ key: 'stitches', value: expect.any(Number) as number });
		}
	);

	test('replaced, what is here is what was in the copy; the way back is there after a reload, until it is let go of', async () => {
		const before = content(await here.all());
		await bringBack(here.services, await openCopy(file), 'replace');
		const { safety: _, ...replaced } = await here.all();
		const theirs = await other.all();
		for (const table of [...smallNames].filter((name) => name !== 'versions'))
			expect(replaced[table], table).toEqual(theirs[table]);
		const left = await undoLeft(here.services);
		expect(left?.at).toBeGreaterThan(0);
		await left!.undo();
		expect(content(await here.all())).toEqual(before);

		await bringBack(here.services, await openCopy(file), 'replace');
		await (await undoLeft(here.services))!.letGo();
		const after = await here.all();
		expect(after.safety).toEqual([]);
		expect(ids(after.pictures)).toEqual(ids(theirs.pictures));
		expect(await undoLeft(here.services)).toBeUndefined();
	});

	test('what somebody changed since it was brought is theirs, and stays when the rest is taken back', async () => {
		const { undo } = await bringBack(here.services, await openCopy(file), 'merge');
		await here.storage.plan.change((steps) => steps.map((step) => (step.id === 'theirs' ? { ...step, words: 'Mine now' } : step))); // prettier-ignore
		await here.storage.days.change(day, (record) => ({ ...record, isRest: true }));
		await undo();
		expect((await latest(here.storage.plan.observe())).map(({ id, words }) => [id, words])).toEqual([['mine', 'step mine'], ['theirs', 'Mine now']]); // prettier-ignore
		expect(await latest(here.storage.days.observe(day))).toEqual({
			day,
			ticks: [],
			note: 'mine',
			isRest: true
		});
	});

	test('how Envol looks comes along, in the language of the page, and goes back with undo', async () => {
		const shown = { ...defaultPreferences, lang: 'en' as const };
		const change = vi.fn(async (chosen: Partial<Preferences>) => void Object.assign(shown, chosen));
		const services = { ...here.services, preferences: { current: shown, change } } as unknown as Gated;
		const { undo } = await bringBack(services, await openCopy(file), 'replace');
		expect(shown).toEqual({ lang: 'en', look: 'light', textSize: 100, motion: 'reduced', region: 'CA-QC' });
		await undo();
		expect(shown).toEqual({ ...defaultPreferences, lang: 'en', region: undefined });
		expect(change).toHaveBeenCalledTimes(2);
	});

	test('small records come in as the database itself reads them, and none that is not ours', async () => {
		const hostile = {
			key: 'people',
			value: { a: { name: '\u202eBo\ud800', role: 'admin', phone: 7 }, __proto__: 1 }
		};
		const settings = [
			hostile,
			{ key: 'born', value: 'never' },
			{ key: 'other', value: 1 },
			{ key: 'stitches', value: -5 }
		];
		const parts = [
			{ part: 'about', schema: 4, madeAt: 7 },
			{ part: 'rows', table: 'settings', rows: settings }
		];
		await bringBack(
			here.services,
			await openCopy(vouched(parts.map((part) => JSON.stringify(part)))),
			'replace'
		);
		expect((await here.all()).settings).toEqual([
			{ key: 'born', value: true },
			{ key: 'people', value: { a: { id: 'a', order: 0, name: 'Bo', role: 'other' } } }
		]);
	});

	test('a change that a page could not end stays on its own device, and none comes with a copy', async () => {
		const ahead = { key: 'ahead:plan:', text: '{"befores":[],"after":[]}', at: 0 };
		await here.storage.drafts.save(ahead);
		await other.storage.drafts.save({ ...ahead, key: 'ahead:day:2026-11-22' });
		const { file } = await saveCopy(other.services);
		expect(await file.text()).not.toContain('ahead:');
		await bringBack(here.services, await openCopy(file), 'replace');
		expect((await here.storage.drafts.list('ahead:')).map(({ key }) => key)).toEqual([ahead.key]);
	});

	test('a way back older than thirty days goes by itself', async () => {
		await bringBack(here.services, await openCopy(file), 'merge');
		vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * 86_400_000);
		expect(await undoLeft(here.services)).toBeUndefined();
		expect((await here.all()).safety).toEqual([]);
	});

	/** Every write of the database, counted; the n-th and all after it fail. */
	function failingFrom(n: number, name: string): { writes: number } {
		const seen = { writes: 0 };
		for (const method of ['put', 'add'] as const) {
			const real = IDBObjectStore.prototype[method];
			vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
				this: IDBObjectStore,
				...args: Parameters<typeof real>
			) {
				if (this.name !== 'ballast' && ++seen.writes >= n) throw new DOMException('no', name);
				return real.apply(this, args);
			});
		}
		return seen;
	}

	test.each(['merge', 'replace'] as const)(
		'a device that is full at any point of a %s keeps all that was here, and nothing half',
		async (way) => {
			const before = content(await here.all());
			const opened = await openCopy(file);
			for (const n of [1, 2, 3, 8, 9, 10, 11, 30, 60, 90]) {
				failingFrom(n, 'QuotaExceededError');
				await expect(bringBack(here.services, opened, way)).rejects.toMatchObject({ problem: 'full' });
				vi.restoreAllMocks();
				expect(content(await here.all()), `after write ${n}`).toEqual(before);
			}
			const counting = failingFrom(Infinity, '');
			await bringBack(here.services, opened, way);
			expect(counting.writes).toBeGreaterThan(90);
		}
	);

	test('killed at any point, all that was here is here; bringing it back once more makes it whole', async () => {
		const before = content(await here.all());
		const opened = await openCopy(file);
		// a kill takes the page with it: nothing is tidied
		for (const n of [1, 9, 40]) {
			const storage = await here.storage.copying();
			const killed = {
				...here.services,
				gate: {
					open: async () => ({
						...here.storage,
						copying: async () => ({ ...storage, tidy: () => Promise.reject(new Error('killed')) })
					})
				}
			} as unknown as Gated;
			failingFrom(n, 'AbortError');
			await expect(bringBack(killed, opened, 'merge')).rejects.toMatchObject({ problem: 'not-saved' });
			vi.restoreAllMocks();
			const { pictures: _, thumbnails: __, ...rows } = content(await here.all()) as Record<string, unknown[]>;
			const { pictures: ___, thumbnails: ____, ...rowsBefore } = before as Record<string, unknown[]>;
			expect(rows).toEqual(rowsBefore);
		}
		// the next look takes away what nothing shows
		await undoLeft(here.services);
		expect(content(await here.all())).toEqual(before);
		await bringBack(here.services, opened, 'merge');
		const whole = content(await here.all());
		await bringBack(here.services, opened, 'merge');
		expect(content(await here.all())).toEqual(whole);
	}, 60_000);

	test('stopped by the person at any point, nothing was changed', async () => {
		const before = await here.all();
		for (const calls of [0, 1]) {
			const stop = new AbortController();
			if (calls === 0) stop.abort();
			let told = 0;
			const working = { signal: stop.signal, onProgress: () => void (++told === calls && stop.abort()) };
			await expect(bringBack(here.services, await openCopy(file), 'replace', working)).rejects.toMatchObject({ problem: 'cancelled' }); // prettier-ignore
			expect(await here.all()).toEqual(before);
		}
		for (const kind of kinds) {
			const stopped = AbortSignal.abort();
			await expect(saveCopy(here.services, { ...how(kind), signal: stopped })).rejects.toMatchObject({ problem: 'cancelled' }); // prettier-ignore
		}
		await expect(openCopy(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({
			problem: 'cancelled'
		});
	});

	test('while another tab is at it, this one is told so, and writes nothing', async () => {
		const before = await here.all();
		const opened = await openCopy(file);
		const request = vi.fn((_name: string, _how: unknown, given: (lock: null) => unknown) =>
			Promise.resolve(given(null))
		);
		vi.stubGlobal('navigator', { locks: { request } });
		await expect(bringBack(here.services, opened, 'merge')).rejects.toMatchObject({ problem: 'busy' });
		await expect(saveCopy(here.services)).rejects.toMatchObject({ problem: 'busy' });
		expect(request.mock.calls.map(([name]) => name)).toEqual(['envol copies', 'envol copies']);
		expect(await here.all()).toEqual(before);
	});
});

test('what was saved, and when, is written down once the person has the file', async () => {
	const { services, storage } = await aDevice();
	const saved = await saveCopy(services);
	expect(await latest(storage.copies.observe())).toEqual({});
	await noteSaved(services, saved);
	expect(await latest(storage.copies.observe())).toEqual({ savedAt: saved.summary.madeAt, notes: 0, photos: 0, bytes: saved.bytes }); // prettier-ignore
	expect(saved.name).toMatch(/^envol-\d{4}-\d\d-\d\d\.json$/);
});

/** Any text a person may have: all of Unicode, composed or not, and what looks like code. */
const anyText = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.constantFrom('e\u0301 é', '👩‍👩‍👧‍👦', '\u202eabc', '<b>x</b>', '__proto__', '{"a":1}', '\n\n', '"\\')
);
const anyId = fc.uuid();
const anyInstant = fc.integer({ min: 1, max: 4_000_000_000_000 });
const anyBytes = fc.uint8Array({ maxLength: 300 });

test('I1 whatever notes, photos and sounds a person has, they come back as they were', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(
				fc.record({
					id: anyId,
					at: anyInstant,
					text: anyText,
					keptAt: fc.option(anyInstant, { nil: undefined })
				}),
				{ selector: ({ id }) => id, maxLength: 6 }
			),
			fc.uniqueArray(fc.record({ id: anyId, alt: anyText, picture: anyBytes, thumbnail: anyBytes }), {
				selector: ({ id }) => id,
				maxLength: 4
			}),
			fc.array(fc.record({ note: anyId, text: anyText, at: anyInstant }), { maxLength: 4 }),
			fc.uniqueArray(fc.record({ id: anyId, sound: anyBytes }), { selector: ({ id }) => id, maxLength: 2 }),
			fc.constantFrom(...kinds),
			async (notes, photos, versions, sounds, kind) => {
				const [old, fresh] = [await aDevice(), await aDevice()];
				const db = createDatabase(old.name);
				await db.open();
				await db.notes.bulkPut(
					notes.map(({ keptAt, ...note }) => ({
						...note,
						day,
						changedAt: note.at,
						tags: [],
						chimes: [],
						...(keptAt && { keptAt })
					}))
				);
				await db.versions.bulkAdd(versions);
				for (const { id, alt, picture, thumbnail } of photos) {
					await db.photos.put(aPhoto(id, 'n', { alt }));
					await db.pictures.put({
						id,
						blob: new Blob([picture as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' })
					});
					await db.thumbnails.put({
						id,
						blob: new Blob([thumbnail as Uint8Array<ArrayBuffer>], { type: 'image/webp' })
					});
				}
				await db.recordings.bulkPut(
					sounds.map(({ id, sound }) => ({
						id,
						note: 'n',
						at: 1,
						blob: new Blob([sound as Uint8Array<ArrayBuffer>], { type: 'audio/webm;codecs=opus' })
					}))
				);
				db.close();
				const before = content(await old.all());
				before.versions = [
					...new Map(before.versions.map((version) => [JSON.stringify(version), version])).values()
				];
				const { file } = await saveCopy(old.services, how(kind));
				await bringBack(fresh.services, await openCopy(file, how(kind)), 'replace');
				expect(content(await fresh.all())).toEqual(before);
				for (const device of devices.splice(0)) await device.storage.erase();
			}
		),
		{ numRuns: runs(10) }
	);
}, 120_000);
