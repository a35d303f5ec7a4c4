import { efforts, forms, type Form } from './activity';
import { faceCount } from './die';
import { minuteChoices, notNowTags, type Wishes } from './fit';
import type { IdeaId, OwnIdea } from './idea';
import { dayOf, eachOnce, fieldsOf, idOf, listOf, oneOf, present, someOf, trueOf, wordsFrom } from './parse';
import { seasons, timesOfDay, type SaidOutside } from './season';

/** One die for all forms, a die of one form, three dice at once, or the person's own six faces. */
export const plays = ['one', 'kind', 'three', 'six'] as const;
export type Play = (typeof plays)[number];

/** The person's dice: one record, parsed field by field. */
export interface KeptDice {
	play: Play;
	/** The form, when dice of one form are chosen. */
	kind: Form;
	/** The filters, which are remembered, without the form. */
	wishes: Wishes;
	own: readonly OwnIdea[];
	favourites: readonly IdeaId[];
	/** Hidden until the person brings them back. */
	hidden: readonly IdeaId[];
	/** "My six": at most six; 'rest' may be one of them. */
	six: readonly (IdeaId | 'rest')[];
	/** Put off: "Later". */
	later: readonly IdeaId[];
	/** Already shown, so that nothing repeats before everything was shown. */
	seen: readonly IdeaId[];
	/** What the person said about outside, and on which day. */
	said: SaidOutside | undefined;
	/** Shaking the phone rolls the dice: off unless the person turned it on. */
	isShakeOn: boolean;
}

export const noDice: KeptDice = {
	play: 'one',
	kind: 'physical',
	wishes: { notNow: [] },
	own: [],
	favourites: [],
	hidden: [],
	six: [],
	later: [],
	seen: [],
	said: undefined,
	isShakeOn: false
};

export const mostOwn = 60;
/** Only the latest few, so that the list does not grow without end. */
const mostLater = 12;
const mostIds = 1000;

function parseIds(value: unknown, most = mostIds): IdeaId[] {
	return [...new Set(listOf(value, idOf))].slice(-most);
}

function parseOwn(value: unknown): OwnIdea | undefined {
	const given = fieldsOf(value);
	const [id, words] = [idOf(given.id), wordsFrom(given.words)];
	if (!id || !words) return undefined;
	return {
		id,
		words,
		form: oneOf(forms, given.form) ?? 'mental',
		effort: oneOf(efforts, given.effort) ?? 1,
		...present({ isQuoted: trueOf(given.isQuoted) })
	};
}

function parseWishes(value: unknown): Wishes {
	const given = fieldsOf(value);
	return {
		notNow: someOf(notNowTags, given.notNow),
		...present({
			energy: oneOf(efforts, given.energy),
			minutes: oneOf(minuteChoices, given.minutes),
			place: oneOf(['indoor', 'outdoor'] as const, given.place),
			company: oneOf(['alone', 'with'] as const, given.company),
			isFree: trueOf(given.isFree),
			isMine: trueOf(given.isMine)
		})
	};
}

function parseSaid(value: unknown): SaidOutside | undefined {
	const given = fieldsOf(value);
	const day = dayOf(given.day);
	const said = present({ season: oneOf(seasons, given.season), time: oneOf(timesOfDay, given.time) });
	return day && (said.season || said.time) ? { day, ...said } : undefined;
}

/** Reads kept dice from anywhere, field by field; what cannot be read is as if it were never chosen. */
export function parseKeptDice(value: unknown): KeptDice {
	const given = fieldsOf(value);
	return {
		play: oneOf(plays, given.play) ?? noDice.play,
		kind: oneOf(forms, given.kind) ?? noDice.kind,
		wishes: parseWishes(given.wishes),
		own: eachOnce(listOf(given.own, parseOwn)).slice(0, mostOwn),
		favourites: parseIds(given.favourites),
		hidden: parseIds(given.hidden),
		six: parseIds(given.six).slice(0, faceCount),
		later: parseIds(given.later, mostLater),
		seen: parseIds(given.seen),
		said: parseSaid(given.said),
		isShakeOn: given.isShakeOn === true
	};
}

/** The list with this id added or removed. */
export function withId(ids: readonly IdeaId[], id: IdeaId, isIn: boolean): IdeaId[] {
	const others = ids.filter((other) => other !== id);
	return isIn ? [...others, id] : others;
}

/** The dice without this own idea, wherever it was used. */
export function withoutOwn(dice: KeptDice, id: IdeaId): KeptDice {
	return {
		...dice,
		own: dice.own.filter((idea) => idea.id !== id),
		favourites: withId(dice.favourites, id, false),
		hidden: withId(dice.hidden, id, false),
		six: withId(dice.six, id, false),
		later: withId(dice.later, id, false)
	};
}
