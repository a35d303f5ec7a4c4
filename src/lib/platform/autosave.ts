import { fields } from './save-all';

/** Long enough to write a word, short enough to lose none. */
const saveEveryMs = 300;

/**
 * The one rule for saving what is typed: shortly after a key press, never postponed by the next one, so that steady
 * typing is saved all along; and at once when the person leaves, in whatever way. What could not be saved waits, and
 * is tried again with the next key press or when the person leaves.
 */
export class Autosave {
	#save: () => Promise<boolean>;
	#everyMs: number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** How many times something was typed, and up to which time it is saved. */
	#typed = 0;
	#kept = 0;
	/** The save that has not started yet, and the one before it. */
	#next: Promise<boolean> | undefined;
	#last: Promise<boolean> = Promise.resolve(true);
	#underWay = 0;

	/** @param save saves everything that is there now; resolves to false where it could not */
	constructor(save: () => Promise<boolean>, everyMs = saveEveryMs) {
		this.#save = save;
		this.#everyMs = everyMs;
	}

	/** Something typed is not saved yet. */
	get isUnsaved(): boolean {
		return this.#typed !== this.#kept;
	}

	typed = (): void => {
		this.#typed += 1;
		this.#timer ??= setTimeout(() => void this.now(), this.#everyMs);
	};

	/**
	 * Saves what waits, one save after the other; resolves to true once nothing waits. The save starts before this
	 * returns.
	 */
	now = (): Promise<boolean> => {
		this.#stopTimer();
		if (this.#underWay === 0) return this.#begin();
		// a save that has not started yet includes everything typed since it was requested
		return (this.#next ??= this.#last.then(() => {
			this.#next = undefined;
			return this.#begin();
		}));
	};

	/** What waits is saved in another way, or no longer needs to be. */
	settle = (): void => {
		removeEventListener('beforeunload', this.#stay);
		this.#stopTimer();
		this.#kept = this.#typed;
	};

	/**
	 * Saves at once when the page goes, even while another save runs; call the returned function when the field is
	 * removed.
	 */
	attach = (): (() => void) => {
		const leaving = () => {
			// nothing runs once the page is gone: this save starts now and cannot wait for the one before
			if (this.#underWay > 0 && this.isUnsaved) void this.#keep();
			void this.now();
		};
		const tapped = () => void (this.isUnsaved && this.now());
		// a tap may follow a link, and Safari writes nothing any more for a page that it stores for the way back
		addEventListener('click', tapped, { capture: true });
		// in the capture phase: after it the database closes, in a page that is stored for the way back
		addEventListener('pagehide', leaving, { capture: true });
		document.addEventListener('visibilitychange', leaving);
		fields.add(this.now);
		return () => {
			fields.delete(this.now);
			removeEventListener('click', tapped, { capture: true });
			removeEventListener('pagehide', leaving, { capture: true });
			document.removeEventListener('visibilitychange', leaving);
			leaving();
			void this.#last.then(() => removeEventListener('beforeunload', this.#stay));
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
		// the save that ends last is the one on disk
		const isSaved = await this.#save().catch(() => false);
		if (isSaved) this.#kept = typed;
		else addEventListener('beforeunload', this.#stay);
		this.#underWay -= 1;
		if (!this.isUnsaved) removeEventListener('beforeunload', this.#stay);
	}

	/** What could not be saved: the browser asks before the page goes. */
	#stay = (event: Event): void => event.preventDefault();
}
