import { noTime, orderAfter, parseClock, ticked, type Clock } from '$lib/second-store/clock';
import type { Change, Key } from '$lib/second-store/entries';
import { clockKey, isJournaled, type SecondStore } from '$lib/second-store/port';
import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { EnvolDatabase } from './database';

/** What one transaction changed so far. */
interface Underway {
	clock: { order: number; sum: number | undefined };
	/** One list for each call, in the order in which they were made. */
	changes: Change[][];
	end: () => void;
}

/**
 * Hands every change of every table on to the second store, once its transaction is on disk: the one place that sees them all. In
 * the same transaction the clock of the database goes on, so that it can be compared with that of the journal.
 * @returns a function that waits until what was changed until now is in the journal too, or the journal gave up
 */
export function journaled(db: EnvolDatabase, second: SecondStore): () => Promise<void> {
	const waiting = new Set<Promise<unknown>>();
	const transactions = new WeakMap<object, Underway>();

	function begin(transaction: IDBTransaction): Underway {
		let end = () => {};
		const ended = new Promise<void>((resolve) => (end = resolve));
		const underway: Underway = {
			clock: { order: orderAfter(0, second.now()), sum: undefined },
			changes: [],
			end
		};
		transactions.set(transaction, underway);
		waiting.add(ended);
		void ended.then(() => waiting.delete(ended));
		if (transaction.objectStoreNames.contains('settings')) moveClock(transaction, underway);
		transaction.addEventListener('complete', () => void handOn(underway).finally(end));
		transaction.addEventListener('abort', end);
		return underway;
	}

	/** Asks without waiting: a page that closes may never hear the answer, and must have written by then. */
	function moveClock(transaction: IDBTransaction, underway: Underway): void {
		const settings = transaction.objectStore('settings');
		const harmless = (event: Event) => {
			event.preventDefault();
			event.stopPropagation();
		};
		const reading = settings.get(clockKey);
		reading.onerror = harmless;
		reading.onsuccess = () => {
			const before: Clock = parseClock((reading.result as { value?: unknown } | undefined)?.value) ?? noTime;
			const clock = ticked(before, second.now());
			underway.clock = { order: clock.order, sum: undefined };
			try {
				const writing = settings.put({ key: clockKey, value: clock });
				writing.onsuccess = () => (underway.clock = clock);
				writing.onerror = harmless;
			} catch {
				// it was told to commit already: the change has its order, and no place in the running checksum
			}
		};
	}

	async function handOn({ clock, changes }: Underway): Promise<void> {
		const all = changes.flat().filter(([table, key]) => isJournaled(table, key));
		if (all.length === 0 && clock.sum === undefined) return;
		await second.keep({
			do: 'keep',
			entry: { kind: 'changes', ...clock, at: second.now(), changes: all }
		});
	}

	function mutating(table: DBCoreTable): DBCoreTable['mutate'] {
		const { keyPath } = table.schema.primaryKey;
		const changesOf = (
			request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>,
			failures: Record<number, unknown>,
			results: readonly unknown[] | undefined
		): Change[] => {
			const { type } = request;
			if (type === 'delete')
				return request.keys.flatMap((key, i): Change[] => (i in failures ? [] : [[table.name, key as Key]]));
			return request.values.flatMap((value: Record<string, unknown>, i): Change[] => {
				if (i in failures) return [];
				const key = (results?.[i] ?? request.keys?.[i] ?? value[keyPath as string]) as Key;
				return [[table.name, key, { ...value, [keyPath as string]: key }]];
			});
		};
		return (request) => {
			const transaction = request.trans as IDBTransaction;
			const underway = transactions.get(transaction) ?? begin(transaction);
			const mine: Change[] = [];
			underway.changes.push(mine);
			if (request.type === 'deleteRange') {
				const query = { index: table.schema.primaryKey, range: request.range };
				return table.query({ trans: request.trans, values: false, query }).then(({ result }) =>
					table.mutate(request).then((done) => {
						mine.push(...result.map((key): Change => [table.name, key as Key]));
						return done;
					})
				);
			}
			// keys that the database makes are only known from its answer
			const needsKeys = request.type !== 'delete' && table.schema.primaryKey.autoIncrement;
			const asked = needsKeys ? ({ ...request, wantResults: true } as typeof request) : request;
			return table.mutate(asked).then((done) => {
				mine.push(...changesOf(request, done.failures, needsKeys ? done.results : undefined));
				return done;
			});
		};
	}

	db.use({
		stack: 'dbcore',
		name: 'journal',
		// the nearest to the database: what it sees is what is written
		level: -1,
		create: (core: DBCore) => ({
			...core,
			table: (name: string) => {
				const table = core.table(name);
				return name === 'ballast' ? table : { ...table, mutate: mutating(table) };
			}
		})
	});
	return () => Promise.all(waiting).then(() => undefined);
}
