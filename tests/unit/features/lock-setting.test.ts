import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LockSetting, type LockGate } from '$lib/features/settings/lock/lock-setting.svelte';
import { lockHabits } from '$lib/platform/lock-habits';
import type { Lock, LockWays } from '$lib/storage/lock-types';
import type { Storage as EnvolStorage } from '$lib/storage/types';

const key = new Uint8Array(32).fill(9);
let ways: LockWays;
let done: unknown[];
let trouble: Error | undefined;
let gate: { -readonly [K in keyof LockGate]: LockGate[K] };
let setting: LockSetting;

const act =
	(name: string) =>
	(...how: unknown[]) => {
		done.push([name, ...how.filter((each) => typeof each !== 'function')]);
		return trouble ? Promise.reject(trouble) : Promise.resolve();
	};
const lock = {
	ways: () => Promise.resolve(ways),
	turnOn: async (words: string, kind: string, onProgress: (done: number, all: number) => void) => {
		onProgress(312, 1240);
		await act('turnOn')(words, kind);
		return { recovery: 'eight words', key };
	},
	turnOff: act('turnOff'),
	changeWords: act('changeWords'),
	newRecovery: () => act('newRecovery')().then(() => 'other words'),
	hasPage: act('hasPage'),
	addPasskey: act('addPasskey'),
	removePasskey: act('removePasskey')
} as unknown as Lock;
const storage = { isDurable: true, lock } as EnvolStorage;

beforeEach(async () => {
	done = [];
	trouble = undefined;
	ways = { words: 'passphrase', lacksPage: true, passkeys: [] };
	gate = {
		key: undefined,
		trouble: undefined,
		open: () => Promise.resolve(storage),
		lock: () => Promise.resolve(lock),
		hold: async (work) => {
			gate.key = await work(storage).catch(() => undefined);
		}
	};
	setting = new LockSetting(gate, { hold: (held) => void done.push(['hold', held]) });
	await setting.start();
});
afterEach(() => {
	localStorage.clear();
	vi.unstubAllGlobals();
});

test('what is missing is said once it was sent, and nothing happens', async () => {
	expect([setting.canLock, setting.ways, setting.missing]).toEqual([true, undefined, undefined]);
	await setting.turnOn();
	expect(setting.missing).toBe('empty');
	setting.first = 'short';
	expect(setting.missing).toBe('shortPassphrase');
	setting.kind = 'pin';
	expect(setting.missing).toBe('notDigits');
	setting.first = '12345';
	expect(setting.missing).toBe('shortPin');
	setting.first = '123456';
	setting.second = '123465';
	expect(setting.missing).toBe('differs');
	await setting.turnOn();
	expect(done).toEqual([]);
	expect(localStorage.getItem('envol.lock')).toBeNull();
});

test('it is turned on, tells other pages, and shows the words of the recovery page until the person has them', async () => {
	setting.kind = 'pin';
	setting.first = setting.second = '123456';
	await setting.turnOn();
	expect(done).toEqual([
		['turnOn', '123456', 'pin'],
		['hold', key]
	]);
	expect([setting.recovery, setting.first, setting.second, setting.work]).toEqual([
		'eight words',
		'',
		'',
		undefined
	]);
	expect(localStorage.getItem('envol.lock')).not.toBeNull();
	// what could not be noted is asked once more
	trouble = new Error('disk');
	await setting.hasPage();
	expect([setting.recovery, setting.said]).toEqual(['eight words', 'failed']);
	trouble = undefined;
	await setting.hasPage();
	expect([setting.recovery, setting.said]).toEqual([undefined, undefined]);
	expect(done.at(-1)).toEqual(['hasPage']);
	expect(setting.ways).toEqual(ways);
});

test('what did not work is said, and what was typed stays', async () => {
	trouble = new Error('disk');
	setting.first = setting.second = 'four words or more';
	await setting.turnOn();
	expect([setting.said, setting.first, setting.recovery]).toEqual([
		'failed',
		'four words or more',
		undefined
	]);
});

test('words are changed, a new page is made, a passkey removed, all of it turned off', async () => {
	gate.key = key;
	ways = {
		words: 'pin',
		lacksPage: false,
		passkeys: [{ id: new Uint8Array([1]), prfSalt: new Uint8Array(32) }]
	};
	await setting.start();
	expect(setting.kind).toBe('pin');
	setting.first = setting.second = '654321';
	await setting.change();
	expect([setting.said, setting.first]).toEqual(['change.done', '']);
	await setting.newPage();
	expect(setting.recovery).toBe('other words');
	await setting.removePasskey();
	await setting.turnOff();
	expect(done.map((each) => (each as unknown[])[0])).toEqual([
		'changeWords',
		'newRecovery',
		'removePasskey',
		'turnOff'
	]);
	expect([setting.said, setting.ways]).toEqual(['off.done', undefined]);
	expect(localStorage.getItem('envol.lock')).toBeNull();
});

test('a device without passkeys adds none', async () => {
	gate.key = key;
	await setting.addPasskey();
	expect([setting.hasPasskeys, setting.said]).toEqual([false, 'passkey.unable']);
	expect(done).toEqual([]);
});

test('the minutes are kept beside the lock', () => {
	setting.setMinutes(15);
	expect([setting.minutes, lockHabits().minutes]).toEqual([15, 15]);
});

test('nothing is changed while it is locked, or where nothing is stored', async () => {
	gate.trouble = 'locked';
	expect(setting.isLocked).toBe(true);
	gate.trouble = 'blocked';
	gate.open = () => Promise.resolve({ ...storage, isDurable: false });
	await setting.start();
	expect(setting.canLock).toBe(false);
});
