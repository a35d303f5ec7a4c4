import { Dexie, type Table } from 'dexie';
import type { EnvolDatabase } from './database';
import { reasonOf, storageError } from './storage-error';
import type { StorageReason } from './types';

export type Write = <T>(tables: Table[], work: () => Promise<T>) => Promise<T>;

const pausesMs = [50, 200, 600];
const ballastBytes = 1024 * 1024;

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Lets go of the room kept free; true when there was some. */
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

/** Sets room aside while there is some. Failing is fine: then there was none. */
export async function keepBallast(db: EnvolDatabase): Promise<void> {
	try {
		if ((await db.ballast.count()) === 0)
			await db.ballast.put({
				id: 1,
				bytes: new Blob([
					crypto.getRandomValues(new Uint8Array(65_536)),
					new Uint8Array(ballastBytes - 65_536)
				])
			});
	} catch {
		// a full device: the next write says so
	}
}

/**
 * The one way to write: a transaction that resolves once it is on disk. Tries again when the browser stumbles
 * (three times, reopening), frees the ballast once on a full device. Inside another write it becomes part of that one: what
 * fails in it fails the whole, and the whole is tried again.
 * @throws StorageError
 */
export function createWrite(db: EnvolDatabase, closedBecause: () => StorageReason | undefined): Write {
	return async (tables, work) => {
		if (Dexie.currentTransaction?.db === db) return db.transaction('rw', tables, work);
		let triedWithoutBallast = false;
		for (let attempt = 0; ;) {
			const closed = closedBecause();
			if (closed) throw storageError(closed);
			try {
				return await db.transaction('rw', tables, work);
			} catch (error) {
				const reason = closedBecause() ?? reasonOf(error);
				if (reason === 'full' && !triedWithoutBallast) {
					triedWithoutBallast = true;
					if (await dropBallast(db)) continue;
				}
				const wait = pausesMs[attempt];
				if (reason !== 'failed' || wait === undefined) throw storageError(reason, error);
				attempt += 1;
				await pause(wait);
				if (!db.isOpen()) await db.open().catch(() => undefined);
			}
		}
	};
}
