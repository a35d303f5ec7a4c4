import { afterEach, expect, test, vi } from 'vitest';
import { afterPaintOrGoing } from '$lib/platform/after-paint';

const isAtOnce = async () => {
	let isThere = false;
	void afterPaintOrGoing().then(() => (isThere = true));
	await Promise.resolve();
	await Promise.resolve();
	return isThere;
};

afterEach(() => vi.restoreAllMocks());

test('waits for a frame, but not where none will come', async () => {
	expect(await isAtOnce()).toBe(false);
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	expect(await isAtOnce()).toBe(true);
});

test.each(['pagehide', 'visibilitychange'])('ends the wait at %s', async (sign) => {
	let isThere = false;
	void afterPaintOrGoing().then(() => (isThere = true));
	vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
	(sign === 'pagehide' ? window : document).dispatchEvent(new Event(sign));
	await Promise.resolve();
	await Promise.resolve();
	expect(isThere).toBe(true);
});
