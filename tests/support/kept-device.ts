import { isSame } from '$lib/domain/is-same';
import { noTime, ticked, type Clock } from '$lib/second-store/clock';
import type { Mending } from '$lib/second-store/compare';
import { entriesIn, type Change, type Key } from '$lib/second-store/entries';
import { Generations } from '$lib/second-store/generations';
import { Keeper } from '$lib/second-store/keeper';
import { Media } from '$lib/second-store/media';
import { Disk, type Leftover, type MemoryFile } from './memory-files';

/** What the database holds: each transaction of it is made wholly or not at all. */
interface Database {
	clock: Clock | undefined;
	rows: ReadonlyMap<string, Change>;
	isBorn: boolean;
}

/** What a crash does to the database: nothing, what came last is gone, one table of it is, or all of it. */
export type Damage = 'none' | 'older' | 'partial' | 'gone';

const nothing: Database = { clock: undefined, rows: new Map(), isBorn: false };
const nameOf = ([table, key]: Change) => JSON.stringify([table, key]);

/** A device with both stores, in memory: the real journal, and a database that does what the real one promises. */
export class KeptDevice {
	readonly disk = new Disk();
	readonly #files: readonly [MemoryFile, MemoryFile, ...MemoryFile[]] = [
		this.disk.file(),
		this.disk.file(),
		this.disk.file(),
		this.disk.file()
	];
	#past: Database[] = [nothing];
	#now = 1_764_000_000_000;
	#keeper: Keeper | undefined;
	readonly #isAlone: boolean;
	/** How often something was put back into the database. */
	mended = 0;

	/** @param isAlone leaves the database without a journal */
	constructor(isAlone = false) {
		this.#isAlone = isAlone;
	}

	get #database(): Database {
		return this.#past.at(-1)!;
	}

	valueOf(table: string, key: Key): unknown {
		return this.#database.rows.get(nameOf([table, key]))?.[2];
	}

	/** A page opens: what is lost is put back, both are compared. @returns whether the person is told of anything */
	async open(): Promise<boolean> {
		if (this.#isAlone) return false;
		const [one, two, ...media] = this.#files;
		const generations = new Generations(one, two);
		const keeper = new Keeper({
			append: (bytes) => generations.append(bytes),
			replace: (parts) => generations.replace(parts),
			read: () => entriesIn(generations.read()),
			// made small every few changes
			size: () => generations.size * 600,
			media: new Media(media),
			roomForMedia: () => Promise.resolve(1e9),
			rows: (_, wanted) => {
				const { clock, isBorn, rows } = this.#database;
				const counts = new Map([
					['days', 0],
					['notes', 0]
				]);
				for (const [table] of rows.values()) counts.set(table, counts.get(table)! + 1);
				const keys = wanted(clock, isBorn, counts);
				const names = keys === 'all' ? [...rows.keys()] : keys.map((key) => nameOf(key as Change));
				return Promise.resolve({
					clock,
					isBorn,
					rows: names.map((name) => {
						const [table, key] = JSON.parse(name) as [string, Key];
						return { table, key, value: rows.get(name)?.[2] };
					})
				});
			},
			pause: () => Promise.resolve(),
			close: () => undefined,
			empty: () => {
				generations.replace([]);
				generations.replace([]);
				for (const file of media) file.truncate(0);
				return Promise.resolve();
			}
		});
		this.#keeper = keeper;
		const { mended } = this;
		if (!this.#database.isBorn) {
			const found = await keeper.answer({ do: 'recover' });
			const rows = new Map(found?.changes.map((change) => [nameOf(change), change]));
			if (found) this.mended += 1;
			this.#past.push({ clock: found?.clock, rows, isBorn: true });
		}
		// what ends the page in the middle of mending ends the comparison too
		await new Promise<void>((resolve, reject) => {
			const onFound = (found: readonly Mending[]) =>
				void this.#mend(found).then((count) => keeper.mended(count), reject);
			void keeper.compare('', onFound).then(() => resolve(), reject);
		});
		return this.mended > mended;
	}

	async #mend(found: readonly Mending[]): Promise<number> {
		const changes = found.flatMap((one) => {
			if (one.do === 'join') throw new Error('nobody went on from an older state here');
			return one.do === 'heal' && isSame(this.valueOf(one.change[0], one.change[1]), one.seen)
				? [one.change]
				: [];
		});
		this.mended += changes.length;
		if (changes.length > 0) await this.change(changes, false);
		return found.length;
	}

	/** One transaction; when it returns, it is in both. @param isEarly the journal has it before the database */
	async change(changes: readonly Change[], isEarly: boolean): Promise<void> {
		this.#now += 1;
		const clock = ticked(this.#database.clock ?? noTime, this.#now);
		const commit = () => {
			const rows = new Map(this.#database.rows);
			for (const change of changes)
				if (change.length === 2) rows.delete(nameOf(change));
				else rows.set(nameOf(change), change);
			this.#past.push({ clock, rows, isBorn: true });
		};
		if (!isEarly) commit();
		await this.#keeper?.answer({
			do: 'keep',
			entry: { kind: 'changes', ...clock, at: this.#now, changes }
		});
		if (isEarly) commit();
	}

	/** First the journal, then the database. */
	async erase(): Promise<void> {
		await this.#keeper!.answer({ do: 'erase' });
		this.#past = [nothing];
	}

	/** The power is back. */
	startAgain(leftover: Leftover, damage: Damage): void {
		this.disk.startAgain(leftover);
		const older = this.#past.at(-4) ?? nothing;
		if (damage === 'older') this.#past.push(older);
		if (damage === 'gone') this.#past.push(nothing);
		if (damage === 'partial') {
			const rows = new Map([...this.#database.rows].filter(([name]) => !name.startsWith('["days"')));
			this.#past.push({ ...this.#database, rows });
		}
	}
}
