/** Long enough to write a word, short enough to lose none. */
const saveEveryMs = 300;

/**
 * The one rule by which what is typed is kept: a moment after it was typed, not put off by the next key, so that a steady
 * typist is saved all along; and at once when the person leaves, in whatever way. What could not be kept waits, and is
 * tried again with the next key or when the person leaves.
 */
export class Autosave {
	#save: () => Promise<boolean>;
	#everyMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** How many times something was typed, and how many of them are kept. */
	#typed = 0;
	#kept = 0;
	/** The save that has not begun yet, and the one before it. */
	#next: Promise<boolean> | undefined;
	#last: Promise<boolean> = Promise.resolve(true);
	#underWay = 0;

	/** @param save keeps all that is there now; gives false where it could not */
	constructor(save: () => Promise<boolean>, everyMs = saveEveryMs) {
		this.#save = save;
		this.#everyMs = everyMs;
	}

	/** Something typed is not kept yet. */
	get isUnsaved(): boolean {
		return this.#typed !== this.#kept;
	}

	typed = (): void => {
		this.#typed += 1;
		this.#timer ??= setTimeout(() => void this.now(), this.#everyMs);
	};

	/** Keeps what waits, one save after the other; true once nothing waits. Begins before it gives anything back. */
	now = (): Promise<boolean> => {
		this.#stopTimer();
		if (this.#underWay === 0) return this.#begin();
		// one that has not begun takes along what was typed since it was asked for
		return (this.#next ??= this.#last.then(() => {
			this.#next = undefined;
			return this.#begin();
		}));
	};

	/** What waits is kept in another way, or needs not be any more. */
	settle = (): void => {
		this.#stopTimer();
		this.#kept = this.#typed;
	};

	/** Saves at once when the page goes, whatever is still under way; call what it gives back when the field goes. */
	attach = (): (() => void) => {
		const leaving = () => {
			// nothing runs any more once the page is gone: this one begins now, and cannot wait for the one before
			if (this.#underWay > 0 && this.isUnsaved) void this.#keep();
			void this.now();
		};
		addEventListener('pagehide', leaving);
		document.addEventListener('visibilitychange', leaving);
		return () => {
			removeEventListener('pagehide', leaving);
			document.removeEventListener('visibilitychange', leaving);
			leaving();
		};
	};

	#stopTimer(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
	}

	#begin(): Promise<boolean> {
		const keeping = this.isUnsaved ? this.#keep() : Promise.resolve();
		return (this.#last = keeping.then(() => !this.isUnsaved));
	}

	async #keep(): Promise<void> {
		const typed = this.#typed;
		this.#underWay += 1;
		// what ends last lies on disk
		if (await this.#save().catch(() => false)) this.#kept = typed;
		this.#underWay -= 1;
	}
}
