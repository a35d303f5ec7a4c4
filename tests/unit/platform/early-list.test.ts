import { afterEach, expect, test, vi } from 'vitest';
import { forgetEarlyList } from '$lib/platform/mirror';
import { keepEarlyList } from '$lib/platform/early-list';
import type { EarlyList } from '$lib/domain/early-list';

const list: EarlyList = { lang: 'en', rows: [], days: {} };
const veil = { over: vi.fn(() => 'veiled') };
const postMessage = vi.fn();

afterEach(() => {
	localStorage.clear();
	vi.unstubAllGlobals();
	vi.clearAllMocks();
});

test('under a lock the list of the next opening is in the memory of the worker, and nowhere else', () => {
	vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage } } });
	localStorage.setItem('envol.lock', '1');
	expect(keepEarlyList(list, veil)).toBe(true);
	expect(postMessage).toHaveBeenLastCalledWith({ type: 'EARLY_KEEP', list });
	expect(Object.keys(localStorage)).toEqual(['envol.lock']);
	// nothing may wait there any more
	expect(keepEarlyList(undefined, veil)).toBe(true);
	expect(postMessage).toHaveBeenLastCalledWith({ type: 'EARLY_KEEP', list: undefined });
	keepEarlyList(list, veil);
	forgetEarlyList();
	expect(postMessage).toHaveBeenLastCalledWith({ type: 'EARLY_KEEP', list: undefined });
	expect(veil.over).not.toHaveBeenCalled();
});

test('without one it waits in the page, and the worker never hears of it', () => {
	vi.stubGlobal('navigator', { serviceWorker: { controller: { postMessage } } });
	keepEarlyList(list, veil);
	expect(localStorage.getItem('envol.early-list')).toBe('veiled');
	expect(postMessage).not.toHaveBeenCalled();
});
