/** Forms of activation: move, people, think or create, be here now. */
export const forms = ['physical', 'social', 'mental', 'mindfulness'] as const;
export type Form = (typeof forms)[number];

/** 1 = up to 5 minutes, 2 = about 5 to 30 minutes, 3 = half an hour to half a day. */
export const efforts = [1, 2, 3] as const;
export type Effort = (typeof efforts)[number];

export const places = ['indoor', 'outdoor', 'any'] as const;
export type Place = (typeof places)[number];

export const companies = ['alone', 'with', 'either'] as const;
export type Company = (typeof companies)[number];

export const costs = ['free', 'low'] as const;
export type Cost = (typeof costs)[number];

export const energies = ['low', 'medium', 'high'] as const;
export type Energy = (typeof energies)[number];

/** What recovery is made of (CHIME; AiLES in French). */
export const chimes = ['connectedness', 'hope', 'identity', 'meaning', 'empowerment'] as const;
export type Chime = (typeof chimes)[number];

/**
 * 'winter', 'spring', 'summer' and 'fall' limit the season; without any of them, all year. 'crowd' may be
 * stimulating: a person must be able to hide it. 'screen' needs a screen. 'if-needed' fits some lives only: it is in the
 * lists, and comes up by chance only for who chose it. 'to-review' waits until the communities it comes from have read it:
 * until then it is found by its words alone.
 */
export const activityTags = [
	'adapted',
	'all-weather',
	'art',
	'bed',
	'body',
	'breath',
	'calm',
	'children',
	'chore',
	'craft',
	'crowd',
	'culture',
	'daylight',
	'errand',
	'essentials',
	'fall',
	'feelings',
	'food',
	'fresh-air',
	'game',
	'gratitude',
	'grounding',
	'gym',
	'hands',
	'helping',
	'home',
	'hydration',
	'if-needed',
	'kindness',
	'learning',
	'low-mobility',
	'music',
	'nature',
	'night',
	'no-screen',
	'online',
	'outing',
	'peer',
	'pets',
	'phone',
	'photos',
	'plan',
	'plants',
	'play',
	'quiet',
	'rain',
	'reading',
	'screen',
	'seated',
	'self-care',
	'senses',
	'smell',
	'sound',
	'spirituality',
	'spring',
	'strength',
	'stretch',
	'summer',
	'thoughts',
	'to-review',
	'touch',
	'volunteer',
	'walk',
	'water',
	'wheelchair-ok',
	'winter',
	'work',
	'writing'
] as const;
export type ActivityTag = (typeof activityTags)[number];

/** Whether it may come up by chance. */
export const isDrawn = (tags: readonly ActivityTag[]): boolean =>
	!tags.includes('if-needed') && !tags.includes('to-review');

/** Whether it stands in the lists, where nobody asked for it by name. */
export const isListed = (tags: readonly ActivityTag[]): boolean => !tags.includes('to-review');

/** Readable, and never reused: 'phy-make-bed-even-little'. */
export type ActivityId = string;

/**
 * Something to do, offered by the dice. Its words, and a caution where it needs one, are in the messages under the
 * same id. No activity asks for closed eyes or a long silence, and none is about mirrors, hidden signs, fear,
 * alcohol, calories or weight.
 */
export interface Activity {
	id: ActivityId;
	/** Number of the activity in printed codes: never reused, never changed. */
	number: number;
	form: Form;
	effort: Effort;
	minutes: number;
	place: Place;
	company: Company;
	cost: Cost;
	energy: Energy;
	tags: readonly ActivityTag[];
	chime: readonly Chime[];
}
