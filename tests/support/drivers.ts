import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';
import { freshName } from './open-database';

/** The database under a lock, that is open. */
async function underLock(): Promise<Storage> {
	// far from the names of others: another database takes the next number
	const name = `${freshName()}-${(locks += 2)}000`;
	const storage = await openStorage(false, name, { recoveryWords: () => Promise.resolve('words on paper') });
	await storage.lock.turnOn('words of mine', 'passphrase', () => undefined);
	return storage;
}
let locks = 0;

/**
 * The drivers of the storage contract: the browser's IndexedDB, the same under a lock, and the stand-in where the browser stores
 * nothing.
 */
export const drivers: [kind: string, open: () => Promise<Storage>][] = [
	['the database', () => openStorage(false, freshName())],
	['the database under a lock', underLock],
	['the stand-in in memory', openInMemory]
];
