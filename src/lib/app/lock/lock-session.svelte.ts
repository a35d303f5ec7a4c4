import { tick } from 'svelte';
import {
	locksNow,
	pauseLeft,
	withWrong,
	type Away,
	type LockHabits,
	type LockMinutes
} from '$lib/domain/lock';
import { now, sinceStart } from '$lib/platform/clock';
import type { HeldKey } from '$lib/platform/held-key';
import { endEarlyHeld } from '$lib/platform/early-held';
import { keepLockHabits, lockHabits } from '$lib/platform/lock-habits';
import { saveAllTyped } from '$lib/platform/save-all';
import { reasonOf } from '$lib/storage/storage-error';
import type { StorageGate } from '$lib/app/storage-gate.svelte';
import type { DataKey, LockWays, OpeningBy } from '$lib/storage/lock-types';

const signs = ['pointerdown', 'keydown', 'input', 'wheel', 'scroll'] as const;
const lookEveryMs = 5_000;
/** Other pages hear of a touch this often. */
const tellEveryMs = 5_000;
/** What is typed has this long to be saved, while nothing shows, before Envol locks all the same. */
const saveLimitMs = 10_000;

const moment = () => ({ at: now(), since: sinceStart() });
type Moment = ReturnType<typeof moment>;
/** How long ago, in ms: one clock may be set back, the other stands still while the device sleeps. */
const ago = ({ at, since }: Moment) => Math.max(now() - at, sinceStart() - since);

/** How far a turning on or off that was cut short has come. */
export interface Progress {
	done: number;
	all: number;
}

export type LockGate = Pick<StorageGate, 'key' | 'trouble' | 'lock' | 'unlocked' | 'untilKey' | 'hold'>;
export type KeyPlace = Pick<HeldKey, 'ask' | 'hold' | 'here' | 'forget' | 'drop' | 'follow'>;

/** The lock while this page is open: who has its key, when it closes by itself, and what opens it again. */
export class LockSession {
	#gate: LockGate;
	#held: KeyPlace;
	#habits = $state.raw<LockHabits>(lockHabits());
	#progress = $state.raw<Progress>();
	/** The person opened it here: other pages may be waiting for the key. */
	#isNew = false;
	#seen = moment();
	#hidden: Moment | undefined;
	/** When it was last closed, as this page opened it. */
	#lockedAt: number | undefined;
	#toldAt = -tellEveryMs;
	#closing: Promise<void> | undefined;

	constructor(gate: LockGate, held: KeyPlace) {
		this.#gate = gate;
		this.#held = held;
	}

	/** Follows other pages. Returns a function that ends it. */
	start = (): (() => void) => {
		this.#held.follow({
			onKey: (key) => {
				if (this.#gate.trouble === 'locked') void this.#unlock(key).catch(() => undefined);
			},
			onLock: this.#shut,
			onHere: () => (this.#seen = moment()),
			isFresh: () => !this.#isAway() && !this.#wasLocked()
		});
		return () => this.#held.follow(undefined);
	};

	/** The lock is open, with this key; watches from now on whether it has to close. Returns a function that ends it. */
	opened = (key: DataKey): (() => void) => {
		this.#seen = moment();
		this.#lockedAt = this.#latest().lockedAt;
		this.#held.hold(key, this.#isNew);
		endEarlyHeld();
		this.#isNew = false;
		const stop = this.#watch();
		return () => {
			stop();
			this.#held.drop();
		};
	};

	/** While something that was cut short is done to its end. */
	get progress(): Progress | undefined {
		return this.#progress;
	}

	get minutes(): LockMinutes {
		return this.#habits.minutes;
	}

	setMinutes = (minutes: LockMinutes): void => this.#keep({ minutes });

	/** In ms, until the next try. */
	get pause(): number {
		const { tries } = this.#latest();
		return tries ? pauseLeft(tries, now()) : 0;
	}

	/** Wrong tries in a row, in any page. */
	get wrong(): number {
		return this.#latest().tries?.wrong ?? 0;
	}

	ways = async (): Promise<LockWays> => (await this.#gate.lock()).ways();

	/**
	 * The person opens it. Resolves to false where that was wrong: the next try may have to wait then.
	 * @throws where it cannot be read now
	 */
	open = async (by: OpeningBy): Promise<boolean> => {
		const lock = await this.#gate.lock();
		let key: DataKey;
		try {
			key = await lock.open(by);
		} catch (error) {
			if (reasonOf(error) !== 'wrongKey') throw error;
			this.#keep({ tries: withWrong(this.#latest().tries ?? { wrong: 0 }, now()) });
			return false;
		}
		this.#keep({ tries: undefined });
		this.#isNew = true;
		await this.#unlock(key);
		return true;
	};

	/** What is typed is saved first; then nothing is open any more, in this page or any other. */
	lockNow = (): Promise<void> => this.#close(() => Promise.resolve(undefined));

	#close(another: () => Promise<DataKey | undefined>): Promise<void> {
		this.#closing ??= this.#closed(another).finally(() => (this.#closing = undefined));
		return this.#closing;
	}

	/** @param another asks whether somebody is at another page, where it stays open; then it opens here again */
	async #closed(another: () => Promise<DataKey | undefined>): Promise<void> {
		if (!this.#gate.key) return;
		cover();
		const isTooLong = new Promise((resolve) => setTimeout(resolve, saveLimitMs));
		await Promise.race([saveAllTyped().catch(() => undefined), isTooLong]);
		this.#shut();
		this.#held.drop();
		// what was on the page is gone with this
		await tick();
		uncover();
		const key = await another();
		if (key) await this.#unlock(key).catch(() => undefined);
		else {
			this.#keep({ lockedAt: now() });
			this.#held.forget();
		}
	}

	/** From now on nothing of what is stored can be read here, until somebody opens the lock again. */
	#shut = (): void => {
		if (!this.#gate.key) return;
		void this.#gate.hold((storage) => {
			storage.lock.lockNow();
			return this.#gate.untilKey(storage);
		});
	};

	async #unlock(key: DataKey): Promise<void> {
		const lock = await this.#gate.lock();
		try {
			await lock.use(key, (done, all) => (this.#progress = { done, all }));
		} finally {
			this.#progress = undefined;
		}
		await this.#gate.unlocked(key);
	}

	/** As other pages left it. */
	#latest(): LockHabits {
		return lockHabits();
	}

	#keep(changed: Partial<LockHabits>): void {
		this.#habits = { ...this.#latest(), ...changed };
		keepLockHabits(this.#habits);
	}

	#isAway(): boolean {
		const untouchedMs = ago(this.#seen);
		const away: Away = {
			untouchedMs,
			hiddenMs: this.#hidden && Math.min(ago(this.#hidden), untouchedMs)
		};
		return locksNow(this.#latest().minutes, away);
	}

	/** Another page was locked since this one opened it, and this one may have been asleep when it was told. */
	#wasLocked(): boolean {
		return this.#latest().lockedAt !== this.#lockedAt;
	}

	/** Follows whether somebody is here, by the times that passed: a device that slept counts what it slept. */
	#watch(): () => void {
		const seen = () => {
			this.#seen = moment();
			if (this.#seen.since - this.#toldAt < tellEveryMs) return;
			this.#toldAt = this.#seen.since;
			this.#held.here();
		};
		const look = () => {
			// somebody may be at another page, and this one was asleep when it said so
			if (this.#isAway()) void this.#close(() => this.#held.ask());
		};
		const turned = async () => {
			if (document.visibilityState === 'hidden') {
				this.#hidden = moment();
				// the picture that the system keeps of this page, and the first one after a sleep, show nothing of it
				return cover();
			}
			// it was locked elsewhere while this page slept
			if (this.#wasLocked()) this.#shut();
			else if (this.#isAway()) await this.#close(() => this.#held.ask());
			this.#hidden = undefined;
			uncover();
		};
		const listener = () => void turned();
		for (const sign of signs) addEventListener(sign, seen, { passive: true, capture: true });
		document.addEventListener('visibilitychange', listener);
		const timer = setInterval(look, lookEveryMs);
		return () => {
			for (const sign of signs) removeEventListener(sign, seen, { capture: true });
			document.removeEventListener('visibilitychange', listener);
			clearInterval(timer);
			if (document.visibilityState === 'visible') uncover();
		};
	}
}

const main = () => document.getElementById('main')?.style;
const cover = () => main()?.setProperty('visibility', 'hidden');
const uncover = () => main()?.removeProperty('visibility');
