import type { BroughtBack, Copies, CopySummary, OpenedCopy, UndoLeft } from '$lib/app/copies/types';
import type { Services } from '$lib/app/services.svelte';
import { normalisePassphrase } from '$lib/domain/passphrase';
import { Work } from './work.svelte';

export type Stage = 'choose' | 'sealed' | 'preview' | 'done' | 'undone';
export type How = 'merge' | 'replace';

/** A copy on its way back: chosen, opened, looked at, brought back, undone. Nothing is written before the person says so. */
export class Bringing {
	#services: Services;
	#load: () => Promise<Copies>;
	readonly work: Work;
	#stage = $state.raw<Stage>('choose');
	#file: Blob | undefined;
	#opened = $state.raw<OpenedCopy>();
	#here = $state.raw<CopySummary>();
	#brought: BroughtBack | undefined;
	#undoLeft = $state.raw<UndoLeft>();
	/** Which long work it is, for the words beside the progress. */
	#doing = $state.raw<'opening' | 'bringing'>('opening');
	/** What the person typed to open it: after a wrong word, it is mended rather than typed anew. */
	typed = $state('');
	/** An empty field was sent. */
	#isPhraseMissing = $state.raw(false);

	constructor(services: Services, load: () => Promise<Copies>) {
		this.#services = services;
		this.#load = load;
		this.work = new Work(load);
	}

	get stage(): Stage {
		return this.#stage;
	}

	get doing(): 'opening' | 'bringing' {
		return this.#doing;
	}

	get opened(): OpenedCopy | undefined {
		return this.#opened;
	}

	get here(): CopySummary | undefined {
		return this.#here;
	}

	get isPhraseMissing(): boolean {
		return this.#isPhraseMissing;
	}

	/** An earlier bringing-back that can still be undone. */
	get undoLeft(): UndoLeft | undefined {
		return this.#undoLeft;
	}

	lookForUndo = async (): Promise<void> => {
		try {
			this.#undoLeft = await (await this.#load()).undoLeft(this.#services);
		} catch {
			// nobody asked: nothing is said of what went wrong
		}
	};

	choose = async (file: Blob): Promise<void> => {
		if (this.work.isBusy) return;
		this.leave();
		const kind = await this.work.run((copies) => copies.kindOfCopy(file));
		if (this.work.problem) return;
		if (!kind) return this.work.forget('not-a-copy');
		this.#file = file;
		if (kind === 'sealed') this.#stage = 'sealed';
		else await this.#open();
	};

	/** Opens it with what was typed, or read from its code. */
	unseal = async (): Promise<void> => {
		this.#isPhraseMissing = normalisePassphrase(this.typed) === '';
		if (!this.#isPhraseMissing) await this.#open(this.typed);
	};

	async #open(passphrase?: string): Promise<void> {
		const file = this.#file;
		if (!file) return;
		this.#doing = 'opening';
		const found = await this.work.run(async (copies, working) => {
			const opened = await copies.openCopy(file, {
				...working,
				...(passphrase !== undefined && { passphrase })
			});
			return { opened, here: await copies.summaryHere(this.#services) };
		});
		if (!found) return;
		this.#opened = found.opened;
		this.#here = found.here;
		this.#stage = 'preview';
		this.typed = '';
	}

	/** Which of the two was written in last; undefined when it cannot be told, or both are the same. */
	get newer(): 'copy' | 'here' | undefined {
		const copy = this.#opened?.summary.newestAt;
		const here = this.#here?.newestAt;
		if (copy === undefined || here === undefined || copy === here) return undefined;
		return copy > here ? 'copy' : 'here';
	}

	/** Nothing was written here yet: there is nothing to choose. */
	get isNothingHere(): boolean {
		const here = this.#here;
		if (!here) return false;
		return (
			here.newestAt === undefined && here.days + here.notes + here.photos + here.recordings + here.steps === 0
		);
	}

	bring = async (how: How): Promise<void> => {
		const opened = this.#opened;
		if (!opened) return;
		this.#doing = 'bringing';
		const brought = await this.work.run((copies, working) =>
			copies.bringBack(this.#services, opened, how, working)
		);
		if (!brought) return;
		this.#brought = brought;
		this.#undoLeft = undefined;
		this.#stage = 'done';
	};

	/** Takes back what was brought now, or at an earlier visit. */
	undo = async (): Promise<void> => {
		const undo = this.#brought?.undo ?? this.#undoLeft?.undo;
		if (!undo) return;
		this.#doing = 'bringing';
		const isUndone = await this.work.run(async () => {
			await undo();
			return true;
		});
		if (!isUndone) return;
		this.leave();
		this.#brought = undefined;
		this.#undoLeft = undefined;
		this.#stage = 'undone';
	};

	/** The earlier one is good: its way back goes. */
	letGo = async (): Promise<void> => {
		const left = this.#undoLeft;
		if (left && (await this.work.run(() => left.letGo().then(() => true)))) this.#undoLeft = undefined;
	};

	/** Back to the start; nothing was changed. */
	leave = (): void => {
		this.work.forget();
		this.#stage = 'choose';
		this.#file = undefined;
		this.#opened = undefined;
		this.#here = undefined;
		this.#isPhraseMissing = false;
		this.typed = '';
	};
}
