import { attempt, commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import { Overlay } from '$lib/app/keeping/overlay.svelte';
import { untilTrue } from '$lib/app/keeping/live.svelte';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import type { Services } from '$lib/app/services.svelte';
import { loadActivities } from '$lib/app/words/step-words';
import { quietForm } from '$lib/domain/balance';
import type { DoneIdea, Feeling } from '$lib/domain/day';
import { withDone, withFeeling, withoutDone } from '$lib/domain/done';
import type { Face } from '$lib/domain/die';
import type { Form } from '$lib/domain/activity';
import type { Wishes } from '$lib/domain/fit';
import { ideaFromActivity, ideaFromWords, type Idea, type IdeaId, type OwnIdea } from '$lib/domain/idea';
import { mostOwn, noDice, withId, withoutOwn, type KeptDice } from '$lib/domain/kept-dice';
import { withAdded } from '$lib/domain/new-step';
import { stepFromIdea } from '$lib/domain/step-from-idea';
import type { KeptSheet } from '$lib/domain/kept-sheet';
import { addDays, type LocalDay } from '$lib/domain/local-day';
import type { IdeaForm } from '$lib/domain/prescription';
import type { Outcome } from '$lib/domain/outcome';
import { tidyWords } from '$lib/domain/step';
import { langOnScreen, type MessageKey } from '$lib/i18n';
import { dayOf, now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';

const ideaForms: readonly IdeaForm[] = ['physical', 'social', 'mental'];
/** How many days count as "lately". */
const lately = 14;

/** The ideas on the sheet that are in own words. */
function ideasOn(sheet: KeptSheet | undefined): Idea[] {
	const ideas = ideaForms.flatMap((form) =>
		(sheet?.ideas[form] ?? []).flatMap(({ words }) =>
			words === undefined
				? []
				: {
						...ideaFromWords({ id: `sheet-${words}`, words, form, effort: 2 }),
						isOnSheet: true as const,
						...(sheet?.quoted?.includes(words) && { isQuoted: true as const })
					}
		)
	);
	// an idea written twice is one idea: a list would show the second under the name of the first
	return ideas.filter(({ id }, i) => ideas.findIndex((each) => each.id === id) === i);
}

/** What is remembered without a status line. */
type Chosen = Pick<KeptDice, 'play' | 'kind' | 'wishes' | 'seen' | 'said' | 'isShakeOn'>;

/** Something the person did, and the day it belongs to. */
export interface Done {
	idea: Idea;
	day: LocalDay;
	at: number;
}

/** The person's dice, followed live, and every way to change them. */
export class DiceKeeper {
	#services: Services;
	#catalogue = $state.raw<readonly Idea[]>([]);
	#preparing: Promise<boolean> | undefined;
	readonly plan: PlanKeeper;
	readonly #dice = followed(
		() => this.#services,
		({ dice }) => dice.observe(),
		noDice
	);
	readonly #sheet = followed(
		() => this.#services,
		({ sheet }) => sheet.observe(),
		undefined
	);
	readonly #recent = followed(
		() => this.#services,
		({ days }) => {
			const { today } = this.#services.clock;
			return days.observeBetween(addDays(today, -lately), today);
		},
		[]
	);
	/** A choice counts at once, before it is on disk, so that a quick roll already uses it. */
	readonly #shown = new Overlay<KeptDice>(() => this.#dice);
	readonly kept: KeptDice = $derived(this.#shown.value);
	/** The dice, and the sheet whose ideas are among them, were read. */
	readonly isReady: boolean = $derived(this.#dice.isReady && this.#sheet.isReady);
	/** Everything that may come up, including hidden ideas. */
	readonly ideas: readonly Idea[] = $derived.by(() => {
		const sheet = this.#sheet.value;
		const named = [
			...ideaForms.flatMap((form) => (sheet?.ideas[form] ?? []).map(({ id }) => id)),
			...this.plan.steps.map((step) => step.activity)
		];
		return [
			...this.kept.own.map(ideaFromWords),
			...ideasOn(sheet),
			...this.#catalogue.map((idea) =>
				named.includes(idea.id) ? { ...idea, isOnSheet: true as const } : idea
			)
		];
	});
	readonly mine: readonly IdeaId[] = $derived.by(() => {
		const own = this.kept.own.map(({ id }) => id);
		const onSheet = this.ideas.filter((idea) => idea.isOnSheet).map(({ id }) => id);
		return [...own, ...onSheet, ...this.kept.favourites];
	});
	readonly sixFaces: readonly Face[] = $derived(
		this.kept.six.flatMap((id): Face[] => {
			return id === 'rest' ? [id] : this.named([id]);
		})
	);
	readonly quietForm: Form | undefined = $derived(quietForm(this.#recent.value));

	constructor(services: Services) {
		this.#services = services;
		this.plan = new PlanKeeper(services);
	}

	/** Whether the ideas and their texts are loaded. */
	get areIdeasThere(): boolean {
		return this.#catalogue.length > 0;
	}

	/**
	 * Loads the ideas, their texts and drawings, once a person seems to want them, so that the page itself opens
	 * quickly. Resolves to false when they could not be loaded, which was reported.
	 */
	prepare = (): Promise<boolean> => (this.#preparing ??= this.#prepare());

	/** Resolves once the ideas and the person's choices are there: before that, a roll could show a hidden idea. */
	canRoll = async (): Promise<boolean> => {
		const isPrepared = this.prepare();
		await this.open();
		await untilTrue(() => this.isReady);
		return isPrepared;
	};

	open = async (): Promise<void> => {
		await this.#services.gate.look();
		void this.#services.preferences.restore();
	};

	named(ids: readonly IdeaId[]): Idea[] {
		return ids.flatMap((id) => this.ideas.find((idea) => idea.id === id) ?? []);
	}

	/**
	 * Remembers filters, the chosen die and what came up, without a status line. When it cannot be saved, the dice
	 * still work, and it counts on this page.
	 */
	remember = async (change: Partial<Chosen>): Promise<void> => {
		await this.#shown.during(
			(kept) => ({ ...kept, ...change }),
			async (shown) => (await attempt(this.#services, ({ dice }) => dice.change(shown))).outcome,
			true
		);
	};

	wish = (wishes: Wishes): Promise<void> => this.remember({ wishes });

	favour = (id: IdeaId, isIn: boolean): Promise<Outcome> =>
		this.#change(
			(kept) => ({ ...kept, favourites: withId(kept.favourites, id, isIn) }),
			isIn ? 'dice.status.favourite' : 'dice.status.unfavourite'
		);

	hide = (id: IdeaId): Promise<Outcome> =>
		this.#change(
			(kept) => ({ ...kept, hidden: withId(kept.hidden, id, true), later: withId(kept.later, id, false) }),
			'dice.status.hidden'
		);

	bringBack = (id: IdeaId): Promise<Outcome> =>
		this.#change((kept) => ({ ...kept, hidden: withId(kept.hidden, id, false) }), 'dice.status.back');

	putOff = (id: IdeaId): Promise<Outcome> =>
		this.#change((kept) => ({ ...kept, later: withId(kept.later, id, true) }), 'dice.status.later');

	forget = (id: IdeaId): Promise<Outcome> =>
		this.#change((kept) => ({ ...kept, later: withId(kept.later, id, false) }), 'dice.status.removed');

	/** Changes the six as stored at the time of writing: two quick taps do not undo each other. */
	setFace = (id: IdeaId | 'rest', isIn: boolean): Promise<Outcome> =>
		this.#change((kept) => ({ ...kept, six: withId(kept.six, id, isIn) }), 'dice.status.six');

	/** Resolves to 'failed' also when the words are empty. */
	addOwn = async (given: Omit<OwnIdea, 'id'>): Promise<Outcome> => {
		const words = tidyWords(given.words);
		if (!words) return 'failed';
		if (this.kept.own.length >= mostOwn) {
			this.#services.status.say({ key: 'dice.mine.full', tone: 'trouble' });
			return 'failed';
		}
		const idea: OwnIdea = { ...given, words, id: `own-${newId()}` };
		return this.#change((kept) => ({ ...kept, own: [...kept.own, idea] }), 'dice.status.ownAdded');
	};

	removeOwn = (id: IdeaId): Promise<Outcome> =>
		this.#change((kept) => withoutOwn(kept, id), 'dice.status.removed');

	/** Stores that it was done, with its day; undefined when that failed. `onUndo` is called on an undo. */
	did = async (idea: Idea, onUndo: () => void): Promise<Done | undefined> => {
		const [day, at] = [this.#services.clock.today, now()];
		const { form, minutes, activity, words } = idea;
		const done: DoneIdea = { at, form, minutes, ...(activity && { activity }), ...(words && { words }) };
		const outcome = await commit(
			this.#services,
			async ({ days, dice, transaction }) => {
				await transaction(['days', 'dice'], async () => {
					await days.change(day, (record) => withDone(record, done));
					if (this.kept.later.includes(idea.id))
						await dice.change((kept) => ({ ...kept, later: withId(kept.later, idea.id, false) }));
				});
				return async () => {
					await days.change(day, (record) => withoutDone(record, at));
					onUndo();
				};
			},
			{ key: 'dice.status.done' }
		);
		return outcome === 'failed' ? undefined : { idea, day, at };
	};

	felt = ({ day, at }: Done, felt: Feeling): Promise<Outcome> =>
		commit(
			this.#services,
			async ({ days }) => {
				await days.change(day, (record) => withFeeling(record, at, felt));
				return () => days.change(day, (record) => withFeeling(record, at, undefined));
			},
			{ key: 'dice.status.felt' }
		);

	/** Adds it to today's list, to be done once. */
	addToDay = (idea: Idea): Promise<Outcome> =>
		commit(
			this.#services,
			({ plan }) => plan.change((steps) => withAdded(steps, [stepFromIdea(idea, { newId, at: now() })])),
			{ key: 'dice.status.added' }
		);

	/** Whether it was added to today's list, today. */
	isInDay({ activity, words }: Idea): boolean {
		const { today } = this.#services.clock;
		return this.plan.steps.some(
			(step) =>
				step.frequency.kind === 'once' &&
				step.activity === activity &&
				step.words === words &&
				dayOf(step.createdAt) === today
		);
	}

	async #prepare(): Promise<boolean> {
		try {
			const [{ activities }] = await Promise.all([
				import('$lib/content/activities'),
				loadActivities(langOnScreen())
			]);
			this.#catalogue = activities.map(ideaFromActivity);
			return true;
		} catch {
			this.#preparing = undefined;
			this.#services.status.say({ key: 'dice.status.notThere', tone: 'trouble' });
			return false;
		}
	}

	#change(change: (kept: KeptDice) => KeptDice, key: MessageKey): Promise<Outcome> {
		return commit(this.#services, ({ dice }) => dice.change(change), { key });
	}
}
