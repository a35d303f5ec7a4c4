/** The six habits of basic life hygiene, in the order in which they are shown. */
export const habitIds = ['wake', 'routine', 'eat', 'engage', 'substances', 'sleep'] as const;
export type HabitId = (typeof habitIds)[number];

export const moments = ['morning', 'midday', 'evening', 'night', 'any'] as const;
export type Moment = (typeof moments)[number];

export const suggestedFrequencies = [
	'daily',
	'most-days',
	'weekly',
	'weekly-2',
	'as-needed',
	'once',
	'as-prescribed'
] as const;
export type SuggestedFrequency = (typeof suggestedFrequencies)[number];

/** Readable, and never reused: 'hyg-wake-make-bed'. */
export type HabitItemId = string;

export interface Habit {
	id: HabitId;
	/** 1 to 6. */
	order: number;
}

/** One suggested line for a prescription. Its words are in the messages, under the same id. */
export interface HabitItem {
	id: HabitItemId;
	/** Number of the item in printed codes: never reused, never changed. */
	number: number;
	habit: HabitId;
	moment: Moment;
	frequency: SuggestedFrequency;
	/** About how long it takes; 0 when it takes no time of its own. */
	minutes: number;
	isCore: boolean;
	/** 'med' touches on medication or withdrawal, 'safety' on when to tell the team. Never about a dose. */
	kind?: 'med' | 'safety';
	/** How often in one day, when its words say so. */
	times?: number;
	/** It has a word of care, under the same id in the messages. */
	hasNote?: true;
}

/**
 * Whether a ready-made tiny version may be offered for this item. Never where "do just the first bit" could be unsafe
 * or absurd: medication, substances, telling the team, anything with a word of care. The person's own words always
 * may.
 */
export function hasReadyTiny(item: HabitItem): boolean {
	return item.isCore && !item.kind && !item.hasNote && item.habit !== 'substances';
}
