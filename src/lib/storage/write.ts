import { Dexie, type Table } from 'dexie';
import type { EnvolDatabase } from './database';
import { reasonOf, storageError } from './storage-error';
import type { StorageReason } from './types';

/**
 * @param needs 'bytes' for what brings pictures, sounds or a whole copy: it never uses the space set aside for words
 */
export type Write = <T>(tables: Table[], work: () => Promise<T>, needs?: 'bytes') => Promise<T>;

const pausesMs = [50, 200, 600];
const ballastBytes = 1024 * 1024;

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Frees the reserved space; true when there was some. */
async function dropBallast(db: EnvolDatabase): Promise<boolean> {
	try {
		return await db.transaction('rw', db.ballast, async () => {
			const kept = await db.ballast.count();
			await db.ballast.clear();
			return kept > 0;
		});
	} catch {
		return false;
	}
}

/** Reserves space for words while there is some. Resolves to false where the device is full. */
export async function keepBallast(db: EnvolDatabase): Promise<boolean> {
	try {
		if ((await db.ballast.count()) === 0)
			await db.ballast.put({
				id: 1,
				bytes: new Blob([
					crypto.getRandomValues(new Uint8Array(65_536)),
					new Uint8Array(ballastBytes - 65_536)
				])
			});
		return true;
	} catch (error) {
		return reasonOf(error) !== 'full';
	}
}

/**
 * The one way to write: a transaction that resolves once it is on disk. Retries when the browser fails (three times,
 * reopening), and frees the ballast once on a full device, for words only. Inside another write it becomes part of that
 * one: a failure fails the whole, and the whole is retried.
 * @param onFull called whenever the browser refuses something for lack of space
 * @param settled waits until the second store has it too, or gave up: never rejects
 * @throws StorageError
 */
export function createWrite(
	db: EnvolDatabase,
	closedBecause: () => StorageReason | undefined,
	onFull: () => void = () => undefined,
	settled?: () => Promise<void>
): Write {
	return async (only, work, needs) => {
		if (Dexie.currentTransaction?.db === db) return db.transaction('rw', only, work);
		// the clock of the database goes on with each change: see journaling.ts
		const tables = settled ? [...new Set([...only, db.settings])] : only;
		// pictures come only where there is space for words beside them
		if (needs === 'bytes' && !closedBecause() && !(await keepBallast(db))) {
			onFull();
			throw storageError('full');
		}
		let triedWithoutBallast = false;
		for (let attempt = 0; ;) {
			const closed = closedBecause();
			if (closed) throw storageError(closed);
			try {
				const value = await db.transaction('rw', tables, work);
				await settled?.();
				return value;
			} catch (error) {
				const reason = closedBecause() ?? reasonOf(error);
				if (reason === 'full') onFull();
				if (reason === 'full' && needs !== 'bytes' && !triedWithoutBallast) {
					triedWithoutBallast = true;
					if (await dropBallast(db)) continue;
				}
				const wait = pausesMs[attempt];
				if (reason !== 'failed' || wait === undefined) {
					// what the journal was told already is void there before anybody hears that it was not saved
					await settled?.();
					throw storageError(reason, error);
				}
				attempt += 1;
				await pause(wait);
				if (!db.isOpen()) await db.open().catch(() => undefined);
			}
		}
	};
}
