import type { MessageKey, MessageValues } from '$lib/i18n';

/** The one status line of the app: what was just done, and how to undo it. */
export interface StatusLine {
	key: MessageKey;
	values?: MessageValues;
	tone?: 'calm' | 'trouble';
	/** Undo also stands beside what was done: the line goes after a while. */
	isBeside?: true;
	/** Reported while nobody was looking: it stays until it was read. */
	stays?: true;
	/** Returns 'failed' when undoing failed; it has then reported that itself. */
	undo?: (() => unknown) | undefined;
}

export class Status {
	#line = $state.raw<StatusLine>();
	#turn = $state.raw(0);
	#next: StatusLine | undefined;
	/** Moves the line to where it covers nothing, on a page with a form; without it, it stands at the foot of the page. */
	place: ((line: HTMLElement) => void) | undefined;

	get line(): StatusLine | undefined {
		return this.#line;
	}

	/** Changes with every line, so that repeated words are read out again. */
	get turn(): number {
		return this.#turn;
	}

	say = (line: StatusLine): void => {
		this.#line = line;
		this.#turn += 1;
	};

	/** The person goes on to another page: keep the current line for that page. */
	carry = (): void => {
		this.#next = this.#line;
		this.#line = undefined;
	};

	/** Another page has opened: the line of the previous one goes. */
	arrived = (): void => {
		const next = this.#next;
		this.clear();
		if (next) this.say(next);
	};

	undo = async (): Promise<void> => {
		const undo = this.#line?.undo;
		this.#line = undefined;
		if (!undo) return;
		try {
			if ((await undo()) !== 'failed') this.say({ key: 'shell.status.undone' });
		} catch {
			this.say({ key: 'shell.storage.failed', tone: 'trouble', undo });
		}
	};

	clear = (): void => {
		this.#line = this.#next = undefined;
	};
}
