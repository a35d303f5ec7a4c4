import type { MessageKey, MessageValues } from '$lib/i18n';

/** One line for the whole app: what was just done, and how to undo it. */
export interface StatusLine {
	key: MessageKey;
	values?: MessageValues;
	tone?: 'calm' | 'trouble';
	/** Said while nobody was there: it waits until it is read. */
	stays?: true;
	/** Gives false when it could not, and has said so. */
	undo?: () => unknown;
}

export class Status {
	#line = $state.raw<StatusLine>();
	#turn = $state.raw(0);

	get line(): StatusLine | undefined {
		return this.#line;
	}

	/** Changes with every line, so that the same words are read out again. */
	get turn(): number {
		return this.#turn;
	}

	say(line: StatusLine): void {
		this.#line = line;
		this.#turn += 1;
	}

	undo = async (): Promise<void> => {
		const undo = this.#line?.undo;
		this.#line = undefined;
		if (!undo) return;
		try {
			if ((await undo()) !== false) this.say({ key: 'shell.status.undone' });
		} catch {
			this.say({ key: 'shell.status.notSaved', tone: 'trouble', undo });
		}
	};

	clear = (): void => {
		this.#line = undefined;
	};
}
