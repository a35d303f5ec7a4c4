import type { Gated } from '$lib/app/copies/types';
import { isMotionReduced } from '$lib/platform/motion';
import { drawCode, type DrawnCode } from '$lib/platform/qr';

/** How long each code stands when they turn by themselves: long enough for a slow camera. */
export const turnsEveryMs = 2500;

/** A row of codes on the screen of the old phone: one at a time, by hand or by itself. */
export class CodeRow {
	#codes = $state.raw<readonly string[]>([]);
	#place = $state.raw(0);
	#drawn = $state.raw<DrawnCode>();
	#trouble = $state.raw<'nothing' | 'tooMuch' | 'failed'>();
	#timer: ReturnType<typeof setInterval> | undefined;
	#isTurning = $state.raw(false);

	get count(): number {
		return this.#codes.length;
	}

	/** From 0. */
	get place(): number {
		return this.#place;
	}

	get drawn(): DrawnCode | undefined {
		return this.#drawn;
	}

	get trouble(): 'nothing' | 'tooMuch' | 'failed' | undefined {
		return this.#trouble;
	}

	get isTurning(): boolean {
		return this.#isTurning;
	}

	show = async (services: Gated): Promise<void> => {
		this.#trouble = undefined;
		try {
			const { codesHere } = await import('$lib/app/copies/codes');
			const made = await codesHere(services);
			if (typeof made === 'string') {
				this.#trouble = made;
				return;
			}
			this.#codes = made;
			await this.to(0);
			if (made.length > 1 && !isMotionReduced()) this.turn();
		} catch {
			this.#trouble = 'failed';
		}
	};

	/** The code at this place; past the last comes the first. */
	to = async (place: number): Promise<void> => {
		const { length } = this.#codes;
		if (length === 0) return;
		this.#place = (place + length) % length;
		const drawn = await drawCode(this.#codes[this.#place]!);
		// a later one overtook it
		if (length === this.#codes.length && (place + length) % length === this.#place) this.#drawn = drawn;
	};

	turn = (): void => {
		this.pause();
		this.#isTurning = true;
		this.#timer = setInterval(() => void this.to(this.#place + 1), turnsEveryMs);
	};

	pause = (): void => {
		clearInterval(this.#timer);
		this.#isTurning = false;
	};

	hide = (): void => {
		this.pause();
		this.#codes = [];
		this.#drawn = undefined;
	};
}
