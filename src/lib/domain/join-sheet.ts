import { looksLikeHelp } from './help-like';
import { isSame } from './is-same';
import { mostKept, wordsOf, type KeptSheet } from './kept-sheet';
import { ideaForms, noExtras, sides, type Extras, type Mention } from './prescription';
import { plain } from './search';
import { tidyWords } from './tidy-words';

/** What a sheet has only one of. Where both sheets have one and they differ, the person is asked which they want. */
export const singles = ['reviewOn', 'layout', 'langs'] as const;
export type Single = (typeof singles)[number];
/** 'theirs' only where the person said so. */
export type Chosen = Partial<Record<Single, 'mine' | 'theirs'>>;

type Sheet = Omit<KeptSheet, 'teamPhone'>;

/** A key for comparing texts as a reader would: ignoring capitals, accents, gaps and typographic marks. */
export function comparisonKey(text: string): string {
	return plain(tidyWords(text, Infinity) ?? '');
}

export function mentionKey({ id, words, unknown }: Mention): string {
	return id ?? (unknown === undefined ? `words ${comparisonKey(words ?? '')}` : `number ${unknown}`);
}

interface Sorted<T> {
	/** Not in mine yet. */
	added: T[];
	/** Already in mine. */
	both: T[];
	/** Not in mine, and mine is full. */
	noRoom: T[];
}

function sorted<T>(mine: readonly T[], theirs: readonly T[], keyOf: (one: T) => string): Sorted<T> {
	const known = new Set(mine.map(keyOf));
	const found: Sorted<T> = { added: [], both: [], noRoom: [] };
	for (const one of theirs) {
		if (known.has(keyOf(one))) found.both.push(one);
		else if (mine.length + found.added.length < mostKept) found.added.push(one);
		else found.noRoom.push(one);
		known.add(keyOf(one));
	}
	return found;
}

/** What a sheet brings besides its steps, sorted by what the person already has. */
export type Brought = Record<keyof Sorted<unknown>, Extras>;

/** The review date is among `both` only when it is the same day. */
export function broughtBy(mine: KeptSheet | undefined, theirs: Extras): Brought {
	const have = mine ?? noExtras(theirs.langs);
	const brought: Brought = {
		added: noExtras(theirs.langs),
		both: noExtras(theirs.langs),
		noRoom: noExtras(theirs.langs)
	};
	const put = <T>(found: Sorted<T>, set: (extras: Extras, list: T[]) => void) => {
		for (const part of ['added', 'both', 'noRoom'] as const) set(brought[part], found[part]);
	};
	for (const form of ideaForms)
		put(sorted(have.ideas[form], theirs.ideas[form], mentionKey), ({ ideas }, list) => (ideas[form] = list));
	for (const side of sides)
		put(
			sorted(have.agreements[side], theirs.agreements[side], comparisonKey),
			({ agreements }, list) => (agreements[side] = list)
		);
	put(sorted(have.signs, theirs.signs, mentionKey), (extras, list) => (extras.signs = list));
	if (theirs.reviewOn && !have.reviewOn) brought.added.reviewOn = theirs.reviewOn;
	else if (theirs.reviewOn && theirs.reviewOn === have.reviewOn) brought.both.reviewOn = theirs.reviewOn;
	return brought;
}

/** The fields that both sheets have, with different values. */
export function differing(mine: KeptSheet | undefined, theirs: Extras): Single[] {
	if (!mine) return [];
	return singles.filter(
		(single) => mine[single] !== undefined && theirs[single] !== undefined && mine[single] !== theirs[single]
	);
}

/**
 * The person's sheet merged with another. Everything of mine stays, unchanged and in place; new entries follow. The
 * date of the sheet goes with the review date.
 */
export function joinSheet(mine: KeptSheet | undefined, theirs: Sheet, chosen: Chosen = {}): KeptSheet {
	if (!mine) {
		const { quoted: _, ...none } = { ...theirs, ...noExtras(theirs.langs), layout: theirs.layout };
		return joinSheet(none, theirs);
	}
	const { added } = broughtBy(mine, theirs);
	const ideas = { ...mine.ideas };
	for (const form of ideaForms) ideas[form] = [...mine.ideas[form], ...added.ideas[form]];
	const agreements = { ...mine.agreements };
	for (const side of sides) agreements[side] = [...mine.agreements[side], ...added.agreements[side]];
	const joined: KeptSheet = { ...mine, ideas, agreements, signs: [...mine.signs, ...added.signs] };
	const come = wordsOf(added);
	const quoted = theirs.quoted?.filter((words) => come.includes(words)) ?? [];
	if (quoted.length > 0) joined.quoted = [...new Set([...(mine.quoted ?? []), ...quoted])];
	// from a copy of one's own: no code carries one
	if (theirs.goal) joined.goal ??= theirs.goal;
	if (added.reviewOn) joined.reviewOn = added.reviewOn;
	for (const single of differing(mine, theirs))
		if (chosen[single] === 'theirs') Object.assign(joined, { [single]: theirs[single] });
	if (chosen.reviewOn === 'theirs' && theirs.reviewOn) {
		joined.date = theirs.date;
		delete joined.isUndated;
	}
	return isSame(joined, mine) ? mine : joined;
}

/** A sheet from somebody else: words that could be taken for help are marked as quotations. */
export function quotedSheet<T extends Sheet>(theirs: T): T {
	const quoted = wordsOf(theirs).filter(looksLikeHelp);
	return quoted.length > 0 ? { ...theirs, quoted } : theirs;
}

/** A list as edited here, with entries that were added elsewhere in the meantime. */
function rewrittenList<T>(
	kept: readonly T[],
	before: readonly T[],
	after: readonly T[],
	keyOf: (one: T) => string
): readonly T[] {
	if (isSame(before, after)) return kept;
	const known = new Set([...before, ...after].map(keyOf));
	return [...after, ...kept.filter((one) => !known.has(keyOf(one)))];
}

/**
 * The stored sheet with the changes made on a page, from `before`, as the page found it, to `after`. Changes made
 * elsewhere in the meantime stay.
 */
export function rewrittenSheet(
	kept: KeptSheet | undefined,
	before: KeptSheet | undefined,
	after: KeptSheet
): KeptSheet {
	if (!kept || !before) return kept ? joinSheet(after, kept) : after;
	const rewritten: KeptSheet = { ...kept };
	for (const field of ['langs', 'layout', 'date', 'reviewOn', 'teamPhone', 'goal', 'isUndated'] as const)
		if (before[field] !== after[field]) Object.assign(rewritten, { [field]: after[field] });
	rewritten.ideas = { ...kept.ideas };
	for (const form of ideaForms)
		rewritten.ideas[form] = rewrittenList(
			kept.ideas[form],
			before.ideas[form],
			after.ideas[form],
			mentionKey
		);
	rewritten.agreements = { ...kept.agreements };
	for (const side of sides)
		rewritten.agreements[side] = rewrittenList(
			kept.agreements[side],
			before.agreements[side],
			after.agreements[side],
			comparisonKey
		);
	rewritten.signs = rewrittenList(kept.signs, before.signs, after.signs, mentionKey);
	return rewritten;
}

/** The sheet with only its languages, layout, date, what the person wants and the team's telephone number. */
export function withoutExtras({ langs, layout, date, goal, teamPhone }: KeptSheet): KeptSheet {
	return {
		...noExtras(langs),
		layout,
		date,
		...(goal !== undefined && { goal }),
		...(teamPhone !== undefined && { teamPhone })
	};
}
