import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';
import { freshName } from './open-database';

/**
 * Both drivers of the storage contract: the browser's IndexedDB, and the stand-in where the browser stores nothing.
 */
export const drivers: [kind: string, open: () => Promise<Storage>][] = [
	['the database', () => openStorage(false, freshName())],
	['the stand-in in memory', openInMemory]
];
