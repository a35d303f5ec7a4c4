import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { turnOn } from '$lib/app/lock/turning';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import { latest } from '../../support/open-database';
import { emptyFiles, InPage } from '../../support/second-store';

// how hard words are to guess is tested elsewhere
vi.mock(import('$lib/copy/seal'), async (original) => ({
	...(await original()),
	rounds: { made: 10, floor: 10, ceiling: 2_400_000 } as never
}));
const files = emptyFiles();
vi.mock('$lib/app/second-store', () => ({ createSecondStore: () => new InPage(files) }));

const words = 'a phrase of mine';
const day = localDay('2026-11-30');
const inFiles = () =>
	[files.one, files.two].map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\n');

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined));
afterEach(() => {
	vi.restoreAllMocks();
	localStorage.clear();
});

test('under a lock, where no database opens: nothing shows until it is opened, and nothing is written in plain', async () => {
	const before = new StorageGate();
	await (await before.open()).days.change(day, (record) => withNote(record, 'The violet heron'));
	await turnOn(before, words, 'passphrase', () => undefined);
	(await before.lock()).lockNow();
	vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('internal error', 'UnknownError');
	});

	const gate = new StorageGate();
	void gate.open();
	await vi.waitFor(() => expect(gate.trouble).toBe('locked'));
	const open = async () => {
		const lock = await gate.lock();
		const key = await lock.open({ words });
		await lock.use(key);
		await gate.unlocked(key);
	};
	await open();
	// what is done is not in the database: that is told as without a lock
	expect([gate.trouble, gate.holdsUnsaved]).toEqual(['unreadable', true]);
	expect((await latest(gate.storage!.days.observe(day)))?.note).toBe('The violet heron');
	await gate.storage!.days.change(day, (record) => withNote(record, 'The violet heron flew'));

	void gate.hold((storage) => {
		storage.lock.lockNow();
		return gate.untilKey(storage);
	});
	expect([gate.trouble, gate.storage]).toEqual(['locked', undefined]);
	await open();
	expect([gate.trouble, gate.holdsUnsaved]).toEqual(['unreadable', true]);
	expect((await latest(gate.storage!.days.observe(day)))?.note).toBe('The violet heron flew');
	expect(inFiles()).not.toContain('heron');
});
