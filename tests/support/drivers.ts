import { openStorage } from '$lib/storage';
import { openInMemory } from '$lib/storage/in-memory';
import type { Storage } from '$lib/storage/types';
import { freshName } from './open-database';

/** Everything storage promises holds for both: what keeps, and what stands in where the browser keeps nothing. */
export const drivers: [kind: string, open: () => Promise<Storage>][] = [
	['the database', () => openStorage(false, freshName())],
	['the stand-in in memory', openInMemory]
];
