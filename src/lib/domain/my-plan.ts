import type { EarlySignId } from './early-sign';
import type { KeptSheet } from './kept-sheet';
import { inOrder, joinedItems, nextOrder, parseItems, type Items, type Listed } from './listed';
import type { LocalDay } from './local-day';
import { dayOf, fieldsOf, idOf, linesFrom, listOf, oneOf, present, textOf, trueOf, wordsFrom } from './parse';
import { longestAgreement, sides, type Side } from './side';

/** A sign that things get harder: one of the examples (`sign`), or in own words ("I ..."). */
export interface MySign extends Listed {
	sign?: EarlySignId;
	words?: string;
	/** "If I see it, I ..." */
	does?: string;
	/** The id of one of the person's people. */
	tells?: string;
	/** Somebody else, in own words. */
	tellsWords?: string;
}

/** How far ahead: this week, this year, in ten years. */
export const horizons = ['week', 'year', 'decade'] as const;
export type Horizon = (typeof horizons)[number];

export interface Want extends Listed {
	horizon: Horizon;
	words: string;
}

/** What one side promised. It ends as done or let go, both without blame. */
export interface Agreement extends Listed {
	side: Side;
	words: string;
	/** The day it was agreed on, or the day it is for. */
	on?: LocalDay;
	ended?: 'done' | 'letGo';
	/** How it went, in the person's words. */
	went?: string;
	/** In the words of a sheet, which could be taken for help: see domain/help-like.ts. */
	isQuoted?: true;
}

/** Something to ask at the next visit. */
export interface Question extends Listed {
	words: string;
	/** Put away after the visit. */
	isAway?: true;
	/** Left off the page for the visit. */
	isOff?: true;
}

const mostEntries = 40;
/** In characters. */
export const longestLine = 120;
export const longestText = 600;
export { longestAgreement };

/** Reads signs from anywhere, field by field; one that says nothing is none. */
export function parseMySigns(value: unknown): Items<MySign> {
	return parseItems(value, mostEntries, (given, listed) => {
		const said = present({
			sign: /^sign-[a-z-]{1,60}$/.test(String(given.sign)) ? textOf(given.sign) : undefined,
			words: wordsFrom(given.words, longestLine),
			does: wordsFrom(given.does, longestLine),
			tellsWords: wordsFrom(given.tellsWords, longestLine)
		});
		if (Object.keys(said).length === 0) return undefined;
		return { ...listed, ...said, ...present({ tells: idOf(given.tells, 60) }) };
	});
}

export function parseWants(value: unknown): Items<Want> {
	return parseItems(value, mostEntries, (given, listed) => {
		const words = wordsFrom(given.words, longestLine);
		return words ? { ...listed, horizon: oneOf(horizons, given.horizon) ?? 'week', words } : undefined;
	});
}

export function parseAgreements(value: unknown): Items<Agreement> {
	return parseItems(value, mostEntries, (given, listed) => {
		const words = wordsFrom(given.words, longestAgreement);
		if (!words) return undefined;
		return {
			...listed,
			side: oneOf(sides, given.side) ?? 'me',
			words,
			...present({
				on: dayOf(given.on),
				went: wordsFrom(given.went, longestLine),
				isQuoted: trueOf(given.isQuoted),
				ended: oneOf(['done', 'letGo'] as const, given.ended)
			})
		};
	});
}

export function parseQuestions(value: unknown): Items<Question> {
	return parseItems(value, mostEntries, (given, listed) => {
		const words = wordsFrom(given.words, longestLine);
		if (!words) return undefined;
		return { ...listed, words, ...present({ isAway: trueOf(given.isAway), isOff: trueOf(given.isOff) }) };
	});
}

/** The agreements of a sheet that are not in the list yet, each with a new id. */
export function withAgreementsOf(
	mine: Items<Agreement>,
	{ agreements, quoted, date }: Pick<KeptSheet, 'agreements' | 'quoted' | 'date'>,
	newId: () => string
): Items<Agreement> {
	const known = new Set(Object.values(mine).map(({ side, words }) => `${side} ${words}`));
	const added = sides
		.flatMap((side) => agreements[side].map((words) => ({ side, words })))
		.filter(({ side, words }) => !known.has(`${side} ${words}`))
		.map((entry, i) => ({
			...entry,
			id: newId(),
			order: nextOrder(mine) + i,
			on: date,
			...(quoted?.includes(entry.words) && { isQuoted: true as const })
		}));
	return added.length === 0
		? mine
		: joinedItems(mine, Object.fromEntries(added.map((entry) => [entry.id, entry])));
}

/** The questions still to be asked, in the person's order. */
export function questionsToAsk(questions: Items<Question>): Question[] {
	return inOrder(questions).filter(({ isAway }) => !isAway);
}

/** The texts of the plan that are not lists: each is a field of its own, so that two tabs never mix them. */
export const planTexts = [
	'well',
	'helps',
	'helpsNot',
	'worse',
	'crisisSigns',
	'alone',
	'distract',
	'safer',
	'want',
	'doNotWant',
	'whenToCall',
	'pets',
	'home',
	'children',
	'work',
	'visitWho'
] as const;
export type PlanText = (typeof planTexts)[number];

export interface PlanNotes extends Partial<Record<PlanText, string>> {
	/** Ids of the people whom the person would ask. */
	asks: readonly string[];
	/** The help lines are left off the sheet for a loved one. */
	leavesCallOut?: true;
	/** The next visit. */
	visitOn?: LocalDay;
	/** What was done is counted from this day, on the page for the visit. */
	visitSince?: LocalDay;
	/** The person wants to look at their signs once a week. */
	looksWeekly?: true;
	/** When they last looked. */
	lookedOn?: LocalDay;
	/** The person wants to look, once a year, at what they want and what was agreed. */
	looksYearly?: true;
	/** When they last did. */
	yearLookedOn?: LocalDay;
}

export const noPlanNotes: PlanNotes = { asks: [] };

export function parsePlanNotes(value: unknown): PlanNotes {
	const given = fieldsOf(value);
	return {
		asks: [...new Set(listOf(given.asks, (id) => idOf(id, 60)))].slice(0, mostEntries),
		...present(Object.fromEntries(planTexts.map((field) => [field, linesFrom(given[field], longestText)]))),
		...present({
			visitOn: dayOf(given.visitOn),
			visitSince: dayOf(given.visitSince),
			lookedOn: dayOf(given.lookedOn),
			looksWeekly: trueOf(given.looksWeekly),
			yearLookedOn: dayOf(given.yearLookedOn),
			looksYearly: trueOf(given.looksYearly),
			leavesCallOut: trueOf(given.leavesCallOut)
		})
	};
}

/** The lines of a text. */
export function linesIn(text: string | undefined): string[] {
	return text ? text.split('\n') : [];
}

/**
 * Merges what was stored with what was written since: lists of people and the lines of each text are united, so that
 * no words replace others.
 */
export function joinedNotes(kept: PlanNotes, newer: PlanNotes): PlanNotes {
	const joined: PlanNotes = {
		...kept,
		...newer,
		asks: [...new Set([...kept.asks, ...newer.asks])]
	};
	for (const field of planTexts) {
		const lines = [...new Set([...linesIn(kept[field]), ...linesIn(newer[field])])];
		if (lines.length > 0) joined[field] = lines.join('\n');
	}
	return joined;
}
