import type { WordsKind } from '$lib/domain/lock';
import { mirrorLock } from '$lib/platform/lock-habits';
import type { StorageGate } from '$lib/app/storage-gate.svelte';
import type { DataKey, Lock, OnProgress } from '$lib/storage/types';

type Gate = Pick<StorageGate, 'hold' | 'open'>;

/** All that is stored is written anew, under a lock or out of it. @throws where that could not be done */
async function rewritten<T extends { key?: DataKey }>(
	gate: Gate,
	work: (lock: Lock) => Promise<T>
): Promise<T> {
	await gate.open();
	let made: { by: T } | { failure: unknown } | undefined;
	await gate.hold(async ({ lock }) => {
		try {
			const by = await work(lock);
			made = { by };
			return by.key;
		} catch (failure) {
			made = { failure };
			throw failure;
		}
	});
	if (made && 'by' in made) return made.by;
	throw made?.failure;
}

/** Seals all that is stored. Resolves to the words of the recovery page, and to the key. */
export function turnOn(
	gate: Gate,
	words: string,
	kind: WordsKind,
	onProgress: OnProgress
): Promise<{ recovery: string; key: DataKey }> {
	return rewritten(gate, (lock) => {
		// pages that open meanwhile wait; where it fails, opening storage again puts the mirror right
		mirrorLock(true);
		return lock.turnOn(words, kind, onProgress);
	});
}

/** Takes the seal off all that is stored. */
export async function turnOff(gate: Gate, onProgress: OnProgress): Promise<void> {
	await rewritten(gate, async (lock) => {
		await lock.turnOff(onProgress);
		mirrorLock(false);
		return {};
	});
}
