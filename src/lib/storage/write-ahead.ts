import { Dexie, type Table } from 'dexie';
import type { EnvolDatabase } from './database';
import { isSame, madeUpFor } from './difference';
import { markAskedWhole } from './end-with-page';
import { createDrafts } from './settings';
import { reasonOf } from './storage-error';
import type { LastWordsPlace } from './types';
import type { Write } from './write';

/** A value that is read, changed and written in one transaction. */
export interface Place<T> {
	tables: Table[];
	read: () => Promise<T>;
	put: (before: T, after: T) => Promise<unknown>;
	/** `put` is a single request. */
	putsAtOnce?: true;
	/** Parses a value that was written ahead as JSON. */
	parse: (value: unknown) => T;
}

export interface Keeper<T> {
	read: () => Promise<T>;
	/** @param isTyped words, which are kept even by a page whose Envol is too old to write */
	change: (change: (before: T) => T, isTyped?: boolean) => Promise<{ before: T; after: T }>;
}

export interface WriteAhead {
	/** All values of one kind, identified by an id where there are several. */
	kind: <T>(name: string, placeOf: (id: string) => Place<T>) => (id?: string) => Keeper<T>;
	/** Completes the changes that pages could not finish before they closed; a later visit calls it. */
	makeUp: () => Promise<void>;
}

const prefix = 'ahead:';

/**
 * A change reads before it writes, and a closing page never receives what was read: the change would be lost. So the
 * intended result is written first, from what the page knew, without reading; the next visit applies it, wherever
 * nobody wrote since.
 * @param isLeaving asked at each change
 * @param last where the intended result goes first: the database may be busy
 */
export function createWriteAhead(
	db: EnvolDatabase,
	write: Write,
	isLeaving: () => boolean,
	last?: LastWordsPlace
): WriteAhead {
	const drafts = createDrafts(db, write, last);
	const kinds = new Map<string, (id: string) => Place<unknown>>();
	const page = crypto.randomUUID();
	const leavers = new Set<() => void>();
	last?.onGoing(() => {
		for (const leave of leavers) leave();
	});

	function keeperOf<T>(key: string, { tables, read, put, putsAtOnce }: Place<T>): Keeper<T> {
		/** What may be on disk, as far as this page knows: what it read last, and what it wrote since. */
		let known: T[] = [];
		let underWay = 0;
		/** Changes under way that have not read yet. */
		let waiting: ((before: T) => T)[] = [];
		/** What it will be once all of them are made, as far as this page knows. */
		const intended = () => waiting.reduce((value, change) => change(value), known.at(-1) as T);
		const textOf = (after: T) => JSON.stringify({ befores: known, after });
		const leave = () => {
			if (known.length > 0) last?.leave({ key, text: textOf(intended()), at: 0 });
		};
		const readNow = async () => {
			const value = await read();
			known = underWay > 0 ? [value, ...known] : [value];
			return value;
		};
		return {
			read: readNow,
			change: async (change, isTyped) => {
				const isAhead = known.length > 0 && isLeaving() && !Dexie.currentTransaction;
				if (isAhead) {
					const after = change(intended());
					void drafts.save({ key, text: textOf(after), at: 0 }).catch(() => undefined);
					known = [...known, after];
					waiting = [];
				} else waiting.push(change);
				underWay += 1;
				leavers.add(leave);
				try {
					const made = await write(isAhead ? [...new Set([...tables, db.drafts])] : tables, async () => {
						const before = await read();
						const after = change(before);
						known = [...known, after];
						waiting = waiting.filter((other) => other !== change);
						if (!isSame(before, after)) {
							const putting = put(before, after);
							if (putsAtOnce && !isAhead) markAskedWhole();
							await putting;
						}
						if (isAhead) await db.drafts.delete(key);
						return { before, after };
					});
					if (underWay === 1) known = [made.after];
					return made;
				} catch (error) {
					if (!isTyped || known.length === 0 || reasonOf(error) !== 'newer') throw error;
					const before = known.at(-1) as T;
					const after = change(before);
					// several old pages may have words for the same place
					await drafts.save({ key: `${key}:${page}`, text: textOf(after), at: 0 });
					known = [...known, after];
					return { before, after };
				} finally {
					underWay -= 1;
					waiting = waiting.filter((other) => other !== change);
					if (underWay === 0) {
						leavers.delete(leave);
						last?.taken(key);
					}
				}
			}
		};
	}

	async function makeUpOne(key: string, text: string): Promise<void> {
		const [name = '', id = ''] = key.slice(prefix.length).split(':');
		const place = kinds.get(name)?.(id);
		if (!place) return db.drafts.delete(key);
		const { befores, after } = JSON.parse(text) as { befores: unknown[]; after: unknown };
		await write([...new Set([...place.tables, db.drafts])], async () => {
			const before = await place.read();
			const made = madeUpFor(before, befores.map(place.parse), place.parse(after));
			if (!isSame(before, made)) await place.put(before, made);
			await db.drafts.delete(key);
		});
	}

	return {
		kind: <T>(name: string, placeOf: (id: string) => Place<T>) => {
			kinds.set(name, placeOf as (id: string) => Place<unknown>);
			const keepers = new Map<string, Keeper<T>>();
			return (id = '') => {
				const keeper = keepers.get(id) ?? keeperOf(`${prefix}${name}:${id}`, placeOf(id));
				keepers.set(id, keeper);
				return keeper;
			};
		},
		makeUp: async () => {
			for (const { key, text } of await db.drafts.where('key').startsWith(prefix).toArray())
				await makeUpOne(key, text);
		}
	};
}
