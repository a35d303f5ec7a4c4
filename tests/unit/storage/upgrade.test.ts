import { describe, expect, test } from 'vitest';
import { openStorage } from '$lib/storage';
import { freshName, makeStores, openRaw, rowsOf, shapes } from '../../support/open-database';

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
	versions: []
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
		expect(storage.seemsLost).toBe(false);
		const raw = await openRaw(name);
		const after = await rowsOf(raw);
		raw.close();
		for (const store of Object.keys(stores)) expect(after[store]).toEqual(before[store]);
	});
});
