import { bringHabits } from '$lib/app/bring-habits';
import { commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import type { OtherApp } from '$lib/app/other-apps';
import { stepOfHabit, type BroughtHabit } from '$lib/domain/brought-habits';

/** Habits of another program on their way in: looked at first, brought in all at once or not at all, with a way back. */
export class OtherAppFile {
	#services: Services;
	/** What the file is; undefined before one was chosen. */
	file = $state.raw<OtherApp>();
	#left = $state.raw<readonly BroughtHabit[]>([]);
	#isBusy = $state.raw(false);
	#undo = $state.raw<() => unknown>();
	readonly #steps = followed(
		() => this.#services,
		({ plan }) => plan.observe(),
		[]
	);

	constructor(services: Services) {
		this.#services = services;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	readonly isReady: boolean = $derived.by(() => this.#steps.isReady);
	readonly habits: readonly BroughtHabit[] = $derived.by(() =>
		this.file?.kind === 'habits' ? this.file.habits : []
	);
	readonly chosen: readonly BroughtHabit[] = $derived.by(() =>
		this.habits.filter((habit) => !this.#left.includes(habit))
	);
	/** It was brought in, and can be taken out again. */
	get isIn(): boolean {
		return this.#undo !== undefined;
	}

	read = async (file: Blob, name: string): Promise<void> => {
		if (this.#isBusy) return;
		this.#isBusy = true;
		this.#undo = undefined;
		this.#left = [];
		try {
			const { readOtherApp } = await import('$lib/app/other-apps');
			this.file = await readOtherApp(file, name, this.#services.clock.today);
			await this.#services.gate.look();
		} finally {
			this.#isBusy = false;
		}
	};

	/** There is a step of the same words: the days go to that one. */
	isKnown = (habit: BroughtHabit): boolean => stepOfHabit(habit, this.#steps.value) !== undefined;

	isChosen = (habit: BroughtHabit): boolean => !this.#left.includes(habit);

	choose = (habit: BroughtHabit, isWanted: boolean): void => {
		const others = this.#left.filter((each) => each !== habit);
		this.#left = isWanted ? others : [...others, habit];
	};

	bring = async (): Promise<void> => {
		if (this.#isBusy || this.chosen.length === 0) return;
		this.#isBusy = true;
		const { chosen } = this;
		try {
			const outcome = await commit(
				this.#services,
				async (storage) => {
					const undo = await bringHabits(storage, chosen);
					this.#undo = undo;
					return async () => {
						await undo();
						this.#undo = undefined;
					};
				},
				{ key: 'shell.status.added' }
			);
			if (outcome === 'failed') this.#undo = undefined;
		} finally {
			this.#isBusy = false;
		}
	};

	takeBack = (): Promise<unknown> => {
		const undo = this.#undo;
		return commit(
			this.#services,
			async () => {
				await undo?.();
				this.#undo = undefined;
			},
			{ key: 'shell.status.undone' }
		);
	};

	/** Nothing of it is wanted. */
	leave = (): void => {
		this.file = undefined;
		this.#undo = undefined;
	};
}
