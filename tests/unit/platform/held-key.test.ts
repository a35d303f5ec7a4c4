import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HeldKey } from '$lib/platform/held-key';

const key = new Uint8Array(32).fill(3);
let heard: string[];
/** Pages that are open at the same time: each has its own. */
let pages: HeldKey[];

class Channel {
	static all = new Set<Channel>();
	onmessage: ((event: { data: unknown }) => void) | undefined;
	constructor() {
		Channel.all.add(this);
	}
	postMessage(data: unknown): void {
		for (const other of Channel.all) if (other !== this) queueMicrotask(() => other.onmessage?.({ data }));
	}
}

function page(isFresh = true): HeldKey {
	const held = new HeldKey();
	held.follow({
		onKey: () => heard.push('key'),
		onLock: () => heard.push('lock'),
		onHere: () => heard.push('here'),
		isFresh: () => isFresh
	});
	pages.push(held);
	return held;
}

beforeEach(() => {
	heard = [];
	pages = [];
	Channel.all.clear();
	vi.useFakeTimers();
	vi.stubGlobal('BroadcastChannel', Channel);
});
afterEach(() => {
	for (const each of pages) each.drop();
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

test('a page that opens gets the key from one that is open, and no page without it answers', async () => {
	const [first, second] = [page(), page()];
	const asking = second.ask();
	await vi.advanceTimersByTimeAsync(150);
	expect(await asking).toBeUndefined();
	first.hold(key);
	expect(await page().ask()).toEqual(key);
});

test('a page where nobody was for long gives it to nobody', async () => {
	page(false).hold(key, false);
	const asking = page().ask();
	await vi.advanceTimersByTimeAsync(150);
	expect(await asking).toBeUndefined();
});

test('who waits at a lock hears that it was opened elsewhere', async () => {
	const [first] = [page(), page()];
	first.hold(key, true);
	await vi.advanceTimersByTimeAsync(0);
	expect(heard).toEqual(['key']);
});

test('one page locks: no other has the key any more', async () => {
	const [first, second] = [page(), page()];
	first.hold(key);
	second.hold(key, false);
	heard = [];
	first.forget();
	await vi.advanceTimersByTimeAsync(0);
	expect(heard).toEqual(['lock']);
	const asking = page().ask();
	await vi.advanceTimersByTimeAsync(150);
	expect(await asking).toBeUndefined();
});

test('what is not a key is none', async () => {
	const asking = page().ask();
	const other = new Channel();
	other.postMessage({ type: 'key', key: 'abc' });
	other.postMessage({ type: 'key', key: new Uint8Array(5) });
	await vi.advanceTimersByTimeAsync(150);
	expect(await asking).toBeUndefined();
});
