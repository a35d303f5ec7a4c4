import { SvelteMap } from 'svelte/reactivity';
import { commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { timesDone } from '$lib/domain/day';
import { addDays, type LocalDay } from '$lib/domain/local-day';
import { paperWeekOf, withoutPaperTicks, withPaperTicks } from '$lib/domain/paper-ticks';
import type { Outcome } from '$lib/domain/outcome';
import type { StepId } from '$lib/domain/step';
import { now } from '$lib/platform/clock';

/**
 * What was ticked on a week or month sheet, brought in a week at a time: a box for each day. What was there before is shown
 * and cannot be taken away here.
 */
export class PaperTicks {
	#services: Services;
	/** Any day of the week that is shown; this week until the person goes back. */
	#chosen = $state.raw<LocalDay>();
	/** What this screen brought in, and when; only that can be taken out again here. */
	readonly #brought = new SvelteMap<string, number>();
	readonly week: readonly LocalDay[] = $derived.by(() =>
		paperWeekOf(this.#chosen ?? this.#services.clock.today)
	);
	readonly #days = followed(
		() => this.#services,
		({ days }) => days.observeBetween(this.week[0]!, this.week[6]!),
		[]
	);
	readonly isReady: boolean = $derived.by(() => this.#days.isReady);
	readonly isThisWeek: boolean = $derived.by(() => this.week.includes(this.#services.clock.today));

	constructor(services: Services) {
		this.#services = services;
	}

	/** To the week before (-1) or after (+1). */
	go = (by: -1 | 1): void => {
		this.#chosen = addDays(this.week[0]!, by * 7);
	};

	#timesDone(step: StepId, day: LocalDay): number {
		return timesDone(
			this.#days.value.find((record) => record.day === day),
			step
		);
	}

	isDone = (step: StepId, day: LocalDay): boolean =>
		this.#brought.has(`${day} ${step}`) || this.#timesDone(step, day) > 0;

	/** Whether a tap can change it: not a day to come, and nothing that was there before. */
	isOpen = (step: StepId, day: LocalDay): boolean =>
		day <= this.#services.clock.today &&
		(this.#brought.has(`${day} ${step}`) || this.#timesDone(step, day) === 0);

	mark = (step: StepId, day: LocalDay, isDone: boolean): Promise<Outcome> =>
		isDone ? this.#bring(step, day) : this.#takeOut(step, day);

	async #bring(step: StepId, day: LocalDay): Promise<Outcome> {
		const at = now();
		const key = `${day} ${step}`;
		this.#brought.set(key, at);
		const outcome = await commit(
			this.#services,
			async ({ days }) => {
				await days.change(day, (record) => withPaperTicks(record, [step], at));
				return () => this.#takeOut(step, day);
			},
			{ key: 'shell.status.added' }
		);
		if (outcome === 'failed') this.#brought.delete(key);
		return outcome;
	}

	async #takeOut(step: StepId, day: LocalDay): Promise<Outcome> {
		const key = `${day} ${step}`;
		const at = this.#brought.get(key);
		if (at === undefined) return 'durable';
		const outcome = await commit(
			this.#services,
			async ({ days }) => void (await days.change(day, (record) => withoutPaperTicks(record, [step], at))),
			{ key: 'shell.status.undone' }
		);
		if (outcome !== 'failed') this.#brought.delete(key);
		return outcome;
	}
}
