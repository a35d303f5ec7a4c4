import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eraseEverything } from '$lib/app/erase';
import { StorageGate } from '$lib/app/storage-gate.svelte';
import { isErasing, markErasing } from '$lib/storage/erase-mark';
import { stepsNamed } from '../../support/builders';
import { latest, openRaw } from '../../support/open-database';

beforeEach(async () => {
	vi.spyOn(console, 'warn').mockReturnValue(undefined);
	await (await new StorageGate().open()).plan.change(() => stepsNamed('a'));
});
afterEach(async () => {
	vi.restoreAllMocks();
	for (const name of await names())
		await new Promise((resolve) => (indexedDB.deleteDatabase(name!).onsuccess = resolve));
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

test('a damaged database that still stands beside the one in use is erased too', async () => {
	(await openRaw('envol')).close();
	localStorage.setItem('envol.database', 'envol-3');
	for (const name of ['envol-2', 'envol-3']) {
		const gate = indexedDB.open(name);
		await new Promise((resolve) => (gate.onsuccess = resolve));
		gate.result.close();
	}
	expect(await eraseEverything(await withStandIn())).toBe(true);
	expect(await names()).toEqual([]);
});

test('where the browser does not list its databases, each name that was in use is erased', async () => {
	localStorage.setItem('envol.database', 'envol-2');
	(await openRaw('envol')).close();
	const gate = await withStandIn();
	const list = vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('unknown'));
	expect(await eraseEverything(gate)).toBe(true);
	list.mockRestore();
	expect(await names()).toEqual([]);
});

test.each([
	[undefined, true],
	['NotFoundError', true],
	['NoModificationAllowedError', false]
])('the files of the second store go too: %s', async (refusal, isErased) => {
	const removed: string[] = [];
	vi.stubGlobal('navigator', {
		...navigator,
		storage: {
			getDirectory: async () => ({
				removeEntry: async (name: string) => {
					removed.push(name);
					if (refusal) throw new DOMException('refused', refusal);
				}
			})
		}
	});
	expect(await eraseEverything(new StorageGate())).toBe(isErased);
	vi.unstubAllGlobals();
	expect(removed).toEqual(['envol-journal']);
	expect(localStorage.getItem('envol.born') === null).toBe(isErased);
});

test.each(['refused', 'in the way'])('an erase that is %s is never said to be done', async (how) => {
	const gate = await withStandIn();
	const requests: IDBOpenDBRequest[] = [];
	vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation(() => {
		const request = {} as IDBOpenDBRequest;
		requests.push(request);
		return request;
	});
	const erasing = eraseEverything(gate);
	await vi.waitFor(() => expect(requests).toHaveLength(2));
	for (const request of requests)
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
	const asked = vi.spyOn(indexedDB, 'deleteDatabase').mockReturnValue({} as IDBOpenDBRequest);
	const erasing = eraseEverything(gate);
	await vi.waitFor(() => expect(asked).toHaveBeenCalled());
	await vi.advanceTimersByTimeAsync(3100);
	vi.useRealTimers();
	expect(await erasing).toBe(false);
	expect((await openRaw('envol')).close()).toBeUndefined();
});

test('inside another page nothing is erased', async () => {
	vi.stubGlobal('top', {});
	expect(await eraseEverything(new StorageGate())).toBe(false);
	vi.unstubAllGlobals();
	expect(await names()).toEqual(['envol']);
	expect(localStorage.getItem('envol.born')).not.toBeNull();
});

test('an erase that ended in between is ended at the next start, and where nothing was erased yet all is there', async () => {
	const replace = vi.fn();
	vi.stubGlobal('location', { ...location, replace });
	// before anything was erased
	await markErasing();
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	const opening = new StorageGate().open();
	await vi.waitFor(async () => expect(await latest((await opening).plan.observe())).toEqual(stepsNamed('a')));
	expect(await isErasing()).toBe(true);
	await vi.advanceTimersByTimeAsync(5000);
	vi.useRealTimers();
	await vi.waitFor(async () => expect(await isErasing()).toBe(false));

	// after the database was
	await markErasing();
	await new Promise((resolve) => (indexedDB.deleteDatabase('envol').onsuccess = resolve));
	void new StorageGate().open();
	await vi.waitFor(() => expect(replace).toHaveBeenCalledWith('/erase/'), { timeout: 10_000 });
	vi.unstubAllGlobals();
	expect(await names()).toEqual([]);
	expect(localStorage.getItem('envol.born')).toBeNull();
});

test('a database that is gone while nothing was being erased is told, and nothing more goes', async () => {
	await new Promise((resolve) => (indexedDB.deleteDatabase('envol').onsuccess = resolve));
	const storage = await new StorageGate().open();
	expect(await latest(storage.news)).toEqual({ missingAt: 1 });
	expect(localStorage.getItem('envol.born')).not.toBeNull();
});
