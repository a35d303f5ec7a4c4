import { activityTitle } from '$lib/app/step-words';
import { activities } from '$lib/content/activities';
import { suggestedLine } from '$lib/content/codes';
import { habitItems } from '$lib/content/habits';
import type { Activity, Cost, Energy, Form, Place } from '$lib/domain/activity';
import type { Line } from '$lib/domain/prescription';
import { matches } from '$lib/domain/search';
import type { MessageKey, Translate } from '$lib/i18n';

/** Something that can be added: a habit item, or an activity. */
export interface Offer {
	id: string;
	words: string;
	line: Line;
	activity?: Activity;
}

const shownFirst = 8;
export const anything = 'any';

/** Looks through the habit items and the activities as the person types. */
export class Picker {
	#t: () => Translate;
	typed = $state('');
	form = $state<Form | 'all'>('all');
	energy = $state<Energy | typeof anything>(anything);
	cost = $state<Cost | typeof anything>(anything);
	place = $state<Place | typeof anything>(anything);
	#areMoreShown = $state(false);
	readonly #all: readonly Offer[] = $derived.by(() => {
		const t = this.#t();
		return [
			...habitItems.map(({ id }) => ({
				id,
				words: t(`habits.items.${id}` as MessageKey),
				line: suggestedLine(id)!
			})),
			...activities.map((activity) => ({
				id: activity.id,
				words: activityTitle(t, activity.id),
				line: suggestedLine(activity.id)!,
				activity
			}))
		];
	});
	readonly isAsked: boolean = $derived(
		this.typed.trim() !== '' ||
			this.form !== 'all' ||
			[this.energy, this.cost, this.place].some((filter) => filter !== anything)
	);
	readonly found: readonly Offer[] = $derived(
		this.isAsked ? this.#all.filter((offer) => matches(offer.words, this.typed) && this.#fits(offer)) : []
	);
	readonly shown: readonly Offer[] = $derived(
		this.#areMoreShown ? this.found : this.found.slice(0, shownFirst)
	);
	readonly hasMore: boolean = $derived(this.found.length > this.shown.length);

	/** @param t texts that follow the language on screen */
	constructor(t: () => Translate) {
		this.#t = t;
	}

	showMore = (): void => {
		this.#areMoreShown = true;
	};

	type = (text: string): void => {
		this.typed = text;
		this.#areMoreShown = false;
	};

	clear = (): void => {
		this.type('');
	};

	/** Habit items have no form, energy or cost of their own: any such wish leaves them out. */
	#fits({ activity }: Offer): boolean {
		if (!activity)
			return (
				this.form === 'all' && [this.energy, this.cost, this.place].every((filter) => filter === anything)
			);
		return (
			(this.form === 'all' || activity.form === this.form) &&
			(this.energy === anything || activity.energy === this.energy) &&
			(this.cost === anything || activity.cost === this.cost) &&
			(this.place === anything || activity.place === this.place || activity.place === 'any')
		);
	}
}
