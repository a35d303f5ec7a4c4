import { joinedItems, parseItems, type Items, type Listed } from './listed';
import { dayOf, fieldsOf, linesFrom, oneOf } from './parse';
import type { LocalDay } from './local-day';

/**
 * A look at one's own work, answered line by line and never summed up: by a clinician (seven criteria), by a team about its
 * services (six dimensions), or by a peer worker (questions to think with, in words only). What is asked: self-look.ts.
 */
export const formNames = ['practice', 'services', 'questions'] as const;
export type LookForm = (typeof formNames)[number];
/** In characters. */
export const longestLookWords = 600;

export interface Look extends Listed {
	form: LookForm;
	/** The day it was begun. */
	on: LocalDay;
	/** What was said, by the name of what it is about: an answer ('habits.a'), or words ('habits.try'). */
	said: Readonly<Record<string, string>>;
}

const mostLooks = 60;

export function parseLooks(value: unknown): Items<Look> {
	return parseItems(value, mostLooks, (given, listed) => {
		const [form, on] = [oneOf(formNames, given.form), dayOf(given.on)];
		if (!form || !on) return undefined;
		const said = Object.entries(fieldsOf(given.said)).flatMap(([name, one]) => {
			const words = name.includes('.') && linesFrom(one, longestLookWords);
			return words ? [[name, words]] : [];
		});
		return { ...listed, form, on, said: Object.fromEntries(said) as Look['said'] };
	});
}

/** The looks of both; of one that both have, what was said in both: where they differ, the newer. */
export function joinedLooks(kept: Items<Look>, newer: Items<Look>): Items<Look> {
	const both = Object.entries(joinedItems(kept, newer));
	return Object.fromEntries(
		both.map(([id, look]) => [id, { ...look, said: { ...kept[id]?.said, ...look.said } }])
	);
}
