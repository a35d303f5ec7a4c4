import type { LockSession } from '$lib/app/lock/lock-session.svelte';
import type { WordsKind } from '$lib/domain/lock';
import { sinceStart } from '$lib/platform/clock';
import { askPasskey } from '$lib/platform/passkey';
import type { LockWays, OpeningBy } from '$lib/storage/lock-types';

export type Said = 'wrong' | 'wrongPasskey' | 'empty' | 'failed' | 'pause' | 'again';

const lookEveryMs = 250;

/** Opens the lock: one field, one try at a time, and a short pause after several wrong ones. */
export class Opening {
	typed = $state('');
	#lock: Pick<LockSession, 'open' | 'pause' | 'ways' | 'wrong'>;
	#way = $state.raw<'words' | 'recovery'>('words');
	#ways = $state.raw<LockWays>();
	#isBusy = $state.raw(false);
	#said = $state.raw<Said>();
	#seconds = $state.raw(0);
	/** So many wrong tries the pause is for. */
	#wrong = 0;
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(lock: Pick<LockSession, 'open' | 'pause' | 'ways' | 'wrong'>) {
		this.#lock = lock;
	}

	/** Reads how it can be opened, and whether a pause is still running. Returns a function that ends it. */
	start = (): (() => void) => {
		this.#wait();
		void this.#lock.ways().then(
			(ways) => (this.#ways = ways),
			() => undefined
		);
		return () => clearInterval(this.#timer);
	};

	get way(): 'words' | 'recovery' {
		return this.#way;
	}

	get kind(): WordsKind {
		return this.#ways?.words ?? 'passphrase';
	}

	/** Its ways are known: before that, nobody is asked for a PIN who has none. */
	get isReady(): boolean {
		return this.#ways !== undefined;
	}

	get hasPasskey(): boolean {
		return (this.#ways?.passkeys.length ?? 0) > 0;
	}

	get isBusy(): boolean {
		return this.#isBusy;
	}

	/** What is said below the field. */
	get said(): Said | undefined {
		return this.#said;
	}

	/** Whole seconds until the next try. */
	get seconds(): number {
		return this.#seconds;
	}

	choose = (way: 'words' | 'recovery'): void => {
		this.#way = way;
		this.typed = '';
		this.#said = undefined;
	};

	/** What was typed stays, to be mended. */
	submit = (): Promise<void> => {
		const typed = this.typed;
		if (typed.trim() === '') {
			this.#said = 'empty';
			return Promise.resolve();
		}
		return this.#try(this.#way === 'words' ? { words: typed } : { recovery: typed }, 'wrong');
	};

	passkey = async (): Promise<void> => {
		if (this.#isBusy || !this.#ways) return;
		const answer = await askPasskey(this.#ways.passkeys);
		if (answer) await this.#try(answer, 'wrongPasskey');
		else this.#said = 'wrongPasskey';
	};

	async #try(by: OpeningBy, ifWrong: Said): Promise<void> {
		if (this.#isBusy) return;
		// another page tried meanwhile
		if (this.#lock.wrong !== this.#wrong) this.#wait();
		if (this.#seconds > 0) {
			this.#said = 'pause';
			return;
		}
		this.#isBusy = true;
		this.#said = undefined;
		try {
			if (await this.#lock.open(by)) this.typed = '';
			else {
				this.#said = ifWrong;
				this.#wait();
			}
		} catch {
			this.#said = 'failed';
		}
		this.#isBusy = false;
	}

	/** Counts down by a clock that nobody can set. */
	#wait(): void {
		clearInterval(this.#timer);
		this.#wrong = this.#lock.wrong;
		const until = sinceStart() + this.#lock.pause;
		const look = () => {
			this.#seconds = Math.max(0, Math.ceil((until - sinceStart()) / 1000));
			if (this.#seconds > 0) return;
			clearInterval(this.#timer);
			if (this.#said === 'pause') this.#said = 'again';
		};
		look();
		if (this.#seconds > 0) this.#timer = setInterval(look, lookEveryMs);
	}
}
