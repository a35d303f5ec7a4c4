import { isSame } from '$lib/domain/is-same';
import { namesOfBlobs } from './blobs';
import { noTime, perMs, summed, type Clock } from './clock';
import { isBlobMark, type Change, type Entry, type Key } from './entries';
import { clockOf, valueOf, type Known, type State } from './state';

/** What the history of the changes says, before any record is looked at. */
export interface History {
	/** Changes that the database forgot, earliest first: what came after them was made without them. */
	lost: readonly Entry[];
	/** There are changes that the journal never heard of: then every record has to be looked at. */
	hasGap: boolean;
}

/**
 * Follows the running checksum from where both stores were the same. Where it does not go on from the entry before, but from an
 * earlier one, the database had lost those between.
 */
export function historyOf({ since, facts }: State, database: Clock | undefined): History {
	const path: { clock: Clock; entry?: Entry }[] = [{ clock: facts.verified }];
	const lost: Entry[] = [];
	let hasGap = !facts.isCompared;
	const backTo = (at: number) => {
		for (const { entry } of path.splice(at + 1)) if (entry) lost.push(entry);
	};
	for (const entry of since) {
		const { order, sum } = entry;
		if (sum === undefined) continue;
		const at = path.findLastIndex(({ clock }) => summed(clock.sum, order) === sum);
		if (at < 0) hasGap = true;
		else backTo(at);
		path.push({ clock: { order, sum }, entry });
	}
	const { order, sum } = database ?? noTime;
	const at = path.findLastIndex(({ clock }) => clock.order === order && clock.sum === sum);
	if (at < 0) {
		hasGap = true;
		// an older database altogether: what came later than all of it is lost
		backTo(path.findLastIndex(({ clock }) => clock.order <= order));
	} else backTo(at);
	return { lost: lost.sort((a, b) => a.order - b.order), hasGap };
}

/** What has to be done so that both stores say the same; `seen` is what the database said when it was looked at. */
export type Mending =
	/** The database has it not, or an older one: it gets this one. */
	| { do: 'heal'; change: Change; seen: unknown }
	/** Both have one that the other never saw: they are merged, as two devices are. */
	| { do: 'join'; change: Change; seen: unknown }
	/** The journal has it not, or one of this order, which is older: it gets that of the database. */
	| { do: 'give'; change: Change; over?: number };

/** The name of a record: what it is compared by. */
export const nameOf = ([table, key]: Change): string => JSON.stringify([table, key]);

/** The same record, whatever file its Blob lies in. */
function isSameRecord(one: unknown, other: unknown): boolean {
	const plain = (value: unknown): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		if (isBlobMark(value)) return { size: value.size, type: value.type };
		if (value instanceof Blob) return { size: value.size, type: value.type };
		return Array.isArray(value)
			? value.map(plain)
			: Object.fromEntries(Object.entries(value).map(([field, each]) => [field, plain(each)]));
	};
	return isSame(plain(one), plain(other));
}

const isLater = (one: unknown, other: unknown): boolean =>
	((one as { at?: number } | undefined)?.at ?? 0) > ((other as { at?: number } | undefined)?.at ?? Infinity);

/** Records that must be looked at even when both clocks agree: whatever changed since both were last compared. */
export function touchedIn({ since }: State): Change[] {
	const touched = new Map<string, Change>();
	for (const { changes } of since) for (const change of changes) touched.set(nameOf(change), change);
	return [...touched.values()];
}

/** What was written longer ago than this is on the disk, whatever happens to the power. */
const settledMs = 2 * 60_000;

/**
 * The records of pictures and sounds that were written last. After a power cut, a file that the database had just made for one can be
 * empty or gone: its record shows nothing of that, and that both stores were compared before the cut proves nothing.
 */
export function lateBytesIn(state: State): Change[] {
	const from = clockOf(state).order - settledMs * perMs;
	return [...state.records.values()].flatMap((rows) =>
		[...rows.values()].flatMap(({ order, change }) =>
			order >= from && namesOfBlobs(change).length > 0 ? [change] : []
		)
	);
}

export interface Row {
	table: string;
	key: Key;
	/** Undefined where the database has none. */
	value: unknown;
}

/**
 * What to do about these records. A record that one has and the other has not, without a word that it is gone, is alive.
 * @param rows the records of the database: those that were touched, or all of both stores
 */
export function mendings(
	state: State,
	{ lost, hasGap }: History,
	database: Clock | undefined,
	rows: readonly Row[]
): Mending[] {
	const lostOf = new Map<string, Known>();
	for (const { order, changes } of lost)
		for (const change of changes) lostOf.set(nameOf(change), { order, change });
	return rows.flatMap(({ table, key, value }): Mending[] => {
		const known = state.records.get(table)?.get(key);
		if (!known) return value === undefined ? [] : [{ do: 'give', change: [table, key, value] }];
		const ours = valueOf(known.change);
		const missed = lostOf.get(nameOf([table, key]));
		const theirs = valueOf(missed?.change);
		// the person went on from an older state before anybody noticed
		if (
			missed &&
			missed.order < known.order &&
			theirs !== undefined &&
			value !== undefined &&
			ours !== undefined
		)
			return isSameRecord(value, theirs) ? [] : [{ do: 'join', change: [table, key, theirs], seen: value }];
		if (isSameRecord(value, ours)) return [];
		// a page that closes moves no clock: of its words the later ones count
		if (table === 'drafts' && isLater(value, ours))
			return [{ do: 'give', change: [table, key, value], over: known.order }];
		const isNewerHere = known.order > (database ?? noTime).order || missed?.order === known.order;
		return value === undefined || isNewerHere || !hasGap
			? [{ do: 'heal', change: known.change, seen: value }]
			: [{ do: 'give', change: [table, key, value] }];
	});
}
