import type { PictureTrouble, PreparedPicture } from '$lib/platform/picture';

/** What a kept picture became: a way back, or why it could not be kept. */
export type Taken = { undo: () => Promise<void> } | 'full' | 'failed';

export interface IntakeTrouble {
	kind: PictureTrouble | 'failed';
	/** Of the file, as it was chosen. */
	name: string;
}

/** Takes chosen files in one after the other, says how far it is and what could not be taken, and can be stopped. */
export class PhotoIntake {
	#add: (picture: PreparedPicture) => Promise<Taken>;
	#onAdded: (undos: (() => Promise<void>)[]) => void;
	#stop: AbortController | undefined;
	#waiting: File[] = [];
	#taking: Promise<void> = Promise.resolve();
	total = $state(0);
	done = $state(0);
	troubles = $state.raw<readonly IntakeTrouble[]>([]);
	/** How many found no room. */
	withoutRoom = $state(0);
	readonly isBusy = $derived(this.total > 0);
	readonly hasTroubles = $derived(this.troubles.length > 0 || this.withoutRoom > 0);

	/** @param onAdded told once, when all are in, with a way back for each */
	constructor(
		add: (picture: PreparedPicture) => Promise<Taken>,
		onAdded: (undos: (() => Promise<void>)[]) => void
	) {
		this.#add = add;
		this.#onAdded = onAdded;
	}

	/** Chosen while others are still on their way, they wait their turn. */
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

	/** Once all that was chosen is in, or stopped; false when some of it was refused just now. */
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
		// what opens pictures comes once there is one to open
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

	/** What is already in stays; the others are left alone. */
	cancel = (): void => {
		this.#waiting = [];
		this.#stop?.abort();
	};

	/** The person has read what could not be taken. */
	close = (): void => {
		this.troubles = [];
		this.withoutRoom = 0;
	};
}
