import { noTime, parseClock, type Clock } from './clock';
import { toBytes, type Change, type Entry, type Key, type Placed } from './entries';

/** A record as the journal knows it. */
export interface Known {
	order: number;
	change: Change;
}

/** What is known about both stores, besides the records. */
export interface Facts {
	/** Until there, both were compared, and said the same. */
	verified: Clock;
	/** They were compared at least once. */
	isCompared: boolean;
}

const nothingKnown: Facts = { verified: noTime, isCompared: false };

/** What a journal says, all of it read. */
export interface State {
	records: ReadonlyMap<string, ReadonlyMap<Key, Known>>;
	facts: Facts;
	/** The changes since both were last compared, each once, earliest first. */
	since: readonly Entry[];
}

const isGone = (change: Change) => change.length === 2;
export const valueOf = (change: Change | undefined): unknown => change?.[2];

function parseFacts([change]: readonly Change[]): Facts {
	const verified = parseClock(((valueOf(change) ?? {}) as Partial<Facts>).verified);
	return verified ? { verified, isCompared: true } : nothingKnown;
}

export const factsEntry = (facts: Facts, at: number): Entry => ({
	kind: 'facts',
	order: 0,
	sum: undefined,
	at,
	changes: [['', '', facts]]
});

/** Of one record, the change with the highest order is the one that counts, in whatever order tabs handed them over. */
export function stateOf(placed: readonly Placed[]): State {
	const records = new Map<string, Map<Key, Known>>();
	let facts = nothingKnown;
	const changes = new Map<number, Entry>();
	// what is made next may have the order of what was not made: only what stands before is void
	const nameOf = ({ order, at }: Entry) => `${order} ${at}`;
	const voidFrom = new Map<string, number>();
	for (const [place, { entry }] of placed.entries())
		if (entry.kind === 'void') voidFrom.set(nameOf(entry), place);
	for (const [place, { entry }] of placed.entries()) {
		if (entry.kind === 'void' || place < (voidFrom.get(nameOf(entry)) ?? 0)) continue;
		if (entry.kind === 'facts') {
			facts = parseFacts(entry.changes);
			continue;
		}
		if (entry.kind === 'changes' && !changes.get(entry.order)?.sum) changes.set(entry.order, entry);
		for (const change of entry.changes) {
			const [table, key] = change;
			const rows = records.get(table) ?? new Map<Key, Known>();
			records.set(table, rows);
			const known = rows.get(key);
			if (!known || known.order <= entry.order) rows.set(key, { order: entry.order, change });
		}
	}
	const since = [...changes.values()]
		.filter(({ order }) => order > facts.verified.order)
		.sort((a, b) => a.order - b.order);
	return { records, facts, since };
}

/** Every record that is alive. */
export function aliveIn({ records }: State): Change[] {
	return [...records.values()].flatMap((rows) =>
		[...rows.values()].flatMap(({ change }) => (isGone(change) ? [] : [change]))
	);
}

/** Whether the database has as many records of each of these tables as the journal: a few of many may be gone, and no clock shows it. */
export const hasAsMany = ({ records }: State, counts: ReadonlyMap<string, number>): boolean =>
	[...counts].every(([table, count]) => {
		const rows = [...(records.get(table)?.values() ?? [])];
		return rows.filter(({ change }) => !isGone(change)).length === count;
	});

/** Where the journal has come to. */
export function clockOf({ since, facts }: State): Clock {
	const last = since.findLast(({ sum }) => sum !== undefined);
	return last ? { order: last.order, sum: last.sum! } : facts.verified;
}

/**
 * The least that says the same: of what both stores agree on, each record once; what came since stays as it is, so that it can
 * still be compared.
 */
export function* compacted({ records, facts, since }: State, at: number): Generator<Uint8Array> {
	const orders = new Set(since.map(({ order }) => order));
	const kept = new Map<number, Change[]>();
	for (const rows of records.values())
		for (const { order, change } of rows.values()) {
			if (orders.has(order) || (order <= facts.verified.order && isGone(change))) continue;
			const changes = kept.get(order);
			if (changes) changes.push(change);
			else kept.set(order, [change]);
		}
	for (const [order, changes] of kept) yield* keptEntries(changes, order, at);
	yield toBytes(factsEntry(facts, at));
	for (const entry of since) yield toBytes(entry);
}

/** A few records in each entry: what damages one takes no others with it. */
const mostInOne = 16;

export function* keptEntries(changes: readonly Change[], order: number, at: number): Generator<Uint8Array> {
	for (let from = 0; from < changes.length; from += mostInOne)
		yield toBytes({
			kind: 'kept',
			order,
			sum: undefined,
			at,
			changes: changes.slice(from, from + mostInOne)
		});
}
