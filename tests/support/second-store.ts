import type { Mending } from '$lib/second-store/compare';
import { databaseRows } from '$lib/second-store/database-rows';
import { entriesIn } from '$lib/second-store/entries';
import { Generations } from '$lib/second-store/generations';
import { Keeper } from '$lib/second-store/keeper';
import { Media } from '$lib/second-store/media';
import type { Asked, OnProgress, Recovered, SecondStore } from '$lib/second-store/port';
import { joinedRows } from '$lib/app/copies/join-rows';
import { Disk, type MemoryFile } from './memory-files';

/** The files of one device: they stay when a page goes. */
export interface Files {
	one: MemoryFile;
	two: MemoryFile;
	media: MemoryFile[];
}

export function emptyFiles(): Files {
	const disk = new Disk();
	return { one: disk.file(), two: disk.file(), media: [disk.file(), disk.file()] };
}

let clock = 1_764_000_000_000;

/** The journal without a worker: the same keeper, on files in memory. */
export class InPage implements SecondStore {
	#keeper: Keeper;
	#isOver = false;
	#onFound: (mendings: readonly Mending[]) => void = () => this.#keeper.mended(0);
	/** What was found by the last comparison. */
	found: Mending[] = [];
	/** Resolves when both were compared. */
	compared: Promise<'same' | 'broken' | undefined> = Promise.resolve(undefined);
	/** What happens while a comparison waits for what is on its way. */
	whilePaused: () => unknown = () => undefined;
	/** Says no to whatever it is to keep. */
	isBroken = false;

	constructor(files: Files) {
		const generations = new Generations(files.one, files.two);
		this.#keeper = new Keeper({
			append: (bytes) => generations.append(bytes),
			replace: (parts) => generations.replace(parts),
			read: () => entriesIn(generations.read()),
			size: () => generations.size,
			media: new Media(files.media),
			roomForMedia: () => Promise.resolve(1e9),
			rows: databaseRows,
			pause: async () => {
				await this.whilePaused();
				await new Promise((resolve) => setTimeout(resolve, 1));
			},
			close: () => undefined,
			empty: async () => {
				for (const file of [files.one, files.two, ...files.media]) file.bytes = new Uint8Array();
			}
		});
	}

	now = () => (clock += 1);

	async keep(asked: Extract<Asked, { do: 'keep' }>): Promise<boolean> {
		if (this.#isOver || this.isBroken) return false;
		return this.#keeper.answer(asked).then(
			() => true,
			() => false
		);
	}

	isThere = () => Promise.resolve(!this.#isOver && !this.isBroken);

	recover = (): Promise<Recovered | undefined> => this.#keeper.answer({ do: 'recover' });

	compare(
		database: string,
		mend: (mendings: readonly Mending[]) => Promise<number>,
		onBroken: () => void
	): void {
		this.#onFound = (mendings) => {
			this.found.push(...mendings);
			void mend(mendings).then((count) => this.#keeper.mended(count));
		};
		this.compared = this.#keeper.compare(database, this.#onFound).then((how) => {
			if (how === 'broken') onBroken();
			return how;
		});
	}

	check = (database: string, onProgress: OnProgress) =>
		this.#keeper.check(database, this.#onFound, onProgress);

	renew = (database: string): Promise<boolean> =>
		this.isBroken ? Promise.resolve(false) : this.#keeper.renew(database, () => undefined);

	joining = () => Promise.resolve(joinedRows);

	erase = async (): Promise<void> => {
		await this.#keeper.answer({ do: 'erase' });
		this.stop();
	};

	stop(): void {
		this.#isOver = true;
	}
}
