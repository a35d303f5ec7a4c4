import { now } from '$lib/platform/clock';

const idleMs = 15 * 60_000;
/** How long before the end the person is asked. */
const warningMs = 60_000;
const lookEveryMs = 1000;
const signs = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/**
 * Notices that nobody writes any more. It looks at the clock rather than waiting for a timer: a computer that slept
 * for an hour is found idle as soon as it wakes.
 */
export class IdleWatch {
	#last = 0;
	/** Whole seconds until the end, once the warning is due. */
	secondsLeft = $state.raw<number | undefined>();

	/** @param hasSomething is there anything to clear? */
	start(hasSomething: () => boolean, onIdle: () => void): () => void {
		this.stay();
		const seen = () => {
			// while the question stands, only its answer counts
			if (this.secondsLeft === undefined) this.#last = now();
		};
		const look = () => {
			const left = idleMs - (now() - this.#last);
			if (!hasSomething()) this.stay();
			else if (left <= 0) {
				this.stay();
				onIdle();
			} else this.secondsLeft = left <= warningMs ? Math.ceil(left / 1000) : undefined;
		};
		for (const sign of signs) addEventListener(sign, seen, { passive: true });
		const timer = setInterval(look, lookEveryMs);
		document.addEventListener('visibilitychange', look);
		return () => {
			for (const sign of signs) removeEventListener(sign, seen);
			document.removeEventListener('visibilitychange', look);
			clearInterval(timer);
		};
	}

	/** Someone is there. */
	stay = (): void => {
		this.#last = now();
		this.secondsLeft = undefined;
	};
}
