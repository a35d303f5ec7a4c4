import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endErase, markErased } from '$lib/platform/erased';

const shown = () => document.documentElement.dataset.erased;
let kept: string[];
let isWorkerThere: boolean;
const copy = `workbox-precache-v2-${location.origin}/`;

beforeEach(() => {
	[kept, isWorkerThere] = [[copy, 'envol-shared-file'], true];
	vi.stubGlobal('caches', {
		keys: async () => [...kept],
		delete: async (name: string) => (kept = kept.filter((one) => one !== name))
	});
	const unregister = async () => !(isWorkerThere = false);
	vi.stubGlobal('navigator', {
		serviceWorker: { getRegistrations: async () => [{ scope: `${location.origin}/`, unregister }] }
	});
	vi.stubGlobal('indexedDB', { databases: async () => [] });
});
afterEach(() => {
	vi.unstubAllGlobals();
	localStorage.clear();
	sessionStorage.clear();
	delete document.documentElement.dataset.erased;
});

test('after an erase the offline copy, the worker and the words of this tab go too', async () => {
	sessionStorage.setItem('sveltekit:scroll', '{}');
	markErased();
	await endErase();
	expect(shown()).toBe('gone');
	expect([kept, isWorkerThere, sessionStorage.length]).toEqual([[], false, 0]);
});

test('another app at the same address keeps its own', async () => {
	const theirs = [`workbox-precache-v2-${location.origin}/other/`, 'photos'];
	kept.push(...theirs);
	const unregister = vi.fn(async () => true);
	vi.stubGlobal('navigator', {
		serviceWorker: { getRegistrations: async () => [{ scope: `${location.origin}/other/`, unregister }] }
	});
	markErased();
	await endErase();
	expect([shown(), kept]).toEqual(['gone', theirs]);
	expect(unregister).not.toHaveBeenCalled();
});

test('what cannot be removed is not called gone', async () => {
	markErased();
	vi.stubGlobal('caches', { keys: async () => kept, delete: () => Promise.reject(new Error('no')) });
	await endErase();
	expect(shown()).toBe('partly');
});

test('a link from elsewhere removes nothing, and the page says that all of it is still there', async () => {
	localStorage.setItem('envol.born', '1');
	await endErase();
	expect([shown(), kept.length, isWorkerThere]).toEqual([undefined, 2, true]);
});

test('where only the database is left, nothing is called gone', async () => {
	markErased();
	vi.stubGlobal('indexedDB', { databases: async () => [{ name: 'envol-2' }] });
	await endErase();
	expect([shown(), kept.length]).toEqual([undefined, 2]);
});

test('a person who has nothing here loses no offline copy to a link', async () => {
	await endErase();
	expect([shown(), kept.length, isWorkerThere]).toEqual(['gone', 2, true]);
});

test('where the browser cannot list what is kept, only an erase that has just ended is believed', async () => {
	vi.stubGlobal('indexedDB', {});
	await endErase();
	expect(shown()).toBeUndefined();
	markErased();
	await endErase();
	expect(shown()).toBe('gone');
});
