import type { HabitId, HabitItem } from '$lib/domain/habit';
import { broughtBack, putAway, stepFromWords, withAdded, withItems } from '$lib/domain/new-step';
import { madeSmaller, moved, planOf, putAwayOf, type Pause, type Step, type StepId } from '$lib/domain/step';
import { langOnScreen, type MessageKey } from '$lib/i18n';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import { live } from './live.svelte';
import type { Observable } from '$lib/storage/types';
import type { Services } from './services.svelte';
import { sayDone, sayNotKept } from './starts';
import { areActivitiesThere, loadActivities } from './step-words';

/** A step that the person wrote in is theirs: it stays when the example goes. */
function theirs(step: Step): Step {
	const { isExample: _, ...own } = step;
	return own;
}

/** In other words it is theirs alone: no quotation any more. */
function edited(step: Step, change: Partial<Step>): Step {
	const { isQuoted: _, ...own } = { ...step, ...change };
	return theirs('words' in change && change.words !== step.words ? own : { ...step, ...change });
}

/** Steps are told once what they are called is there: names of activities come only to a plan that has some. */
function withNames(source: Observable<Step[]>): Observable<Step[]> {
	return {
		subscribe: ({ next, error }) => {
			let latest: Step[] | undefined;
			let isOver = false;
			const subscription = source.subscribe({
				error,
				next: (steps) => {
					const lang = langOnScreen();
					latest = steps;
					if (areActivitiesThere(lang) || steps.every((step) => step.activity === undefined))
						return next(steps);
					// without their names, better the plan than nothing
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
	readonly #live = $derived.by(() => {
		const { storage } = this.#services.gate;
		return storage && live(withNames(storage.plan.observe()));
	});
	/** Every step, put away ones included. */
	readonly all: readonly Step[] = $derived(this.#live?.value ?? []);
	/** The plan, in the person's order. */
	readonly steps: readonly Step[] = $derived(planOf(this.all));
	readonly putAwaySteps: readonly Step[] = $derived(putAwayOf(this.all));
	readonly isReady: boolean = $derived.by(() => this.#services.gate.isFresh || Boolean(this.#live?.isReady));
	readonly hasExample: boolean = $derived(this.all.some((step) => step.isExample));

	constructor(services: Services) {
		this.#services = services;
	}

	open = (): Promise<void> => this.#services.gate.look();

	has(item: HabitItem): boolean {
		return this.steps.some((step) => step.item === item.id);
	}

	add = (item: HabitItem): Promise<boolean> =>
		this.#change((steps) => withItems(steps, [item], { newId, at: now() }), 'shell.status.added');

	addOwn = (words: string, habit: HabitId): Promise<boolean> =>
		this.#change((steps) => {
			const step = stepFromWords(words, habit, { newId, at: now() });
			return step ? withAdded(steps, [step]) : steps;
		}, 'shell.status.added');

	/** Takes an item of the catalogue out again; its history stays. */
	drop = (item: HabitItem): Promise<boolean> =>
		this.#change(
			(steps) =>
				steps.map((step) => (step.item === item.id && !step.putAwayAt ? putAway(step, now()) : step)),
			'shell.status.putAway'
		);

	putAway = (id: StepId): Promise<boolean> =>
		this.#update(id, (step) => putAway(step, now()), 'shell.status.putAway');

	bringBack = (id: StepId): Promise<boolean> =>
		this.#change((steps) => {
			const back = steps.find((step) => step.id === id);
			if (!back) return steps;
			return withAdded(
				steps.filter((step) => step.id !== id),
				[broughtBack(back)]
			);
		}, 'shell.status.back');

	move = (id: StepId, by: -1 | 1): Promise<boolean> =>
		this.#change((steps) => moved(steps, id, by), 'shell.status.changed');

	edit = (id: StepId, change: Partial<Step>): Promise<boolean> =>
		this.#update(id, (step) => edited(step, change), 'shell.status.changed');

	/** What steps are for was put in other words: they follow, without a word. */
	renameReason = async (before: string, after: string): Promise<void> => {
		if (before === after || !this.steps.some(({ reason }) => reason === before)) return;
		const storage = await this.#services.gate.open();
		await storage.plan
			.change((steps) => steps.map((step) => (step.reason === before ? { ...step, reason: after } : step)))
			.catch((error: unknown) => sayNotKept(this.#services, error));
	};

	makeSmaller = (id: StepId, tiny: string): Promise<boolean> =>
		this.#update(id, (step) => theirs(madeSmaller(step, tiny)), 'shell.status.smaller');

	pause = (id: StepId, pause: Pause | undefined): Promise<boolean> =>
		this.#update(
			id,
			(step) => ({ ...step, pause }),
			pause ? 'shell.status.paused' : 'shell.status.pauseEnded'
		);

	pauseAll = (pause: Pause | undefined): Promise<boolean> =>
		this.#change(
			(steps) => steps.map((step) => (step.putAwayAt ? step : { ...step, pause })),
			pause ? 'shell.status.paused' : 'shell.status.pauseEnded'
		);

	removeExample = async (): Promise<void> => {
		const storage = await this.#services.gate.open();
		try {
			const undo = await storage.plan.removeExample();
			sayDone(this.#services, storage, { key: 'shell.status.exampleGone', undo });
		} catch (error) {
			sayNotKept(this.#services, error);
		}
	};

	#update(id: StepId, change: (step: Step) => Step, saying: MessageKey): Promise<boolean> {
		return this.#change((steps) => steps.map((step) => (step.id === id ? change(step) : step)), saying);
	}

	/** True once it is kept; false where it only shows until the page closes. */
	async #change(change: (steps: readonly Step[]) => readonly Step[], saying: MessageKey): Promise<boolean> {
		const storage = await this.#services.gate.open();
		try {
			const undo = await storage.plan.change(change);
			sayDone(this.#services, storage, { key: saying, undo });
			return storage.isDurable;
		} catch (error) {
			sayNotKept(this.#services, error);
			return false;
		}
	}
}
