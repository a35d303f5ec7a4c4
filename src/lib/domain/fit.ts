import { isDrawn, isListed, type Effort, type Form } from './activity';
import type { Idea, IdeaId } from './idea';
import { outdoorCautions, seasons, type OutdoorCaution, type Outside } from './season';

/** What a person may not want right now. */
export const notNowTags = ['crowd', 'screen', 'outdoor'] as const;
export type NotNow = (typeof notNowTags)[number];

/** Choices for "I have at most …", in minutes. */
export const minuteChoices = [5, 15, 30, 60] as const;
export type MinuteChoice = (typeof minuteChoices)[number];

/** What the person asks of the dice. Anything not set does not matter to them. */
export interface Wishes {
	form?: Form;
	/** 1 = tiny, 2 = small at most, 3 = more than tiny. */
	energy?: Effort;
	minutes?: MinuteChoice;
	place?: 'indoor' | 'outdoor';
	company?: 'alone' | 'with';
	isFree?: true;
	/** Only own ideas, favourites, and those on the sheet. */
	isMine?: true;
	notNow: readonly NotNow[];
}

/** What else decides: the person's lists, the season and the hour. */
export interface Circumstances {
	hidden: readonly IdeaId[];
	mine: readonly IdeaId[];
	outside: Outside;
	/** "Going out is fine now": said by the person, for now only. */
	isOutFine: boolean;
}

/**
 * Every filter, in the order in which they are relaxed when nothing fits: first those of convenience, last those that
 * keep a person safe. Ideas the person hid are never brought back.
 */
export const filters = [
	'minutes',
	'energy',
	'mine',
	'company',
	'place',
	'season',
	'form',
	'money',
	'notNow',
	'outside'
] as const;
export type Filter = (typeof filters)[number];

export interface Fitting {
	ideas: readonly Idea[];
	/** The filters that had to be relaxed, in the order above, and no others. */
	relaxed: readonly Filter[];
}

const energyFits: Record<Effort, (effort: Effort) => boolean> = {
	1: (effort) => effort === 1,
	2: (effort) => effort <= 2,
	3: (effort) => effort >= 2
};

const seasonTags: ReadonlySet<string> = new Set(seasons);

/** Whether the idea passes this one filter. */
export function passes(filter: Filter, idea: Idea, wishes: Wishes, around: Circumstances): boolean {
	const { place, company, tags } = idea;
	switch (filter) {
		case 'minutes':
			return wishes.minutes === undefined || idea.minutes <= wishes.minutes;
		case 'energy':
			return wishes.energy === undefined || energyFits[wishes.energy](idea.effort);
		case 'mine':
			return !wishes.isMine || around.mine.includes(idea.id);
		case 'company':
			return wishes.company === undefined || company === 'either' || company === wishes.company;
		case 'place':
			return wishes.place === undefined || place === 'any' || place === wishes.place;
		case 'season':
			return !tags.some((tag) => seasonTags.has(tag)) || tags.includes(around.outside.season);
		case 'form':
			return wishes.form === undefined || idea.form === wishes.form;
		case 'money':
			return !wishes.isFree || idea.cost === 'free';
		case 'notNow':
			return !wishes.notNow.some((tag) =>
				tag === 'outdoor'
					? place === 'outdoor'
					: tags.includes(tag) || (tag === 'screen' && tags.includes('online'))
			);
		case 'outside':
			return place !== 'outdoor' || around.isOutFine || outdoorCautions(around.outside).length === 0;
	}
}

/**
 * The ideas that fit. When none does, filters are relaxed one after another, in the order of `filters`; then each one
 * that turns out not to matter is applied again. Empty only when the person hid every idea.
 */
export function fitting(pool: readonly Idea[], wishes: Wishes, around: Circumstances): Fitting {
	const hidden = new Set(around.hidden);
	const mine = new Set(around.mine);
	const open = pool.filter(({ id, tags }) => !hidden.has(id) && (isListed(tags) || mine.has(id)));
	const drawn = open.filter(({ id, tags }) => isDrawn(tags) || mine.has(id));
	const shown = drawn.length > 0 ? drawn : open;
	const without = (relaxed: ReadonlySet<Filter>): Idea[] =>
		shown.filter((idea) =>
			filters.every((filter) => relaxed.has(filter) || passes(filter, idea, wishes, around))
		);
	const relaxed = new Set<Filter>();
	let ideas = without(relaxed);
	for (const filter of filters) {
		if (ideas.length > 0) break;
		relaxed.add(filter);
		ideas = without(relaxed);
	}
	if (ideas.length === 0) return { ideas, relaxed: [] };
	for (const filter of filters.toReversed()) {
		if (!relaxed.delete(filter)) continue;
		const kept = without(relaxed);
		if (kept.length > 0) ideas = kept;
		else relaxed.add(filter);
	}
	return { ideas, relaxed: filters.filter((filter) => relaxed.has(filter)) };
}

/** Cautions to show beside an idea that goes outside, given the season and the hour. */
export function cautionsNow(idea: Idea, outside: Outside): OutdoorCaution[] {
	return idea.place === 'outdoor' ? outdoorCautions(outside) : [];
}
