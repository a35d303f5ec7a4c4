import type { SecondStore } from '$lib/second-store/port';
import type { Session } from './open';
import type { DataKey, Lock, Storage, StorageReason } from './types';

/** What the lock needs of the storage that it locks. */
export interface LockControls {
	/** Of the database in use. */
	name: string;
	readonly second: SecondStore | undefined;
	readonly onRenamed: (name: string) => void;
	readonly recoveryWords: (() => Promise<string>) | undefined;
	readonly listeners: ReadonlySet<(reason: StorageReason) => void>;
	/** Undefined while it is locked. */
	session?: Session | undefined;
	/** Opens storage, and puts it in the place of what was there. */
	open(how?: { key?: DataKey; isOpened?: boolean }): Promise<void>;
	/** Puts these in the place of what was there. */
	show(instead: Partial<Storage>): void;
	/** There is a lock, whether open or not. */
	isLocked: boolean;
}

/** What the lock does itself, once its code is there. */
const works = [
	'ways',
	'open',
	'use',
	'turnOn',
	'turnOff',
	'changeWords',
	'newRecovery',
	'hasPage',
	'addPasskey',
	'removePasskey'
] as const satisfies readonly (keyof Lock)[];
type Works = Pick<Lock, (typeof works)[number]>;
const each = (make: (name: keyof Works) => (...how: never[]) => Promise<unknown>) =>
	Object.fromEntries(works.map((name) => [name, make(name)])) as unknown as Works;

/** Where nothing is stored, nothing is sealed. */
export const noLock: Lock = {
	...each(() => refuse),
	state: () => Promise.resolve('off'),
	ways: () => Promise.resolve({ words: 'passphrase', lacksPage: false, passkeys: [] }),
	lockNow: () => undefined
};

function refuse(): Promise<never> {
	return Promise.reject(new Error('there is no lock here'));
}

/** The lock of a storage; its code is loaded by who has one, or turns it on. */
export function laterLock(controls: LockControls): Lock {
	let loading: Promise<Lock> | undefined;
	let loaded: Lock | undefined;
	const load = async () => {
		const { createLock } = await import('./lock');
		return (loaded ??= createLock(controls));
	};
	const lock = () =>
		(loading ??= load().catch((error: unknown) => {
			// the next one tries again
			loading = undefined;
			throw error;
		}));
	return {
		...each(
			(name) =>
				async (...how) =>
					((await lock())[name] as (...all: never[]) => unknown)(...how)
		),
		state: async () => (controls.isLocked ? (await lock()).state() : 'off'),
		// what was never opened is locked
		lockNow: () => loaded?.lockNow()
	};
}
