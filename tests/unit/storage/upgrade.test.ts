import { describe, expect, test } from 'vitest';
import { openStorage } from '$lib/storage';
import { freshName, latest, makeStores, openRaw, rowsOf, shapes } from '../../support/open-database';

const rows: Record<string, unknown[]> = {
	days: Array.from({ length: 40 }, (_, i) => ({
		day: `2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
		ticks: [{ step: 'a', at: i }],
		note: 'thé 🍵'
	})),
	steps: [{ id: 'a', habit: 'wake', words: 'se lever', order: 0 }],
	drafts: [{ key: 'note:1', text: '{"a":1}', at: 1 }],
	settings: [
		{ key: 'born', value: true },
		{ key: 'dice', value: { hidden: ['x'] } }
	],
	ballast: [],
	notes: [{ id: 'n', day: '2026-01-01', at: 1, changedAt: 1, text: 'un mot', tags: [], chimes: [] }],
	photos: [{ id: 'p', note: 'n', at: 1, order: 0, width: 1, height: 1, bytes: 1, alt: '' }],
	thumbnails: [],
	pictures: [],
	recordings: [],
	versions: [],
	safety: []
};

/** A version names the time of a deletion as it did then. */
const deletedIn = (version: number) => (version < 3 ? { goneAt: 7 } : { deletedAt: 7 });
const deletedRows: Record<string, object> = {
	notes: { id: 'n-deleted', day: '2026-01-02', at: 2, changedAt: 2, text: 'parti', tags: [], chimes: [] },
	photos: { id: 'p-deleted', note: 'n', at: 1, order: 1, width: 1, height: 1, bytes: 1, alt: '' },
	recordings: { id: 's-deleted', note: 'n', at: 1, blob: new Blob(['son']) }
};

describe.each(shapes)('data left by version $version of the database', ({ version, stores }) => {
	test('opens whole in this one, every row as it was', async () => {
		const name = freshName();
		const old = await openRaw(name, version * 10, (db) => makeStores(db, { version, stores }));
		for (const store of Object.keys(stores)) {
			const writing = old.transaction(store, 'readwrite');
			for (const row of rows[store]!) writing.objectStore(store).put(row);
			await new Promise((done) => (writing.oncomplete = done));
		}
		const before = await rowsOf(old);
		old.close();

		const storage = await openStorage(true, name);
		expect(storage.isDurable).toBe(true);
		expect(await latest(storage.news)).toEqual({});
		const raw = await openRaw(name);
		const after = await rowsOf(raw);
		raw.close();
		for (const store of Object.keys(stores)) expect(after[store]).toEqual(before[store]);
	});
});

describe.each(shapes.filter(({ version }) => version > 1))(
	'data left by version $version',
	({ version, stores }) => {
		test('what was deleted is deleted still, and found by when', async () => {
			const name = freshName();
			const old = await openRaw(name, version * 10, (db) => makeStores(db, { version, stores }));
			for (const [store, row] of Object.entries(deletedRows)) {
				const writing = old.transaction(store, 'readwrite');
				writing.objectStore(store).put({ ...row, ...deletedIn(version) });
				await new Promise((done) => (writing.oncomplete = done));
			}
			old.close();

			const storage = await openStorage(true, name);
			expect(await latest(storage.notes.observe())).toEqual([]);
			expect(await latest(storage.photos.observe())).toEqual([]);
			const raw = await openRaw(name);
			for (const [store, row] of Object.entries(deletedRows))
				expect((await rowsOf(raw))[store]).toEqual([{ ...row, deletedAt: 7 }]);
			raw.close();
			await storage.notes.purgeDeleted({ notes: [], before: 8, versionsBefore: 0 });
			const emptied = await openRaw(name);
			expect((await rowsOf(emptied)).notes).toEqual([]);
			emptied.close();
		});
	}
);
