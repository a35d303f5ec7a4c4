import { createSealer, isSealed, Tampered } from '$lib/lock/seal-row';
import type { BytesAtRest } from './bytes-at-rest';
import type { EnvolDatabase } from './database';
import { rowsAsStored, sealed } from './sealing';
import type { DataKey, Draft, LastWordsPlace } from './types';

export interface UnderLock {
	bytes: BytesAtRest;
	/** A row as it is under the lock. */
	open: (table: string, row: unknown) => unknown;
	/** Words that a page leaves behind while it goes, sealed too. */
	lastWords: (place: LastWordsPlace) => LastWordsPlace;
}

/** From now on, what goes into this database is sealed; before it is opened. Loaded by who has a lock, and by nobody else. */
export async function underLock(db: EnvolDatabase, key: DataKey): Promise<UnderLock> {
	const sealer = await createSealer(new Uint8Array(key));
	sealed(db, sealer);
	const { open, seal } = rowsAsStored(db, sealer);
	return {
		open,
		lastWords: (place) => ({
			...place,
			leave: (draft) =>
				place.leave({ key: draft.key, at: draft.at, text: JSON.stringify(seal('drafts', draft)) }),
			all: () =>
				place.all().flatMap((left): Draft | [] => {
					let row: unknown;
					try {
						row = JSON.parse(left.text);
					} catch {
						// left before there was a lock
						return left;
					}
					if (!isSealed(row)) return left;
					try {
						return open('drafts', row) as unknown as Draft;
					} catch {
						// of another lock: nobody can read it any more
						return [];
					}
				})
		}),
		bytes: {
			seal: sealer.sealBytes,
			open: async (table, id, blob) => {
				try {
					return blob && (await sealer.openBytes(table, id, blob));
				} catch (error) {
					// as where its file is gone
					if (error instanceof Tampered || error instanceof DOMException) return undefined;
					throw error;
				}
			}
		}
	};
}
