import { lookAtWords, type LockMinutes, type WordsKind } from '$lib/domain/lock';
import type { HeldKey } from '$lib/platform/held-key';
import { keepLockHabits, lockHabits } from '$lib/platform/lock-habits';
import { canPasskey, makePasskey } from '$lib/platform/passkey';
import { turnOff, turnOn } from '$lib/app/lock/turning';
import type { StorageGate } from '$lib/app/storage-gate.svelte';
import type { Lock, LockWays } from '$lib/storage/lock-types';

export type LockGate = Pick<StorageGate, 'key' | 'trouble' | 'open' | 'lock' | 'hold'>;

/** What is missing in what was typed; 'differs' is about the second field. */
export type Missing = 'empty' | 'notDigits' | 'shortPassphrase' | 'shortPin' | 'long' | 'differs';
/** What was just done, or did not work. */
export type Said =
	'change.done' | 'passkey.added' | 'passkey.removed' | 'passkey.unable' | 'off.done' | 'failed';

/** The lock in Settings: set up, changed, turned off. */
export class LockSetting {
	kind = $state<WordsKind>('passphrase');
	first = $state('');
	second = $state('');
	#gate: LockGate;
	#held: Pick<HeldKey, 'hold'>;
	#isAsked = $state.raw(false);
	#ways = $state.raw<LockWays>();
	#minutes = $state.raw<LockMinutes>(lockHabits().minutes);
	#work = $state.raw<'on' | 'off' | 'other'>();
	#progress = $state.raw<{ done: number; all: number }>();
	#recovery = $state.raw<string>();
	#said = $state.raw<Said>();
	#hasPasskeys = $state.raw(false);
	#canLock = $state.raw<boolean>();

	constructor(gate: LockGate, held: Pick<HeldKey, 'hold'>) {
		this.#gate = gate;
		this.#held = held;
	}

	start = async (): Promise<void> => {
		this.#hasPasskeys = await canPasskey();
		if (this.#gate.trouble === 'locked') return;
		const storage = await this.#gate.open();
		this.#canLock = storage.isDurable && this.#gate.trouble === undefined;
		await this.#look();
	};

	/** Undefined until it is known. */
	get canLock(): boolean | undefined {
		return this.#canLock;
	}

	get isLocked(): boolean {
		return this.#gate.trouble === 'locked' && !this.#work;
	}

	/** How it can be opened; undefined where no lock is on. */
	get ways(): LockWays | undefined {
		return this.#gate.key && this.#ways;
	}

	/** The device has something of its own that can open it, or there is a passkey already. */
	get hasPasskeys(): boolean {
		return this.#hasPasskeys || this.#passkeys.length > 0;
	}

	get #passkeys(): LockWays['passkeys'] {
		return this.#ways?.passkeys ?? [];
	}

	get hasPasskey(): boolean {
		return this.#passkeys.length > 0;
	}

	get minutes(): LockMinutes {
		return this.#minutes;
	}

	setMinutes = (minutes: LockMinutes): void => {
		this.#minutes = minutes;
		keepLockHabits({ ...lockHabits(), minutes });
	};

	/** What is being done; nothing else can begin meanwhile. */
	get work(): 'on' | 'off' | 'other' | undefined {
		return this.#work;
	}

	get progress(): { done: number; all: number } | undefined {
		return this.#progress;
	}

	/** The words of the recovery page, until the person has them. */
	get recovery(): string | undefined {
		return this.#recovery;
	}

	get said(): Said | undefined {
		return this.#said;
	}

	/** What is said below the fields, once they were sent. */
	readonly missing: Missing | undefined = $derived.by(() => (this.#isAsked ? this.#lookAt() : undefined));

	#lookAt(): Missing | undefined {
		const trouble = lookAtWords(this.kind, this.first);
		if (trouble === 'short') return this.kind === 'pin' ? 'shortPin' : 'shortPassphrase';
		if (trouble) return trouble;
		return this.first === this.second ? undefined : 'differs';
	}

	/** True where what was typed can be used; else what is missing is said. */
	#ask(): boolean {
		this.#isAsked = true;
		return !this.missing;
	}

	#typed(): string {
		const typed = this.first;
		this.first = this.second = '';
		this.#isAsked = false;
		return typed;
	}

	turnOn = async (): Promise<void> => {
		if (!this.#ask()) return;
		await this.#run('on', async () => {
			const { recovery, key } = await turnOn(this.#gate, this.first, this.kind, this.#onProgress);
			this.#typed();
			// pages that closed meanwhile open again
			this.#held.hold(key, true);
			this.#recovery = recovery;
		});
	};

	turnOff = (): Promise<void> =>
		this.#run('off', async () => {
			await turnOff(this.#gate, this.#onProgress);
			this.#said = 'off.done';
		});

	change = async (): Promise<void> => {
		if (!this.#ask()) return;
		await this.#with(async (lock) => {
			await lock.changeWords(this.first, this.kind);
			this.#typed();
			this.#said = 'change.done';
		});
	};

	newPage = (): Promise<void> =>
		this.#with(async (lock) => {
			this.#recovery = await lock.newRecovery();
		});

	addPasskey = (): Promise<void> =>
		this.#with(async (lock) => {
			const made = await makePasskey();
			if (made) await lock.addPasskey(made);
			this.#said = made ? 'passkey.added' : 'passkey.unable';
		});

	removePasskey = (): Promise<void> =>
		this.#with(async (lock) => {
			for (const { id } of this.#passkeys) await lock.removePasskey(id);
			this.#said = 'passkey.removed';
		});

	/** The person has the words of the recovery page: they are not shown again. */
	hasPage = (): Promise<void> =>
		this.#with(async (lock) => {
			await lock.hasPage();
			this.#recovery = undefined;
		});

	#onProgress = (done: number, all: number): void => {
		this.#progress = { done, all };
	};

	#with(act: (lock: Lock) => Promise<void>): Promise<void> {
		return this.#run('other', async () => act(await this.#gate.lock()));
	}

	async #run(work: 'on' | 'off' | 'other', act: () => Promise<void>): Promise<void> {
		if (this.#work) return;
		this.#said = this.#progress = undefined;
		this.#work = work;
		try {
			await act();
		} catch {
			this.#said = 'failed';
		}
		await this.#look();
		this.#progress = undefined;
		this.#work = undefined;
	}

	async #look(): Promise<void> {
		try {
			this.#ways = await (await this.#gate.lock()).ways();
			if (this.#ways) this.kind = this.#ways.words;
		} catch {
			// what is shown stays; the next visit reads it again
		}
	}
}
