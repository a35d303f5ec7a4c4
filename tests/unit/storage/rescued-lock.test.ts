// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { withNote } from '$lib/domain/day';
import { localDay } from '$lib/domain/local-day';
import type { DataKey, Storage } from '$lib/storage/types';
import { latest } from '../../support/open-database';
import { emptyFiles, InPage } from '../../support/second-store';

// how hard words are to guess is tested elsewhere
vi.mock(import('$lib/copy/seal'), async (original) => ({
	...(await original()),
	rounds: { made: 10, floor: 10, ceiling: 2_400_000 } as never
}));
const files = emptyFiles();
const seconds: InPage[] = [];
vi.mock('$lib/app/second-store', () => ({
	createSecondStore: () => {
		const second = new InPage(files);
		seconds.push(second);
		return second;
	}
}));

const words = 'a phrase of mine';
const day = localDay('2026-11-30');

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

test('who erases, or looks, before it is known that there is a lock waits for no key', async () => {
	const { opening } = await import('$lib/app/opening');
	const { storage } = await opening(undefined, false);
	await storage.days.change(day, (record) => withNote(record, 'The violet heron'));
	await storage.lock.turnOn(words, 'passphrase', () => undefined);
	storage.lock.lockNow();
	const gate = new StorageGate();
	const [, one, other] = await Promise.all([gate.look(), gate.toErase(), gate.toErase(), gate.look()]);
	expect([gate.trouble, other]).toEqual(['locked', one]);
	await one.erase();
});

test('under a lock, where no database opens: the person is asked, told that nothing can be kept, and all of it stays sealed', async () => {
	const { opening } = await import('$lib/app/opening');
	const { storage } = await opening(undefined, false);
	await storage.days.change(day, (record) => withNote(record, 'The violet heron'));
	await storage.lock.turnOn(words, 'passphrase', () => undefined);
	for (const { compared } of seconds) await compared;
	storage.lock.lockNow();
	const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('internal error', 'UnknownError');
	});

	let asked: Storage | undefined;
	const untilKey = async (shut: Storage): Promise<DataKey> => {
		asked = shut;
		const key = await shut.lock.open({ words });
		await shut.lock.use(key);
		return key;
	};
	const opened = await opening(undefined, true, untilKey);
	expect(opened).toMatchObject({
		storage: asked,
		done: asked,
		reason: 'unreadable',
		key: expect.any(Uint8Array)
	});
	expect((await latest(opened.storage.days.observe(day)))?.note).toBe('The violet heron');
	await opened.storage.days.change(day, (record) => withNote(record, 'The violet heron flew'));
	// another try that finds none either goes on with what is there
	expect(await opening(opened, true, untilKey)).toEqual(opened);
	const raw = [files.one, files.two].map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join();
	expect(raw).not.toContain('heron');
	open.mockRestore();
});
