import type { HabitId, HabitItem } from '$lib/domain/habit';
import { broughtBack, putAway, stepFromWords, withAdded, withItems } from '$lib/domain/new-step';
import {
	madeSmaller,
	moved,
	movedTo,
	planOf,
	putAwayOf,
	type Pause,
	type Step,
	type StepId
} from '$lib/domain/step';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import { langOnScreen, type MessageKey } from '$lib/i18n';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { Followable } from '$lib/storage/types';
import { commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { areActivitiesThere, loadActivities } from '$lib/app/words/step-words';

/** A step that the person edited is theirs: it stays when the example is removed. */
function theirs(step: Step): Step {
	const { isExample: _, ...own } = step;
	return own;
}

/** Once its words were edited, it is no longer shown as a quotation. */
function edited(step: Step, change: Partial<Step>): Step {
	const { isQuoted: _, ...own } = { ...step, ...change };
	return theirs('words' in change && change.words !== step.words ? own : { ...step, ...change });
}

/** Whether every step can be named: only activities have names that load later. */
function areNamesThere(steps: readonly Step[]): boolean {
	return areActivitiesThere(langOnScreen()) || steps.every((step) => step.activity === undefined);
}

/**
 * Delivers steps only once the names of their activities are loaded; those load only for a plan that has activities.
 */
function withNames(source: Followable<Step[]>): Followable<Step[]> {
	return {
		subscribe: ({ next, error }) => {
			let latest: Step[] | undefined;
			let isOver = false;
			const subscription = source.subscribe({
				error,
				next: (steps) => {
					const lang = langOnScreen();
					latest = steps;
					if (areNamesThere(steps)) return next(steps);
					// a plan without their names is better than none
					void loadActivities(lang)
						.catch(() => undefined)
						.then(() => !isOver && latest === steps && next(steps));
				}
			});
			return {
				unsubscribe: () => {
					isOver = true;
					subscription.unsubscribe();
				}
			};
		}
	};
}

/** The person's steps, followed live, and every way to change them. Each change can be undone. */
export class PlanKeeper {
	#services: Services;
	readonly #kept = followed(
		() => this.#services,
		({ plan }) => withNames(plan.observe()),
		[],
		({ steps }) => (areNamesThere(steps) ? [...steps] : undefined)
	);
	/** Every step, including those that were put away. */
	readonly all: readonly Step[] = $derived(this.#kept.value);
	/** The plan, in the person's order. */
	readonly steps: readonly Step[] = $derived(planOf(this.all));
	readonly putAwaySteps: readonly Step[] = $derived(putAwayOf(this.all));
	readonly isReady: boolean = $derived(this.#kept.isReady);
	readonly hasExample: boolean = $derived(this.all.some((step) => step.isExample));

	constructor(services: Services) {
		this.#services = services;
	}

	open = (): Promise<void> => this.#services.gate.look();

	has(item: HabitItem): boolean {
		return this.steps.some((step) => step.item === item.id);
	}

	add = (item: HabitItem): Promise<Outcome> =>
		this.#change((steps) => withItems(steps, [item], { newId, at: now() }), 'shell.status.added');

	/** @param chosen a picture or a part of the day, where the person chose one */
	addOwn = (
		words: string,
		habit: HabitId,
		chosen: Partial<Pick<Step, 'drawing' | 'moment'>> = {}
	): Promise<Outcome> =>
		this.#change((steps) => {
			const step = stepFromWords(words, habit, { newId, at: now() }, chosen);
			return step ? withAdded(steps, [step]) : steps;
		}, 'shell.status.added');

	/** Removes a catalogue item from the plan; its history stays. */
	drop = (item: HabitItem): Promise<Outcome> =>
		this.#change(
			(steps) =>
				steps.map((step) => (step.item === item.id && !step.putAwayAt ? putAway(step, now()) : step)),
			'shell.status.putAway'
		);

	putAway = (id: StepId): Promise<Outcome> =>
		this.#update(id, (step) => putAway(step, now()), 'shell.status.putAway');

	bringBack = (id: StepId): Promise<Outcome> =>
		this.#change((steps) => {
			const back = steps.find((step) => step.id === id);
			if (!back) return steps;
			return withAdded(
				steps.filter((step) => step.id !== id),
				[broughtBack(back)]
			);
		}, 'shell.status.back');

	move = (id: StepId, by: -1 | 1): Promise<Outcome> =>
		this.#change((steps) => moved(steps, id, by), 'shell.status.changed');

	/** @param place among the steps of the plan, from 0 */
	moveTo = (id: StepId, place: number): Promise<Outcome> =>
		this.#change((steps) => movedTo(steps, id, place), 'shell.status.changed');

	edit = (id: StepId, change: Partial<Step>): Promise<Outcome> =>
		this.#update(id, (step) => edited(step, change), 'shell.status.changed');

	/** Changes words that are being typed, and what depends on them. */
	type = (
		id: StepId,
		field: 'words' | 'detail' | 'tiny' | 'reason',
		change: Partial<Step>,
		over: TypedOver
	): Promise<Outcome> =>
		this.#change(
			(steps) =>
				steps.map((step) => {
					if (step.id !== id) return step;
					const joined = over(step[field]);
					return edited(step, { ...change, ...(joined && { [field]: joined }) });
				}),
			'shell.status.changed',
			true
		);

	/** Updates the reason of every step that had the old wording, without a status line. */
	renameReason = async (before: string, after: string): Promise<void> => {
		if (before === after || !this.steps.some(({ reason }) => reason === before)) return;
		await commit(this.#services, ({ plan }) =>
			plan.change((steps) =>
				steps.map((step) => (step.reason === before ? { ...step, reason: after } : step))
			)
		);
	};

	makeSmaller = (id: StepId, tiny: string): Promise<Outcome> =>
		this.#update(id, (step) => theirs(madeSmaller(step, tiny)), 'shell.status.smaller');

	pause = (id: StepId, pause: Pause | undefined): Promise<Outcome> =>
		this.#update(
			id,
			(step) => ({ ...step, pause }),
			pause ? 'shell.status.paused' : 'shell.status.pauseEnded'
		);

	pauseAll = (pause: Pause | undefined): Promise<Outcome> =>
		this.#change(
			(steps) => steps.map((step) => (step.putAwayAt ? step : { ...step, pause })),
			pause ? 'shell.status.paused' : 'shell.status.pauseEnded'
		);

	/** Removes the example, on every page; what the person made of it stays. */
	removeExample = (): Promise<Outcome> =>
		commit(
			this.#services,
			async (storage) => {
				const { removeLife } = await import('$lib/app/example-life');
				return removeLife(storage);
			},
			{ key: 'shell.status.exampleGone' }
		);

	#update(id: StepId, change: (step: Step) => Step, saying: MessageKey): Promise<Outcome> {
		return this.#change((steps) => steps.map((step) => (step.id === id ? change(step) : step)), saying);
	}

	#change(
		change: (steps: readonly Step[]) => readonly Step[],
		key: MessageKey,
		isTyped?: boolean
	): Promise<Outcome> {
		return commit(this.#services, ({ plan }) => plan.change(change, isTyped), { key });
	}
}
