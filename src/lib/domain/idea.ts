import type { Activity, ActivityId, Effort, Form } from './activity';

/** The id of an activity, of an own idea ('own-…'), or of an idea on the sheet in other words ('sheet-…'). */
export type IdeaId = string;

/** Something the dice may show. */
export interface Idea extends Pick<
	Activity,
	'form' | 'effort' | 'minutes' | 'place' | 'company' | 'cost' | 'tags' | 'chime'
> {
	id: IdeaId;
	/** Set when it comes from the catalogue. */
	activity?: ActivityId;
	/** Set when it is in somebody's own words. */
	words?: string;
	/** It is on the person's sheet or in their plan. */
	isOnSheet?: true;
	/** Words of a sheet or a code that could be taken for help: see domain/help-like.ts. */
	isQuoted?: true;
}

/** An idea in the person's own words. */
export interface OwnIdea {
	id: IdeaId;
	words: string;
	form: Form;
	effort: Effort;
	/** Came with a code, in words that could be taken for help. */
	isQuoted?: true;
}

/** About how long an own idea takes: the middle of its effort's range. */
const minutesOf: Record<Effort, number> = { 1: 5, 2: 15, 3: 45 };

export function ideaFromActivity(activity: Activity): Idea {
	const { id, form, effort, minutes, place, company, cost, tags, chime } = activity;
	return { id, activity: id, form, effort, minutes, place, company, cost, tags, chime };
}

/** Where it happens and with whom is not known, so it fits anywhere. */
export function ideaFromWords({ id, words, form, effort, isQuoted }: OwnIdea): Idea {
	return {
		id,
		words,
		form,
		effort,
		minutes: minutesOf[effort],
		place: 'any',
		company: 'either',
		cost: 'free',
		tags: [],
		chime: [],
		...(isQuoted && { isQuoted })
	};
}

/** Tags of what some people find hard when they turn their attention inward. */
const inward: ReadonlySet<string> = new Set(['breath', 'body', 'sound', 'thoughts', 'feelings']);

/**
 * Alternatives for people who find breath, body, sounds or thoughts hard: ways to be here now through eyes and hands.
 */
export function outwardIdeas(ideas: readonly Idea[]): Idea[] {
	return ideas.filter(({ form, tags }) => form === 'mindfulness' && !tags.some((tag) => inward.has(tag)));
}
