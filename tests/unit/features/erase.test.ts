import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eraseEverything } from '$lib/features/settings/erase';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { stepsNamed } from '../../support/builders';
import { latest, openRaw } from '../../support/open-database';

beforeEach(async () => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	await (await new StorageGate().open()).plan.change(() => stepsNamed('a'));
});
afterEach(async () => {
	vi.restoreAllMocks();
	await new Promise((resolve) => (indexedDB.deleteDatabase('envol').onsuccess = resolve));
	localStorage.clear();
});

/** A gate whose storage did not open: a stand-in works in its place. */
async function withStandIn(): Promise<StorageGate> {
	const gate = new StorageGate();
	const open = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
		throw new DOMException('Internal error.', 'UnknownError');
	});
	await gate.open();
	open.mockRestore();
	return gate;
}
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

test('everything is erased', async () => {
	expect(await eraseEverything(new StorageGate())).toBe(true);
	expect(await names()).toEqual([]);
	expect(localStorage.getItem('envol.born')).toBeNull();
});

test('where storage did not open, what was kept before is erased all the same', async () => {
	expect(await eraseEverything(await withStandIn())).toBe(true);
	expect(await names()).toEqual([]);
	expect(localStorage.getItem('envol.born')).toBeNull();
});

test.each(['refused', 'in the way'])('an erase that is %s is never said to be done', async (how) => {
	const gate = await withStandIn();
	const request = {} as IDBOpenDBRequest;
	vi.spyOn(indexedDB, 'deleteDatabase').mockReturnValue(request);
	const erasing = eraseEverything(gate);
	await vi.waitFor(() => expect(request.onerror).toBeTruthy());
	if (how === 'refused') request.onerror?.(new Event('error'));
	else request.onblocked?.(new Event('blocked') as IDBVersionChangeEvent);
	expect(await erasing).toBe(false);
	vi.restoreAllMocks();
	expect(localStorage.getItem('envol.born')).not.toBeNull();
	expect(await latest((await new StorageGate().open()).plan.observe())).toEqual(stepsNamed('a'));
});

test('a browser that does not answer an erase is given up, and nothing is said to be done', async () => {
	const gate = await withStandIn();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.spyOn(indexedDB, 'deleteDatabase').mockReturnValue({} as IDBOpenDBRequest);
	const erasing = eraseEverything(gate);
	await vi.advanceTimersByTimeAsync(3100);
	vi.useRealTimers();
	expect(await erasing).toBe(false);
	expect((await openRaw('envol')).close()).toBeUndefined();
});
