import { efforts, forms, type Effort, type Form } from './activity';
import { faceCount } from './die';
import { minuteChoices, notNowTags, type Wishes } from './fit';
import type { IdeaId, OwnIdea } from './idea';
import { isLocalDay } from './local-day';
import { seasons, timesOfDay, type SaidOutside } from './season';
import { tidyWords } from './step';

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
const longestId = 120;

type Given = Record<string, unknown>;

function fieldsOf(value: unknown): Given {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Given) : {};
}

function listOf(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

function parseIds(value: unknown, most = mostIds): IdeaId[] {
	const ids = listOf(value).filter((id) => typeof id === 'string' && id !== '' && id.length <= longestId);
	return [...new Set(ids as string[])].slice(-most);
}

function parseOwn(value: unknown): OwnIdea[] {
	const { id, words, form, effort, isQuoted } = fieldsOf(value);
	const tidy = typeof words === 'string' ? tidyWords(words) : undefined;
	if (typeof id !== 'string' || id === '' || id.length > longestId || !tidy) return [];
	const idea: OwnIdea = {
		id,
		words: tidy,
		form: oneOf(forms, form) ?? 'mental',
		effort: oneOf(efforts, effort) ?? 1
	};
	return [isQuoted === true ? { ...idea, isQuoted } : idea];
}

function oneOf<T>(choices: readonly T[], value: unknown): T | undefined {
	return choices.find((choice) => choice === value);
}

function parseWishes(value: unknown): Wishes {
	const given = fieldsOf(value);
	const wishes: Wishes = { notNow: notNowTags.filter((tag) => listOf(given.notNow).includes(tag)) };
	const energy = oneOf<Effort>(efforts, given.energy);
	const minutes = oneOf(minuteChoices, given.minutes);
	const place = oneOf(['indoor', 'outdoor'] as const, given.place);
	const company = oneOf(['alone', 'with'] as const, given.company);
	if (energy) wishes.energy = energy;
	if (minutes) wishes.minutes = minutes;
	if (place) wishes.place = place;
	if (company) wishes.company = company;
	if (given.isFree === true) wishes.isFree = true;
	if (given.isMine === true) wishes.isMine = true;
	return wishes;
}

function parseSaid(value: unknown): SaidOutside | undefined {
	const { day, ...given } = fieldsOf(value);
	const season = oneOf(seasons, given.season);
	const time = oneOf(timesOfDay, given.time);
	if (!isLocalDay(day) || !(season ?? time)) return undefined;
	return { day, ...(season && { season }), ...(time && { time }) };
}

/** Reads kept dice from anywhere, field by field; what cannot be read is as if it were never chosen. */
export function parseKeptDice(value: unknown): KeptDice {
	const given = fieldsOf(value);
	const own = listOf(given.own).flatMap(parseOwn);
	return {
		play: oneOf(plays, given.play) ?? noDice.play,
		kind: oneOf(forms, given.kind) ?? noDice.kind,
		wishes: parseWishes(given.wishes),
		own: own.filter((idea, i) => own.findIndex(({ id }) => id === idea.id) === i).slice(0, mostOwn),
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
