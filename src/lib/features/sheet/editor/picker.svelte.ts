import { activityTitle } from '$lib/app/words/step-words';
import { activities } from '$lib/content/activities';
import { suggestedLine } from '$lib/content/catalogue-numbers';
import { habitItems } from '$lib/content/habits';
import { searchWordsOf } from '$lib/content/search-words';
import { isListed, type Activity, type Cost, type Energy, type Form, type Place } from '$lib/domain/activity';
import { foundAmong, type Findable } from '$lib/domain/found';
import type { HabitId } from '$lib/domain/habit';
import type { Line } from '$lib/domain/prescription';
import type { MessageKey, Translate } from '$lib/i18n';

/** Something that can be added: a habit item or an activity. */
export interface Offer extends Findable {
	id: string;
	line: Line;
	activity?: Activity;
}

const shownFirst = 8;
export const anything = 'any';

/** Searches the habit items and activities as the person types. */
export class Picker {
	#t: () => Translate;
	typed = $state('');
	/** One of the four forms, or one of the six habits. */
	form = $state<Form | HabitId | 'all'>('all');
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
				alsoFoundBy: searchWordsOf(id),
				line: suggestedLine(id)!
			})),
			...activities.map((activity) => ({
				id: activity.id,
				words: activityTitle(t, activity.id),
				alsoFoundBy: '',
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
	readonly found: readonly Offer[] = $derived.by(() => {
		if (!this.isAsked) return [];
		const fitting = this.#all.filter((offer) => this.#fits(offer));
		return foundAmong(fitting, this.typed);
	});
	readonly shown: readonly Offer[] = $derived(
		this.#areMoreShown ? this.found : this.found.slice(0, shownFirst)
	);
	readonly hasMore: boolean = $derived(this.found.length > this.shown.length);

	/** @param t texts in the language on screen */
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

	/** Habit items have no form, energy or cost, so any such wish excludes them. Activities have no habit. */
	#fits({ activity, line }: Offer): boolean {
		if (!activity)
			return (
				(this.form === 'all' || this.form === line.habit) &&
				[this.energy, this.cost, this.place].every((filter) => filter === anything)
			);
		return (
			(this.typed.trim() !== '' || isListed(activity.tags)) &&
			(this.form === 'all' || activity.form === this.form) &&
			(this.energy === anything || activity.energy === this.energy) &&
			(this.cost === anything || activity.cost === this.cost) &&
			(this.place === anything || activity.place === this.place || activity.place === 'any')
		);
	}
}
