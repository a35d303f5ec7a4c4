import type { Status, StatusLine } from '$lib/app/status.svelte';

/** Long enough to notice a slip, too short for whoever sits here next. */
const offeredMs = 60_000;

/**
 * The undo of "Clear all", held in memory only, and dropped as soon as anything suggests another person: a key, a
 * print, another page, or a minute.
 */
export class ShortUndo {
	#status: Status;
	#line: StatusLine | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(status: Status) {
		this.#status = status;
	}

	offer(line: StatusLine): void {
		this.forget();
		this.#line = line;
		this.#status.say(line);
		this.#timer = setTimeout(this.forget, offeredMs);
	}

	forget = (): void => {
		clearTimeout(this.#timer);
		if (this.#line && this.#status.line === this.#line) this.#status.clear();
		this.#line = undefined;
	};

	/** Watches until the page is left. */
	watch = (): (() => void) => {
		const signs = ['input', 'beforeprint', 'pagehide'] as const;
		for (const sign of signs) addEventListener(sign, this.forget);
		return () => {
			for (const sign of signs) removeEventListener(sign, this.forget);
			this.forget();
		};
	};
}
