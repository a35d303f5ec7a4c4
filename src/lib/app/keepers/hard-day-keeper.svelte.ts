import {
	isHardDay,
	noHardDay,
	parseHardDay,
	rowsTicked,
	turnedOff,
	turnedOn,
	withHelpedWords,
	withHelping,
	withRow,
	type HardDay,
	type HardDayRow,
	type Helping
} from '$lib/domain/hard-day';
import type { Instant } from '$lib/domain/local-day';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import { dayOf, now } from '$lib/platform/clock';
import { forgetHardDay, mirroredHardDay, mirrorHardDay } from '$lib/platform/mirror';
import { vibrateLightly } from '$lib/platform/vibrate';
import { commit, type Saying } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';

/** A little longer than storage may take to open. */
const patienceMs = 2500;

/**
 * "Just the minimum", followed live. It stays on until the person turns it off; where storage is blocked, the mirror
 * remembers it.
 */
export class HardDayKeeper {
	#services: Services;
	#mirrored = $state.raw<Instant>();
	readonly #live = followed(
		() => this.#services,
		({ hardDay }) => hardDay.observe(),
		noHardDay,
		({ hardDay }) => parseHardDay(hardDay)
	);
	readonly kept: HardDay = $derived(this.#live.value);
	readonly isReady: boolean = $derived(this.#live.isReady);
	readonly isOn: boolean = $derived(isHardDay(this.kept, this.#mirrored));
	readonly rows: readonly HardDayRow[] = $derived.by(() => rowsTicked(this.kept, this.#services.clock.today));
	/** The person felt ready for more today, so Today offers a soft start. */
	readonly isLanding: boolean = $derived.by(
		() =>
			!this.isOn && this.kept.readyAt !== undefined && dayOf(this.kept.readyAt) === this.#services.clock.today
	);

	constructor(services: Services) {
		this.#services = services;
	}

	open = async (): Promise<void> => {
		this.#mirrored = mirroredHardDay();
		await this.#services.gate.look();
	};

	/** Keeps the mirror equal to storage; for a screen that follows. */
	follow(): void {
		if (!this.isReady) return;
		if (!this.isOn) forgetHardDay();
		else if (this.kept.since !== undefined) mirrorHardDay(this.kept.since);
	}

	turnOn = (): Promise<Outcome> => {
		const at = now();
		// at once, and also where storage is blocked: the app must open here next time
		this.#mirror(at);
		return this.#change((kept) => turnedOn(kept, at));
	};

	/**
	 * Leaves the hard-day mode. Whatever storage does, or never does, the person goes on. The status line reports the
	 * change once they are on the next page and it is stored.
	 */
	turnOff = async (goOn: () => Promise<unknown>): Promise<void> => {
		const [at, since] = [now(), this.#mirrored ?? this.kept.since];
		this.#mirror(undefined);
		let isLeaving = false;
		const done = this.#change(
			(kept) => turnedOff(kept, at, since),
			{ key: 'hard-day.status.off' },
			() => this.#mirror(since)
		).then(() => {
			if (!isLeaving) this.#services.status.carry();
		});
		await Promise.race([done, new Promise((resolve) => setTimeout(resolve, patienceMs))]);
		isLeaving = true;
		await goOn();
	};

	/** The box itself shows the tick and takes it back: on a hard day nothing more is said. */
	tick = (row: HardDayRow, isDone: boolean): Promise<Outcome> => {
		const { clock, preferences } = this.#services;
		const { today } = clock;
		if (isDone && preferences.current.vibrates) vibrateLightly();
		return this.#change((kept) => withRow(kept, today, row, isDone));
	};

	showWhole = (isWhole: boolean): Promise<Outcome> =>
		this.#change(({ isWhole: _, ...kept }) => (isWhole ? { ...kept, isWhole } : kept));

	helped = (helping: Helping, isIn: boolean): Promise<Outcome> =>
		this.#change((kept) => withHelping(kept, helping, isIn), {
			key: isIn ? 'hard-day.status.helped' : 'shell.status.undone'
		});

	helpedWords = (_typed: string | undefined, over: TypedOver): Promise<Outcome> =>
		this.#change((kept) => withHelpedWords(kept, over(kept.helpedWords) ?? ''));

	#mirror(since: Instant | undefined): void {
		this.#mirrored = since;
		if (since === undefined) forgetHardDay();
		else mirrorHardDay(since);
	}

	#change(change: (kept: HardDay) => HardDay, saying?: Saying, onUndo?: () => void): Promise<Outcome> {
		return commit(
			this.#services,
			async ({ hardDay }) => {
				const undo = await hardDay.change(change);
				return async () => {
					await undo();
					onUndo?.();
				};
			},
			saying
		);
	}
}
