import { followed } from '$lib/app/keeping/followed.svelte';
import { PlanKeeper } from '$lib/app/keepers/plan-keeper.svelte';
import type { Services } from '$lib/app/services.svelte';
import { activityTitle, areActivitiesThere, loadActivities, titleOf } from '$lib/app/words/step-words';
import type { Day } from '$lib/domain/day';
import type { Lang } from '$lib/domain/language';
import { localDay } from '$lib/domain/local-day';
import {
	lookBack,
	stretchesOf,
	type Helped,
	type LookingBack,
	type Span,
	type Stretch
} from '$lib/domain/looking-back';
import { isSealed, type Note } from '$lib/domain/note';
import type { Step, StepId } from '$lib/domain/step';
import type { Translate } from '$lib/i18n';

const firstDay = localDay('2000-01-01');
const mostKept = 3;

/** What a person did, as long as Envol was there: followed live, and counted once for each change. */
export class Back {
	#services: Services;
	#plan: PlanKeeper;
	readonly #days = followed(
		() => this.#services,
		({ days }) => days.observeBetween(firstDay, this.#services.clock.today),
		[]
	);
	readonly #stitches = followed(
		() => this.#services,
		({ notes }) => notes.observeStitches(),
		0
	);
	readonly #kept = followed(
		() => this.#services,
		({ notes }) => notes.observeForHardDays(),
		[]
	);
	/** How long the parts of the time are; a choice of this visit. */
	span = $state.raw<Span>('weeks4');
	#areNamed = $state.raw(false);

	constructor(services: Services) {
		this.#services = services;
		this.#plan = new PlanKeeper(services);
	}

	/** @param lang what activities are called in */
	open = async (lang: Lang): Promise<void> => {
		const { gate } = this.#services;
		await gate.look();
		// without their names, better all the rest than nothing; where nothing was ever stored, none is needed
		if (!gate.isFresh && !areActivitiesThere(lang)) await loadActivities(lang).catch(() => undefined);
		this.#areNamed = true;
	};

	readonly isReady: boolean = $derived.by(
		() =>
			this.#areNamed &&
			this.#plan.isReady &&
			[this.#days, this.#stitches, this.#kept].every(({ isReady }) => isReady)
	);
	readonly days: readonly Day[] = $derived.by(() => this.#days.value);
	/** Put away ones included. */
	readonly steps: readonly Step[] = $derived.by(() => this.#plan.all);
	readonly all: LookingBack = $derived.by(() => lookBack(this.#days.value, this.#plan.all));
	readonly stretches: readonly Stretch[] = $derived.by(() =>
		stretchesOf(this.#days.value, this.#plan.all, this.span)
	);
	readonly stitches: number = $derived.by(() => this.#stitches.value);
	/** A few of the moments that were kept, the latest first; letters stay closed until their day. */
	readonly kept: readonly Note[] = $derived.by(() =>
		this.#kept.value
			.filter((note) => note.text !== '' && !isSealed(note, this.#services.clock.today))
			.slice(0, mostKept)
	);

	titleOf = (t: Translate, id: StepId): string => {
		const step = this.#plan.all.find((each) => each.id === id);
		return step ? titleOf(t, step) : '';
	};

	helpedInWords = (t: Translate, { activity, words }: Helped): string =>
		words ?? (activity ? activityTitle(t, activity) : '');
}
