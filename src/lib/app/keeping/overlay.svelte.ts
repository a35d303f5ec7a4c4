import type { Outcome } from '$lib/domain/outcome';
import type { Followed } from './followed.svelte';

type Told<T> = Pick<Followed<T>, 'value' | 'turn'>;
type Change<T> = (value: T) => T;

/** What is kept, with what was changed here laid over it: shown at once, before it is on disk, and without a flicker. */
export class Overlay<T> {
	#kept: () => Told<T>;
	#belongs: (written: T, kept: T) => boolean;
	#laid = $state.raw<readonly Change<T>[]>([]);
	/** Could not be kept, and counts on this page all the same: it goes along with the next change. */
	#owed: readonly { change: Change<T>; lift: () => void }[] = [];
	/** As the last change left it, until storage tells of it. */
	#written = $state.raw<{ value: T; turn: number }>();
	readonly value: T = $derived.by(() => {
		const { value, turn } = this.#kept();
		const written = this.#written;
		const isFresher = written?.turn === turn && this.#belongs(written.value, value);
		return this.#laid.reduce((latest, change) => change(latest), isFresher ? written.value : value);
	});

	/** @param belongs is what was written of the same thing as what is kept? Another day may have begun. */
	constructor(kept: () => Told<T>, belongs: (written: T, kept: T) => boolean = () => true) {
		this.#kept = kept;
		this.#belongs = belongs;
	}

	/** Lays a change over what is kept. Gives the way to lift it again. */
	lay = (change: Change<T>): (() => void) => {
		this.#laid = [...this.#laid, change];
		return () => {
			this.#laid = this.#laid.filter((each) => each !== change);
		};
	};

	/**
	 * Shows a change while it is written. One that could not be kept is lifted again.
	 * @param write writes with the function it is given
	 * @param isOwed one that could not be kept stays, and is written with the next
	 */
	during = async (
		change: Change<T>,
		write: (change: Change<T>) => Promise<Outcome>,
		isOwed = false
	): Promise<Outcome> => {
		const lift = this.lay(change);
		const owed = this.#owed;
		let written: { value: T } | undefined;
		const outcome = await write((value) => {
			written = {
				value: [...owed.map((each) => each.change), change].reduce((latest, next) => next(latest), value)
			};
			return written.value;
		});
		if (outcome !== 'failed' && written) {
			this.#written = { ...written, turn: this.#kept().turn };
			for (const each of owed) each.lift();
			this.#owed = this.#owed.filter((each) => !owed.includes(each));
		}
		if (outcome === 'failed' && isOwed) this.#owed = [...this.#owed, { change, lift }];
		else lift();
		return outcome;
	};
}
