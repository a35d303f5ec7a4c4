import { Dexie, type DBCore } from 'dexie';
import type { EnvolDatabase } from './database';

/** Transactions that have nothing more to ask. */
const askedWhole = new WeakSet<IDBTransaction>();

/** Everything that the transaction under way has to do is asked for: a page that is left commits it, without an answer. */
export function markAskedWhole(): void {
	const { parent, idbtrans } = Dexie.currentTransaction;
	if (!parent) askedWhole.add(idbtrans);
}

/** Whether all of it was asked for; where nobody said so, more may come. */
export const isAskedWhole = (transaction: IDBTransaction): boolean => askedWhole.has(transaction);

/**
 * A browser may store a page that is left, for the way back, with its transactions open. They never end, and the next page
 * waits for them: in Safari for as long as the old page is stored. So each of them ends with its page. When the page comes
 * back, Dexie asks again what it follows, and `createWrite` tries again what was not committed.
 */
export function endWithPage(db: EnvolDatabase): void {
	const open = new Set<IDBTransaction>();
	db.use({
		stack: 'dbcore',
		name: 'end with page',
		// below the journal, whose transactions these are too
		level: -2,
		create: (core: DBCore) => ({
			...core,
			transaction: (...how) => {
				const transaction = core.transaction(...how) as IDBTransaction;
				open.add(transaction);
				for (const end of ['complete', 'abort'])
					transaction.addEventListener(end, () => void open.delete(transaction));
				return transaction;
			}
		})
	});
	globalThis.addEventListener?.('pagehide', (event) => {
		if (!(event as PageTransitionEvent).persisted) return;
		for (const transaction of open)
			try {
				if (askedWhole.has(transaction)) transaction.commit();
				else transaction.abort();
			} catch {
				// it was told to end before
			}
	});
}
