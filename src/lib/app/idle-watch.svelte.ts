import { now, sinceStart } from '$lib/platform/clock';

const idleMs = 15 * 60_000;
/** How long before the end the person is asked. */
const warningMs = 60_000;
const lookEveryMs = 1000;
const signs = ['pointerdown', 'keydown', 'input', 'wheel'] as const;

/**
 * Notices that nobody is at the page. Time away is added up between checks: a computer that slept was away for as
 * long as the wall clock says, and a clock that was set back takes nothing away. However long one interval is, the
 * question is asked first and stays for its whole minute.
 */
export class IdleWatch {
	#awayMs = 0;
	#lastWall = 0;
	#lastTick = 0;
	/** Whole seconds until the end, once the warning is shown. */
	secondsLeft = $state.raw<number | undefined>();

	/** @param hasSomething whether there is anything to clear */
	start(hasSomething: () => boolean, onIdle: () => void): () => void {
		this.stay();
		const seen = () => {
			// while the question is shown, only its answer counts
			if (this.secondsLeft === undefined) this.stay();
		};
		const look = () => {
			const step = this.#step();
			if (!hasSomething()) return this.stay();
			this.#awayMs =
				this.secondsLeft === undefined
					? Math.min(this.#awayMs + Math.max(step.wall, step.tick), idleMs - warningMs)
					: this.#awayMs + step.tick;
			const left = idleMs - this.#awayMs;
			if (left <= 0) {
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

	/** The time since the last check, by the wall clock and by the monotonic clock. */
	#step(): { wall: number; tick: number } {
		const [wall, tick] = [now(), sinceStart()];
		const step = { wall: wall - this.#lastWall, tick: tick - this.#lastTick };
		[this.#lastWall, this.#lastTick] = [wall, tick];
		return step;
	}

	/** Somebody is there. */
	stay = (): void => {
		this.#step();
		this.#awayMs = 0;
		this.secondsLeft = undefined;
	};
}
