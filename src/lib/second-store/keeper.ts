import { blobsIn, namesOfBlobs, withBlobs, withMarks } from './blobs';
import { noTime } from './clock';
import { historyOf, lateBytesIn, mendings, nameOf, touchedIn, type Mending, type Row } from './compare';
import type { DatabaseRows, Wanted } from './database-rows';
import { toBytes, type Change, type entriesIn, type Key } from './entries';
import type { Media } from './media';
import type { Asked, Checked, OnProgress, Recovered } from './port';
import {
	aliveIn,
	clockOf,
	compacted,
	factsEntry,
	hasAsMany,
	keptEntries,
	stateOf,
	type State
} from './state';

/** What the keeper needs: the files, and a look at the database. */
export interface KeeperNeeds {
	append(bytes: Uint8Array): void;
	replace(parts: Iterable<Uint8Array>): void;
	read(): ReturnType<typeof entriesIn>;
	size(): number;
	media: Pick<Media, 'get' | 'put' | 'has' | 'size' | 'tidy' | 'empty'>;
	/** How many bytes pictures and sounds may take in all. */
	roomForMedia(): Promise<number>;
	/** @throws when the database cannot be read */
	rows(database: string, wanted: Wanted): Promise<DatabaseRows>;
	pause(ms: number): Promise<unknown>;
	close(): void;
	empty(): Promise<void>;
}

/** Made small when it is at least this large, and several times what it was when it was last made small. */
const smallestToCompact = 512 * 1024;
const timesLarger = 3;

/** What is between a page and the journal may take this long to arrive. */
const underwayMs = 150;

/** Not damaged: there is none of that name, it is being replaced, or it was closed. */
const isClosed = (error: unknown) =>
	['AbortError', 'InvalidStateError', 'NotFoundError', 'VersionError'].includes((error as Error).name);

const isMissingDraft = (one: Mending) =>
	one.do === 'heal' && one.change[0] === 'drafts' && one.seen === undefined;

/** Keeps the journal: what is asked of it, and the comparison with the database. */
export class Keeper {
	#needs: KeeperNeeds;
	#mended: ((count: number) => void) | undefined;
	/** Its size when it was last made small, or opened. */
	#smallSize: number;

	constructor(needs: KeeperNeeds) {
		this.#needs = needs;
		this.#smallSize = needs.size();
	}

	close(): void {
		this.#needs.close();
	}

	/** The page has done what was found; so many records are another now. */
	mended(count: number): void {
		this.#mended?.(count);
	}

	async answer(asked: Exclude<Asked, { do: 'check' | 'renew' }>): Promise<Recovered | undefined> {
		if (asked.do === 'erase') await this.#needs.empty();
		else if (asked.do === 'recover') return this.#recovered();
		else if (asked.do === 'keep') {
			const { order } = asked.entry;
			const blobs: Blob[] = [];
			const changes = asked.entry.changes.map((change) =>
				withMarks(change, (blob) => `${order}-${blobs.push(blob)}`)
			);
			this.#needs.append(toBytes({ ...asked.entry, changes }));
			for (const [i, blob] of blobs.entries()) await this.#putAside(`${order}-${i + 1}`, blob);
			this.#compact();
		}
		return undefined;
	}

	/** Words before pictures: where there is little room, these are only in the database. */
	async #putAside(name: string, blob: Blob): Promise<void> {
		const { media } = this.#needs;
		if (media.has(name) || media.size + blob.size > (await this.#needs.roomForMedia())) return;
		try {
			media.put(name, new Uint8Array(await blob.arrayBuffer()));
		} catch {
			// no room, or the picture cannot be read
		}
	}

	/** With its pictures and sounds; undefined when they are not to be had. */
	#filled(change: Change): Change | undefined {
		return withBlobs(change, ({ $blob, type }) => {
			const bytes = this.#needs.media.get($blob);
			return bytes && new Blob([bytes], { type });
		});
	}

	/** Changes of the database, as they go into the journal; their Blobs lie beside it. */
	async #give(changes: readonly Change[], order: number, ending = ''): Promise<void> {
		const blobs = new Map<string, Blob>();
		const given = changes.map((change) =>
			withMarks(change, (blob) => {
				// the same record has the same name: to be given twice is no harm
				const name = `${change[0]}-${change[1]}-${blob.size}${ending}`;
				blobs.set(name, blob);
				return name;
			})
		);
		for (const bytes of inBatches(keptEntries(given, order, 0))) this.#needs.append(bytes);
		for (const [name, blob] of blobs) await this.#putAside(name, blob);
	}

	#recovered(): Recovered | undefined {
		const { entries, damagedBytes } = this.#needs.read();
		const state = stateOf(entries);
		const alive = aliveIn(state);
		if (alive.length === 0) return undefined;
		const { hasGap } = historyOf(state, clockOf(state));
		const changes = alive.map((change) => this.#filled(change)).filter((change) => change !== undefined);
		const isWhole =
			damagedBytes === 0 && !(state.facts.isCompared && hasGap) && changes.length === alive.length;
		return { changes, clock: clockOf(state), isWhole };
	}

	/** Lets go of pictures and sounds that no record names any more. */
	#tidy(): void {
		const { records } = stateOf(this.#needs.read().entries);
		const needed = new Set<string>();
		for (const rows of records.values())
			for (const { change } of rows.values()) for (const name of namesOfBlobs(change)) needed.add(name);
		this.#needs.media.tidy((name) => needed.has(name));
	}

	#compact(): void {
		const size = this.#needs.size();
		if (size < Math.max(smallestToCompact, timesLarger * this.#smallSize)) return;
		this.#rewrite();
	}

	/** Writes all that is whole and alive into the other file. */
	#rewrite(): void {
		const state = stateOf(this.#needs.read().entries);
		try {
			this.#needs.replace(compacted(state, 0));
		} catch {
			// no room for a second one: the larger one goes on
		}
		this.#smallSize = this.#needs.size();
	}

	/**
	 * Makes both say the same.
	 * @param onFound what the page has to do in the database; it answers with `mended`
	 * @returns `broken` when the database cannot be read; undefined when it is closed, or another version of it comes
	 */
	async compare(
		database: string,
		onFound: (mendings: readonly Mending[]) => void
	): Promise<'same' | 'broken' | undefined> {
		return (await this.#compare(database, onFound, false)).how;
	}

	/** @param isAll whether every record is looked at, whatever the clocks say */
	async #compare(
		database: string,
		onFound: (mendings: readonly Mending[]) => void,
		isAll: boolean
	): Promise<{ how: 'same' | 'broken' | undefined; isMended: boolean }> {
		let isSure = false;
		let isMended = false;
		for (let round = 0; round < 5; round += 1) {
			const looked = await this.#look(database, isAll);
			if (typeof looked === 'string') return { how: looked === 'broken' ? looked : undefined, isMended };
			const { state, history, found } = looked;
			const todo = mendings(state, history, found.clock, found.rows);
			todo.push(...(await this.#damagedIn(state, found.rows, todo)));
			// drafts move no clock: that one is gone may still be on its way here
			if (!isSure && todo.some(isMissingDraft)) {
				isSure = true;
				await this.#needs.pause(underwayMs);
				continue;
			}
			const clock = found.clock ?? noTime;
			const given = todo.flatMap((one) => (one.do === 'give' && one.over === undefined ? [one.change] : []));
			await this.#give(given, clock.order);
			for (const one of todo)
				if (one.do === 'give' && one.over !== undefined)
					await this.#give([one.change], Math.max(one.over, clock.order));
			const forPage = todo.flatMap((one): Mending[] => {
				if (one.do === 'give') return [];
				const change = this.#filled(one.change);
				return change ? [{ ...one, change }] : [];
			});
			const count = forPage.length > 0 ? await this.#mend(forPage, onFound) : 0;
			isMended ||= count > 0;
			if (count > 0) continue;
			const { verified, isCompared } = state.facts;
			if (!isCompared || verified.order !== clock.order || verified.sum !== clock.sum)
				this.#needs.append(toBytes(factsEntry({ verified: clock, isCompared: true }, 0)));
			this.#compact();
			this.#tidy();
			break;
		}
		return { how: 'same', isMended };
	}

	/** Pictures and sounds written last that the database cannot read, or whose bytes differ from those beside the journal. */
	async #damagedIn(
		state: State,
		rows: DatabaseRows['rows'],
		todo: readonly Mending[]
	): Promise<Extract<Mending, { do: 'heal' }>[]> {
		const late = new Set(lateBytesIn(state).map(nameOf));
		const isMeant = new Set(todo.map(({ change }) => nameOf(change)));
		const found: Extract<Mending, { do: 'heal' }>[] = [];
		for (const { table, key, value } of rows) {
			const name = nameOf([table, key]);
			const blobs = blobsIn(value);
			const known = state.records.get(table)?.get(key);
			if (!known || blobs.length === 0 || !late.has(name) || isMeant.has(name)) continue;
			const there = this.#bytesBeside(known.change);
			const here = there && (await bytesOf(blobs));
			if (there && !(here && isSameBytes(here, there)))
				found.push({ do: 'heal', change: known.change, seen: value });
		}
		return found;
	}

	/** Lets the page change the database; returns how many records are another now. */
	#mend(found: readonly Mending[], onFound: (mendings: readonly Mending[]) => void): Promise<number> {
		const mended = new Promise<number>((resolve) => (this.#mended = resolve));
		onFound(found);
		return mended;
	}

	/**
	 * Looks at every record of both, reads every picture and sound in both, and mends what one has and the other has not.
	 * Undefined when the database cannot be read.
	 */
	async check(
		database: string,
		onFound: (mendings: readonly Mending[]) => void,
		onProgress: OnProgress
	): Promise<Checked | undefined> {
		const { damagedBytes } = this.#needs.read();
		const { how, isMended: wasMended } = await this.#compare(database, onFound, true);
		// what is damaged there was given back from the database
		if (damagedBytes > 0) this.#rewrite();
		const looked = how === 'same' ? await this.#look(database, true) : 'closed';
		if (typeof looked === 'string') return undefined;
		const { state, found } = looked;
		let isMended = wasMended || damagedBytes > 0;
		const lost: (readonly [string, Key])[] = [];
		const withBytes = found.rows.filter(
			({ table, key, value }) =>
				blobsIn(value).length > 0 ||
				namesOfBlobs(state.records.get(table)?.get(key)?.change ?? [table, key]).length > 0
		);
		for (const [i, { table, key, value }] of withBytes.entries()) {
			if (i % 16 === 0) onProgress(i, withBytes.length);
			const known = state.records.get(table)?.get(key);
			const here = await bytesOf(blobsIn(value));
			const there = known && this.#bytesBeside(known.change);
			if (here && there && isSameBytes(here, there)) continue;
			const change = there && this.#filled(known.change);
			// those beside the journal have a checksum
			const count = change ? await this.#mend([{ do: 'heal', change, seen: value }], onFound) : 0;
			isMended ||= count > 0;
			if (count > 0) continue;
			if (here) {
				const order = known?.order ?? (found.clock ?? noTime).order;
				// another name than that of the damaged one
				await this.#give([[table, key, value]], order, `-${this.#needs.size()}`);
			} else lost.push([table, key]);
		}
		onProgress(withBytes.length, withBytes.length);
		return { records: found.rows.length, isMended, lost };
	}

	/**
	 * In place of all that it has: what the database says now. Written twice, so that neither of the two files has anything of before;
	 * pictures and sounds last, since the database has them meanwhile.
	 * @returns false when the database cannot be read
	 */
	async renew(database: string, onProgress: OnProgress): Promise<boolean> {
		const found = await this.#needs.rows(database, () => 'all').catch(() => undefined);
		if (!found) return false;
		const clock = found.clock ?? noTime;
		const blobs: [name: string, blob: Blob][] = [];
		const changes = found.rows.map(({ table, key, value }) =>
			withMarks([table, key, value], (blob) => {
				const name = `${table}-${key}-${blob.size}`;
				blobs.push([name, blob]);
				return name;
			})
		);
		const parts = [
			...keptEntries(changes, clock.order, 0),
			toBytes(factsEntry({ verified: clock, isCompared: true }, 0))
		];
		this.#needs.replace(parts);
		this.#needs.media.empty();
		this.#needs.replace(parts);
		this.#smallSize = this.#needs.size();
		for (const [i, [name, blob]] of blobs.entries()) {
			if (i % 4 === 0) onProgress(i, blobs.length);
			await this.#putAside(name, blob);
		}
		return true;
	}

	/** The bytes of all pictures and sounds of this record, as they lie beside the journal; undefined unless each is whole. */
	#bytesBeside(change: Change): Uint8Array[] | undefined {
		const all = namesOfBlobs(change).map((name) => this.#needs.media.get(name));
		return all.length > 0 && all.every((bytes) => bytes !== undefined) ? all : undefined;
	}

	/** The journal and the database, as they are; the database may be a moment ahead. */
	async #look(
		database: string,
		isAll: boolean
	): Promise<
		{ state: State; history: ReturnType<typeof historyOf>; found: DatabaseRows } | 'broken' | 'closed'
	> {
		for (let left = 12; ; left -= 1) {
			const state = stateOf(this.#needs.read().entries);
			let history = historyOf(state, undefined);
			let isAhead = false;
			let readsAll = isAll;
			const found = await this.#needs
				.rows(database, (clock, isBorn, counts) => {
					history = historyOf(state, clock);
					if (!isBorn) history = { ...history, hasGap: true };
					isAhead = history.hasGap && (clock ?? noTime).order > clockOf(state).order;
					readsAll = isAll || history.hasGap || !hasAsMany(state, counts);
					return readsAll
						? 'all'
						: unique([...touchedIn(state), ...lateBytesIn(state)]).map(([table, key]) => [table, key]);
				})
				.catch((error: unknown) => (isClosed(error) ? 'closed' : 'broken'));
			if (typeof found === 'string') {
				// what cannot be read once may be read a moment later
				// without a journal of it, a damaged database is all there is
				if (left === 0) return state.facts.isCompared && found === 'broken' ? 'broken' : 'closed';
				await this.#needs.pause(underwayMs);
				continue;
			}
			if (isAhead && left > 0) {
				await this.#needs.pause(underwayMs);
				continue;
			}
			return {
				state,
				history,
				found: { ...found, rows: withMissing(state, readsAll, found.rows) }
			};
		}
	}
}

/** Each record once. */
const unique = (changes: readonly Change[]): Change[] => [
	...new Map(changes.map((change) => [nameOf(change), change])).values()
];

/** So many bytes are flushed at once. */
const bytesInBatch = 256 * 1024;

/** The same bytes in fewer parts: each is flushed by itself, which takes some milliseconds. */
function* inBatches(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
	let batch: Uint8Array[] = [];
	let size = 0;
	const joined = () => {
		const all = new Uint8Array(size);
		let at = 0;
		for (const part of batch) {
			all.set(part, at);
			at += part.length;
		}
		[batch, size] = [[], 0];
		return all;
	};
	for (const part of parts) {
		batch.push(part);
		size += part.length;
		if (size >= bytesInBatch) yield joined();
	}
	if (size > 0) yield joined();
}

/** Undefined where there are none, or one cannot be read: its file is gone, or damaged. */
async function bytesOf(blobs: readonly Blob[]): Promise<Uint8Array[] | undefined> {
	try {
		const all = await Promise.all(blobs.map((blob) => blob.arrayBuffer()));
		const isWhole = all.every((bytes, i) => bytes.byteLength === blobs[i]!.size);
		return blobs.length > 0 && isWhole ? all.map((bytes) => new Uint8Array(bytes)) : undefined;
	} catch {
		return undefined;
	}
}

function isSameBytes(one: readonly Uint8Array[], other: readonly Uint8Array[]): boolean {
	return (
		one.length === other.length &&
		one.every((bytes, i) => {
			const others = other[i]!;
			let at = bytes.length === others.length ? 0 : bytes.length + 1;
			while (at < bytes.length && bytes[at] === others[at]) at += 1;
			return at === bytes.length;
		})
	);
}

/** With a row for what only the journal has; the drafts are always looked at, each of them. */
function withMissing({ records }: State, isAll: boolean, rows: readonly Row[]): Row[] {
	const there = new Set(rows.map(({ table, key }) => JSON.stringify([table, key])));
	const missing: Row[] = [];
	for (const [table, known] of records) {
		if (!isAll && table !== 'drafts') continue;
		for (const key of known.keys() as Iterable<Key>)
			if (!there.has(JSON.stringify([table, key]))) missing.push({ table, key, value: undefined });
	}
	return [...rows, ...missing];
}
