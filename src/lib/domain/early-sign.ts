export const signCategories = [
	'sleep',
	'mood',
	'energy',
	'thinking',
	'senses',
	'people',
	'daily',
	'body',
	'care',
	'urgent'
] as const;
export type SignCategory = (typeof signCategories)[number];

export const signLevels = ['early', 'urgent'] as const;
export type SignLevel = (typeof signLevels)[number];

export type EarlySignId = string;

/** An example for a plan that the person writes. Never counted or scored, and never a cause for an alert. */
export interface EarlySign {
	id: EarlySignId;
	/** Number of the sign in printed codes: never reused, never changed. */
	number: number;
	category: SignCategory;
	/** An 'urgent' sign is always shown together with the crisis contacts. */
	level: SignLevel;
}
