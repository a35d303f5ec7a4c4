import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDatabase, type EnvolDatabase } from '$lib/storage/database';
import { endWithPage, markAskedWhole } from '$lib/storage/end-with-page';

const page = new EventTarget();
const leave = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pagehide'), { persisted }));
const word = { key: 'note', text: 'a word', at: 1 };
let db: EnvolDatabase;

beforeEach(async () => {
	vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
	db = createDatabase(crypto.randomUUID());
	endWithPage(db);
	await db.open();
});
afterEach(() => {
	db.close();
	vi.unstubAllGlobals();
});

/** Reads on and on, as a transaction does whose answers do not come. */
const endless = () =>
	db.transaction('r', db.drafts, async () => {
		for (;;) await db.drafts.count();
	});

test('what a page still reads ends when the page is stored for the way back, and nothing waits for it', async () => {
	const reading = endless();
	await db.drafts.count();
	leave(true);
	await expect(reading).rejects.toThrow('abort');
	await db.drafts.put(word);
	expect(await db.drafts.count()).toBe(1);
});

test('a page that closes for good ends them by itself', async () => {
	const reading = endless();
	let isOver = false;
	const ending = reading.catch(() => (isOver = true));
	await db.drafts.count();
	leave(false);
	await db.drafts.count();
	await db.drafts.count();
	expect(isOver).toBe(false);
	leave(true);
	await ending;
});

test('what has nothing more to ask is committed; what has may not stay half done', async () => {
	await db.transaction('rw', db.drafts, async () => {
		const putting = db.drafts.put(word);
		markAskedWhole();
		leave(true);
		await putting;
	});
	expect(await db.drafts.get('note')).toEqual(word);
	await expect(
		db.transaction('rw', db.drafts, async () => {
			const putting = db.drafts.put({ ...word, text: 'half' });
			leave(true);
			await putting;
			await db.drafts.put({ ...word, key: 'other half' });
		})
	).rejects.toThrow('abort');
	expect(await db.drafts.toArray()).toEqual([word]);
});
