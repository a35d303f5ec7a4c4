import { noTime, orderAfter, parseClock, ticked, type Clock } from '$lib/second-store/clock';
import type { Change, Key } from '$lib/second-store/entries';
import { clockKey, isJournaled, type SecondStore } from '$lib/second-store/port';
import type { DBCore, DBCoreMutateRequest, DBCoreTable } from 'dexie';
import type { EnvolDatabase } from './database';
import { isAskedWhole } from './end-with-page';

/** What one transaction changed so far. */
interface Underway {
	clock: { order: number; sum: number | undefined };
	/** One list for each call, in the order in which they were made. */
	changes: Change[][];
	/** It was handed on before it was on disk. */
	early?: Promise<unknown>;
	/** When, in ms since 1970: what declares it void has the same. */
	at: number;
	end: () => void;
}

/**
 * Hands every change of every table on to the second store: the one place that sees them all. A transaction of which all is known
 * (a tick, most fields) is handed on while the database writes it, so that the person does not wait for one after the other, and is
 * declared void where it is not made after all; every other one once it is on disk. In the same transaction the clock of
 * the database goes on, so that it can be compared with that of the journal.
 * @returns a function that waits until what was changed until now is in the journal too, or the journal gave up
 */
export function journaled(db: EnvolDatabase, second: SecondStore): () => Promise<void> {
	const waiting = new Set<Promise<unknown>>();
	const transactions = new WeakMap<object, Underway>();
	const clocks = new WeakMap<object, IDBRequest>();

	function begin(transaction: IDBTransaction): Underway {
		let end = () => {};
		const ended = new Promise<void>((resolve) => (end = resolve));
		const at = second.now();
		const underway: Underway = {
			clock: { order: orderAfter(0, at), sum: undefined },
			at,
			changes: [],
			end
		};
		transactions.set(transaction, underway);
		waiting.add(ended);
		void ended.then(() => waiting.delete(ended));
		const reading = clocks.get(transaction);
		if (reading?.readyState === 'done') moveClock(transaction, reading, underway);
		else reading?.addEventListener('success', () => moveClock(transaction, reading, underway));
		const { changes } = underway;
		transaction.addEventListener(
			'complete',
			// nothing came after it
			() => void ((changes.length === 1 && underway.early) || keep(underway, changes)).finally(end)
		);
		transaction.addEventListener(
			'abort',
			() => void (underway.early ? keep(underway, [], 'void') : Promise.resolve()).finally(end)
		);
		return underway;
	}

	/** What goes wrong with the clock must not undo what the person did. */
	const harmless = (event: Event) => {
		event.preventDefault();
		event.stopPropagation();
	};

	/** Read as the transaction begins, beside what it reads itself, so that a change does not wait for it. */
	function readClock(transaction: IDBTransaction): void {
		const reading = transaction.objectStore('settings').get(clockKey);
		reading.onerror = harmless;
		clocks.set(transaction, reading);
	}

	/** Asks without waiting: a page that closes may never hear the answer, and must have written by then. */
	function moveClock(transaction: IDBTransaction, { result }: IDBRequest, underway: Underway): void {
		const before: Clock = parseClock((result as { value?: unknown } | undefined)?.value) ?? noTime;
		const clock = ticked(before, second.now());
		underway.clock = { order: clock.order, sum: undefined };
		try {
			const writing = transaction.objectStore('settings').put({ key: clockKey, value: clock });
			writing.onsuccess = () => (underway.clock = clock);
			writing.onerror = harmless;
		} catch {
			// it was told to commit already: the change has its order, and no place in the running checksum
			return;
		}
		// once the caller has said whether that was all
		queueMicrotask(() => {
			if (isAskedWhole(transaction)) underway.early = keep({ ...underway, clock }, underway.changes);
		});
	}

	async function keep(
		{ clock: { order, sum }, at }: Pick<Underway, 'clock' | 'at'>,
		changes: readonly Change[][],
		kind: 'changes' | 'void' = 'changes'
	): Promise<void> {
		const all = changes.flat().filter(([table, key]) => isJournaled(table, key));
		if (all.length === 0 && kind === 'changes' && sum === undefined) return;
		await second.keep({ do: 'keep', entry: { kind, order, sum, at, changes: all } });
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
			if (!needsKeys) mine.push(...changesOf(request, {}, undefined));
			return table.mutate(asked).then((done) => {
				mine.splice(
					0,
					mine.length,
					...changesOf(request, done.failures, needsKeys ? done.results : undefined)
				);
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
			transaction: (stores, mode, ...how) => {
				const transaction = core.transaction(stores, mode, ...how) as IDBTransaction;
				if (mode === 'readwrite' && stores.includes('settings')) readClock(transaction);
				return transaction;
			},
			table: (name: string) => {
				const table = core.table(name);
				return name === 'ballast' ? table : { ...table, mutate: mutating(table) };
			}
		})
	});
	return () => Promise.all(waiting).then(() => undefined);
}
