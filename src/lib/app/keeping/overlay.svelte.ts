import type { Outcome } from '$lib/domain/outcome';
import type { Followed } from './followed.svelte';

type Told<T> = Pick<Followed<T>, 'value' | 'turn'>;
type Change<T> = (value: T) => T;

/** A stored value with local changes laid over it: shown at once, before they are on disk, and without flicker. */
export class Overlay<T> {
	#kept: () => Told<T>;
	#belongs: (written: T, kept: T) => boolean;
	#laid = $state.raw<readonly Change<T>[]>([]);
	/** Changes that could not be saved but still show on this page: they are written with the next change. */
	#owed: readonly { change: Change<T>; lift: () => void }[] = [];
	/** The value as the last change left it, until storage delivers it. */
	#written = $state.raw<{ value: T; turn: number }>();
	readonly value: T = $derived.by(() => {
		const { value, turn } = this.#kept();
		const written = this.#written;
		const isFresher = written?.turn === turn && this.#belongs(written.value, value);
		return this.#laid.reduce((latest, change) => change(latest), isFresher ? written.value : value);
	});

	/**
	 * @param belongs whether the written value is about the same thing as the stored one (another day may have begun)
	 */
	constructor(kept: () => Told<T>, belongs: (written: T, kept: T) => boolean = () => true) {
		this.#kept = kept;
		this.#belongs = belongs;
	}

	/** Lays a change over the stored value. Returns a function that removes it again. */
	lay = (change: Change<T>): (() => void) => {
		this.#laid = [...this.#laid, change];
		return () => {
			this.#laid = this.#laid.filter((each) => each !== change);
		};
	};

	/**
	 * Shows a change while it is written, and removes it when writing fails.
	 * @param write writes with the function it is given
	 * @param isOwed whether a failed change stays on screen and is written with the next one
	 */
	during = async (
		change: Change<T>,
		write: (change: Change<T>) => Promise<Outcome>,
		isOwed = false
	): Promise<Outcome> => {
		const lift = this.lay(change);
		const owed = this.#owed;
		let written: { value: T; turn: number } | undefined;
		const outcome = await write((value) => {
			written = {
				value: [...owed.map((each) => each.change), change].reduce((latest, next) => next(latest), value),
				// of now: what is delivered before the answer comes is newer, and may be from another tab
				turn: this.#kept().turn
			};
			return written.value;
		});
		if (outcome !== 'failed' && written) {
			this.#written = written;
			for (const each of owed) each.lift();
			this.#owed = this.#owed.filter((each) => !owed.includes(each));
		}
		if (outcome === 'failed' && isOwed) this.#owed = [...this.#owed, { change, lift }];
		else lift();
		return outcome;
	};
}
