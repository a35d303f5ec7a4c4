import type { ClockTime } from '$lib/domain/clock-time';
import type { LocalDay } from '$lib/domain/local-day';
import { minuteOfDay, today } from '$lib/platform/clock';

/**
 * The current local day, kept true in a tab left open: after midnight, a journey, or a change of the clock. Checks
 * once a second while the page is visible, and at once when the tab comes back.
 */
export class DayClock {
	#today = $state.raw<LocalDay>(today());
	#minute = $state.raw(minuteOfDay());

	get today(): LocalDay {
		return this.#today;
	}

	/** Minutes since local midnight. */
	get minute(): ClockTime {
		return this.#minute;
	}

	get hour(): number {
		return Math.floor(this.#minute / 60);
	}

	look = (): void => {
		const day = today();
		if (day !== this.#today) this.#today = day;
		const now = minuteOfDay();
		if (now !== this.#minute) this.#minute = now;
	};

	/** Starts the clock; call the returned function to stop it. */
	start(): () => void {
		const timer = setInterval(() => {
			if (document.visibilityState === 'visible') this.look();
		}, 1000);
		const moments = ['visibilitychange', 'focus', 'pageshow'] as const;
		for (const moment of moments) addEventListener(moment, this.look, { capture: true });
		return () => {
			clearInterval(timer);
			for (const moment of moments) removeEventListener(moment, this.look, { capture: true });
		};
	}
}
