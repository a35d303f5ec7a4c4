import type { PictureTrouble, PreparedPicture } from '$lib/platform/picture';

/** The result of storing a picture: an undo, or why it failed. */
export type Taken = { undo: () => Promise<void> } | 'full' | 'failed';

export interface IntakeTrouble {
	/** `away`: it was shared to Envol and is not there any more. */
	kind: PictureTrouble | 'failed' | 'away';
	/** The name of the chosen file. */
	name: string;
}

/** Stores chosen files one after another, reports progress and failures, and can be stopped. */
export class PhotoIntake {
	#add: (picture: PreparedPicture) => Promise<Taken>;
	#onAdded: (undos: (() => Promise<void>)[]) => void;
	#stop: AbortController | undefined;
	#waiting: File[] = [];
	#taking: Promise<void> = Promise.resolve();
	total = $state(0);
	done = $state(0);
	troubles = $state.raw<readonly IntakeTrouble[]>([]);
	/** How many did not fit on the device. */
	withoutRoom = $state(0);
	readonly isBusy = $derived(this.total > 0);
	readonly hasTroubles = $derived(this.troubles.length > 0 || this.withoutRoom > 0);

	/** @param onAdded called once all are stored, with an undo for each */
	constructor(
		add: (picture: PreparedPicture) => Promise<Taken>,
		onAdded: (undos: (() => Promise<void>)[]) => void
	) {
		this.#add = add;
		this.#onAdded = onAdded;
	}

	/** Photos that another app shared. */
	takeShared = (files: readonly File[]): Promise<void> => {
		if (files.length === 0) this.troubles = [{ kind: 'away', name: '' }];
		return this.take(files);
	};

	/** Files chosen while others are being stored wait their turn. */
	take = (files: readonly File[]): Promise<void> => {
		if (files.length === 0) return this.#taking;
		this.total += files.length;
		this.#waiting.push(...files);
		if (!this.#stop) {
			this.close();
			this.#stop = new AbortController();
			this.#taking = this.#takeAll();
		}
		return this.#taking;
	};

	/** Resolves once all chosen files are stored, or it was stopped; to false when some were just refused. */
	finish = async (): Promise<boolean> => {
		if (!this.isBusy) return true;
		await this.#taking;
		return !this.hasTroubles;
	};

	async #takeAll(): Promise<void> {
		const undos: (() => Promise<void>)[] = [];
		try {
			while (this.#waiting.length > 0) undos.push(...(await this.#takeIn(this.#waiting.splice(0))));
		} finally {
			this.#stop = undefined;
			this.#waiting = [];
			this.total = this.done = 0;
		}
		if (undos.length > 0) this.#onAdded(undos);
	}

	async #takeIn(files: readonly File[]): Promise<(() => Promise<void>)[]> {
		const undos: (() => Promise<void>)[] = [];
		const { signal } = this.#stop!;
		// the code that decodes pictures loads with the first one
		const { preparePictures } = await import('$lib/platform/picture');
		for await (const { file, prepared } of preparePictures(files, signal)) {
			if ('trouble' in prepared) this.#trouble(prepared.trouble, file);
			else if (this.withoutRoom > 0) this.withoutRoom += 1;
			else {
				const taken = await this.#add(prepared);
				if (taken === 'full') this.withoutRoom += 1;
				else if (taken === 'failed') this.#trouble('failed', file);
				else undos.push(taken.undo);
			}
			this.done += 1;
		}
		return undos;
	}

	#trouble(kind: IntakeTrouble['kind'], { name }: File): void {
		this.troubles = [...this.troubles, { kind, name }];
	}

	/** Stored photos stay; the rest is skipped. */
	cancel = (): void => {
		this.#waiting = [];
		this.#stop?.abort();
	};

	/** The person has read what could not be stored. */
	close = (): void => {
		this.troubles = [];
		this.withoutRoom = 0;
	};
}
