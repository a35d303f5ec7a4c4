import {
	isHardDay,
	noHardDay,
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
import type { MessageKey } from '$lib/i18n';
import { dayOf, now } from '$lib/platform/clock';
import { forgetHardDay, mirroredHardDay, mirrorHardDay } from '$lib/platform/mirror';
import type { Undo } from '$lib/storage/types';
import { live } from './live.svelte';
import type { Services } from './services.svelte';
import { sayDone, sayNotKept } from './starts';

/** "Just the minimum", followed live. It stays until the person says so, in the mirror too where storage is blocked. */
export class HardDayKeeper {
	#services: Services;
	#mirrored = $state.raw<Instant>();
	readonly #live = $derived.by(() => {
		const { storage } = this.#services.gate;
		return storage && live(storage.hardDay.observe());
	});
	readonly kept: HardDay = $derived(this.#live?.value ?? noHardDay);
	/** Where nothing was ever kept there is nothing to wait for. */
	readonly isReady: boolean = $derived.by(() => this.#services.gate.isFresh || Boolean(this.#live?.isReady));
	readonly isOn: boolean = $derived(isHardDay(this.kept, this.#mirrored));
	readonly rows: readonly HardDayRow[] = $derived.by(() => rowsTicked(this.kept, this.#services.clock.today));
	/** Felt ready for more today: Today offers to begin softly. */
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

	/** Makes the mirror say what storage says; for a screen that follows. */
	follow(): void {
		if (!this.isReady) return;
		if (!this.isOn) forgetHardDay();
		else if (this.kept.since !== undefined) mirrorHardDay(this.kept.since);
	}

	turnOn = (): Promise<boolean> => {
		const at = now();
		// at once, and where storage is blocked too: the app must open here again
		this.#mirror(at);
		return this.#change((kept) => turnedOn(kept, at));
	};

	/** Ready for more. Whatever storage does, the person goes on; what was done is said once they are there. */
	turnOff = async (goOn: () => Promise<unknown>): Promise<void> => {
		const [at, since] = [now(), this.#mirrored ?? this.kept.since];
		this.#mirror(undefined);
		const { say } = await this.#write(
			(kept) => turnedOff(kept, at, since),
			'hard-day.status.off',
			() => this.#mirror(since)
		);
		await goOn();
		say();
	};

	/** The box itself says it, and takes it back: on a hard day nothing more is said. */
	tick = (row: HardDayRow, isDone: boolean): Promise<boolean> => {
		const { today } = this.#services.clock;
		return this.#change((kept) => withRow(kept, today, row, isDone));
	};

	showWhole = (isWhole: boolean): Promise<boolean> =>
		this.#change(({ isWhole: _, ...kept }) => (isWhole ? { ...kept, isWhole } : kept));

	helped = (helping: Helping, isIn: boolean): Promise<boolean> =>
		this.#change(
			(kept) => withHelping(kept, helping, isIn),
			isIn ? 'hard-day.status.helped' : 'shell.status.undone'
		);

	helpedWords = (words: string | undefined): Promise<boolean> =>
		this.#change((kept) => withHelpedWords(kept, words ?? '')).then(
			// kept only until the page closes is not saved
			(isKept) => isKept && this.#services.gate.trouble === undefined
		);

	#mirror(since: Instant | undefined): void {
		this.#mirrored = since;
		if (since === undefined) forgetHardDay();
		else mirrorHardDay(since);
	}

	/** False when it could not be kept, which it then says. */
	async #change(change: (kept: HardDay) => HardDay, saying?: MessageKey): Promise<boolean> {
		const { isKept, say } = await this.#write(change, saying);
		say();
		return isKept;
	}

	async #write(
		change: (kept: HardDay) => HardDay,
		saying?: MessageKey,
		onUndo?: () => void
	): Promise<{ isKept: boolean; say: () => void }> {
		const storage = await this.#services.gate.open();
		try {
			const takeBack = await storage.hardDay.change(change);
			const undo: Undo = async () => {
				await takeBack();
				onUndo?.();
			};
			const say = () => saying && sayDone(this.#services, storage, { key: saying, undo });
			return { isKept: true, say };
		} catch (error) {
			return { isKept: false, say: () => sayNotKept(this.#services, error) };
		}
	}
}
