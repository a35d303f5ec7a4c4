import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LockSession, type KeyPlace, type LockGate } from '$lib/app/lock/lock-session.svelte';
import { keepLockHabits, lockHabits } from '$lib/platform/lock-habits';
import { fields } from '$lib/platform/save-all';
import { storageError } from '$lib/storage/storage-error';
import type { Listener } from '$lib/platform/held-key';
import type { Lock, Storage } from '$lib/storage/types';

const key = new Uint8Array(32).fill(7);
const minute = 60_000;
let gate: { key: Uint8Array | undefined; trouble: LockGate['trouble'] } & LockGate;
let listener: Listener | undefined;
let done: string[];
let elsewhere: Uint8Array | undefined;
let session: LockSession;
let stops: (() => void)[];
let visibility: DocumentVisibilityState;

const lock = {
	lockNow: () => void done.push('shut'),
	use: () => Promise.resolve(),
	ways: () => Promise.resolve({ words: 'passphrase', lacksPage: false, passkeys: [] }),
	open: (by: { words?: string }) =>
		by.words === 'right words' ? Promise.resolve(key) : Promise.reject(storageError('wrongKey'))
} as unknown as Lock;

const held: KeyPlace = {
	ask: () => Promise.resolve(elsewhere),
	hold: (_, isNew) => void done.push(isNew ? 'hold and tell' : 'hold'),
	here: () => void done.push('here'),
	forget: () => void done.push('forget'),
	drop: () => void done.push('drop'),
	follow: (next) => (listener = next)
};

function turn(to: DocumentVisibilityState): void {
	visibility = to;
	document.dispatchEvent(new Event('visibilitychange'));
}
const main = () => document.getElementById('main')!;

beforeEach(() => {
	vi.useFakeTimers({ now: 1_800_000_000_000 });
	document.body.innerHTML = '<main id="main">words</main>';
	visibility = 'visible';
	vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
	done = [];
	elsewhere = undefined;
	gate = {
		key,
		trouble: undefined,
		lock: () => Promise.resolve(lock),
		unlocked: (opened) => {
			gate.key = opened;
			gate.trouble = undefined;
			return Promise.resolve();
		},
		untilKey: () => {
			gate.trouble = 'locked';
			return new Promise(() => undefined);
		},
		hold: async (work) => {
			gate.key = undefined;
			await work({ lock } as Storage);
		}
	};
	session = new LockSession(gate, held);
	stops = [session.start()];
});
afterEach(() => {
	for (const stop of stops) stop();
	fields.clear();
	localStorage.clear();
	vi.restoreAllMocks();
	vi.useRealTimers();
});
const open = () => stops.push(session.opened(key));

describe('opening', () => {
	beforeEach(() => {
		gate.key = undefined;
		gate.trouble = 'locked';
	});

	test('wrong tries are kept across reloads, and forgotten once it opens', async () => {
		for (let tries = 0; tries < 4; tries += 1) expect(await session.open({ words: 'wrong' })).toBe(false);
		expect(new LockSession(gate, held).pause).toBe(5_000);
		expect(await session.open({ words: 'right words' })).toBe(true);
		expect([session.pause, gate.key]).toEqual([0, key]);
	});

	test('what the person opens here, other pages are told', async () => {
		await session.open({ words: 'right words' });
		open();
		expect(done).toContain('hold and tell');
	});

	test('another page opens it here too', async () => {
		listener!.onKey(key);
		await vi.advanceTimersByTimeAsync(0);
		expect(gate.key).toBe(key);
	});
});

describe('closing', () => {
	test('what is typed is saved first; then nobody has the key', async () => {
		open();
		fields.add(() => {
			done.push('saved');
			return Promise.resolve(true);
		});
		done = [];
		const closing = session.lockNow();
		expect(main().style.visibility).toBe('hidden');
		await closing;
		expect(done).toEqual(['saved', 'shut', 'drop', 'forget']);
		expect(main().style.visibility).toBe('');
	});

	test('what cannot be saved in time keeps nothing open', async () => {
		open();
		fields.add(() => new Promise(() => undefined));
		const closing = session.lockNow();
		await vi.advanceTimersByTimeAsync(10_000);
		await closing;
		expect(gate.trouble).toBe('locked');
	});

	test('one page that is locked locks all', () => {
		open();
		listener!.onLock();
		expect(gate.trouble).toBe('locked');
	});

	test('a page in view that nobody touches closes after five minutes', async () => {
		open();
		await vi.advanceTimersByTimeAsync(4.5 * minute);
		expect(gate.trouble).toBeUndefined();
		dispatchEvent(new Event('keydown'));
		await vi.advanceTimersByTimeAsync(4.5 * minute);
		expect(gate.trouble).toBeUndefined();
		await vi.advanceTimersByTimeAsync(minute);
		expect(gate.trouble).toBe('locked');
	});

	test('a clock that is set back keeps nothing open', async () => {
		open();
		vi.setSystemTime(Date.now() - 600 * minute);
		await vi.advanceTimersByTimeAsync(6 * minute);
		expect(gate.trouble).toBe('locked');
	});

	test('a page out of view shows nothing, and closes after the minutes that were chosen', async () => {
		session.setMinutes(1);
		open();
		turn('hidden');
		expect(main().style.visibility).toBe('hidden');
		await vi.advanceTimersByTimeAsync(30_000);
		turn('visible');
		expect([main().style.visibility, gate.trouble]).toEqual(['', undefined]);
		turn('hidden');
		await vi.advanceTimersByTimeAsync(70_000);
		expect(gate.trouble).toBe('locked');
	});

	test('a device that slept locks as it wakes, before anything shows', async () => {
		open();
		turn('hidden');
		vi.setSystemTime(Date.now() + 480 * minute);
		turn('visible');
		expect(main().style.visibility).toBe('hidden');
		await vi.advanceTimersByTimeAsync(0);
		expect([gate.trouble, main().style.visibility]).toEqual(['locked', '']);
	});

	test('it stays open while somebody is at another page', async () => {
		open();
		turn('hidden');
		elsewhere = key;
		vi.setSystemTime(Date.now() + 480 * minute);
		turn('visible');
		await vi.advanceTimersByTimeAsync(0);
		expect([gate.key, gate.trouble]).toEqual([key, undefined]);
		expect(done).not.toContain('forget');
	});

	test('a touch at another page counts here', async () => {
		session.setMinutes(1);
		open();
		turn('hidden');
		await vi.advanceTimersByTimeAsync(55_000);
		listener!.onHere();
		await vi.advanceTimersByTimeAsync(55_000);
		expect(gate.trouble).toBeUndefined();
		expect(listener!.isFresh()).toBe(true);
	});

	test('a page that slept through a lock of another page shows nothing', async () => {
		open();
		turn('hidden');
		keepLockHabits({ ...lockHabits(), lockedAt: Date.now() });
		turn('visible');
		await vi.advanceTimersByTimeAsync(0);
		expect(gate.trouble).toBe('locked');
	});

	test('a page that did not hear yet that another one locked gives the key to nobody', () => {
		open();
		expect(listener!.isFresh()).toBe(true);
		keepLockHabits({ ...lockHabits(), lockedAt: Date.now() });
		expect(listener!.isFresh()).toBe(false);
	});

	test('never means never, and the page does not go blank', async () => {
		session.setMinutes('never');
		open();
		turn('hidden');
		await vi.advanceTimersByTimeAsync(600 * minute);
		turn('visible');
		expect([gate.trouble, main().style.visibility]).toEqual([undefined, '']);
	});
});
