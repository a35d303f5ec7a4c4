import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { fieldsOf, type Given } from '$lib/domain/parse';
import { aroundNow } from '$lib/domain/step-time';
import type { StepId } from '$lib/domain/step';
import { minuteOfDay } from '$lib/platform/clock';
import type { DayView } from './day-view.svelte';

/** How often the clock is looked at. */
const lookEveryMs = 15_000;

/** Whose moment it is about now, for a soft word beside the list while Envol is open. Nothing rings, and nothing is kept of it. */
export class MomentNow {
	#services: Services;
	#view: DayView;
	#minute = $state.raw(minuteOfDay());
	readonly #calendar = followed(
		() => this.#services,
		({ calendar }) => calendar.observe(),
		{} as Given
	);
	readonly around: readonly StepId[] = $derived.by(() => {
		const { groups, more } = this.#view.list;
		const steps = [...groups, ...more].flatMap((group) => group.steps);
		const { night } = this.#services.preferences.current;
		return aroundNow(steps, this.#view.record, this.#minute, night, fieldsOf(this.#calendar.value.times));
	});

	constructor(services: Services, view: DayView) {
		this.#services = services;
		this.#view = view;
	}

	look = (): void => {
		const minute = minuteOfDay();
		if (minute !== this.#minute) this.#minute = minute;
	};

	/** Looks at the clock now and then, and at once when the tab comes back. Returns a function that stops it. */
	start = (): (() => void) => {
		this.look();
		const timer = setInterval(this.look, lookEveryMs);
		document.addEventListener('visibilitychange', this.look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', this.look);
		};
	};
}
