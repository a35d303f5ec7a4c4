import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { fieldsOf, type Given } from '$lib/domain/parse';
import { aroundNow } from '$lib/domain/step-time';
import type { StepId } from '$lib/domain/step';
import type { DayView } from './day-view.svelte';

/** Whose moment it is about now, for a soft word beside the list while Envol is open. Nothing rings, and nothing is kept of it. */
export class MomentNow {
	#services: Services;
	#view: DayView;
	readonly #calendar = followed(
		() => this.#services,
		({ calendar }) => calendar.observe(),
		{} as Given
	);
	readonly around: readonly StepId[] = $derived.by(() => {
		const { groups, more } = this.#view.list;
		const steps = [...groups, ...more].flatMap((group) => group.steps);
		const { clock, preferences } = this.#services;
		const { night } = preferences.current;
		return aroundNow(steps, this.#view.record, clock.minute, night, fieldsOf(this.#calendar.value.times));
	});

	constructor(services: Services, view: DayView) {
		this.#services = services;
		this.#view = view;
	}
}
