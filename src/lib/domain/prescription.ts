import type { HabitId } from './habit';
import { daysBetween, type LocalDay } from './local-day';
import type { Making } from './new-step';
import { longestAgreement, type Side } from './side';
import { tidyWords, type Frequency, type Step, type StepId } from './step';

export { longestAgreement, sides, type Side } from './side';

/** The languages of a printed sheet; where there are two, the person's own stands first. */
export const sheetLangs = ['en', 'fr', 'en-fr', 'fr-en'] as const;
export type SheetLangs = (typeof sheetLangs)[number];

/** How the sheet is drawn: a list, the same in large print, or a flower of six petals. */
export const sheetLayouts = ['list', 'large', 'flower'] as const;
export type SheetLayout = (typeof sheetLayouts)[number];

/** The forms of activation that have a box of ideas on the sheet. */
export const ideaForms = ['physical', 'social', 'mental'] as const;
export type IdeaForm = (typeof ideaForms)[number];

/** One line of a prescription as it travels: a step without its place in one person's history. */
export type Line = Pick<
	Step,
	| 'item'
	| 'activity'
	| 'unknown'
	| 'habit'
	| 'petal'
	| 'words'
	| 'detail'
	| 'tiny'
	| 'isSmall'
	| 'reason'
	| 'moment'
	| 'frequency'
	| 'times'
>;

/** Something named beside the steps (an idea, a sign): from the catalogue, in own words, or not known to this version. */
export interface Mention {
	/** Of an activity or an early sign. */
	id?: string;
	words?: string;
	/** The short code of something that this version does not know. */
	unknown?: number;
}

/** What goes with the steps on the sheet and in the code. */
export interface Extras {
	langs: SheetLangs;
	layout: SheetLayout;
	ideas: Record<IdeaForm, readonly Mention[]>;
	/** What each side does, in plain words. */
	agreements: Record<Side, readonly string[]>;
	/** Early signs to notice. */
	signs: readonly Mention[];
	reviewOn?: LocalDay;
}

/** A life-hygiene prescription: everything the code carries. No name, no telephone number, no place. */
export interface Prescription extends Extras {
	lines: readonly Line[];
	/** The day it was made. */
	date: LocalDay;
}

/** All that is written, and one empty line below while the sheet has room. */
export function linesFor(list: readonly unknown[], most: number): number {
	return Math.max(list.length, Math.min(most, list.length + 1));
}

export const mostLines = 20;
export const mostIdeas = 3;
export const mostAgreements = 3;
export const mostSigns = 3;
/** In characters. */
export const longestReason = 120;
/** In days after the day it was made. */
export const farthestReview = 36_600;

export function noExtras(langs: SheetLangs): Extras {
	return {
		langs,
		layout: 'list',
		ideas: { physical: [], social: [], mental: [] },
		agreements: { me: [], team: [], lovedOnes: [] },
		signs: []
	};
}

/** On chosen days, none of them chosen yet: any day will do. */
function tidyFrequency(frequency: Frequency): Frequency {
	return frequency.kind === 'weekdays' && frequency.days.length === 0 ? { kind: 'daily' } : frequency;
}

/** Leaves out what is not there, so that two equal lines are deeply equal. */
export function lineOf(step: Line): Line {
	const line: Line = {
		habit: step.habit,
		isSmall: step.isSmall,
		moment: step.moment,
		frequency: tidyFrequency(step.frequency),
		times: step.times
	};
	if (step.item !== undefined) line.item = step.item;
	if (step.activity !== undefined) line.activity = step.activity;
	if (step.unknown !== undefined) line.unknown = step.unknown;
	if (step.petal !== undefined) line.petal = step.petal;
	const words = tidyWords(step.words);
	const detail = tidyWords(step.detail);
	const tiny = tidyWords(step.tiny);
	const reason = tidyWords(step.reason, longestReason);
	if (words) line.words = words;
	if (detail) line.detail = detail;
	if (tiny) line.tiny = tiny;
	if (reason) line.reason = reason;
	return line;
}

/** A line that the person takes into their own plan. */
export function stepFromLine(line: Line, { newId, at }: Making): Step {
	return { ...lineOf(line), id: newId() as StepId, order: 0, createdAt: at };
}

/** Is there anything to read on this line? */
export function hasSubject(line: Pick<Line, 'item' | 'activity' | 'unknown' | 'words'>): boolean {
	return Boolean(line.item ?? line.activity ?? line.unknown ?? tidyWords(line.words));
}

function tidyMentions(mentions: readonly Mention[], most: number): Mention[] {
	return mentions
		.flatMap(({ id, words, unknown }): Mention[] => {
			if (id !== undefined) return [{ id }];
			if (unknown !== undefined) return [{ unknown }];
			const tidy = tidyWords(words);
			return tidy ? [{ words: tidy }] : [];
		})
		.slice(0, most);
}

function tidyAgreements(texts: readonly string[], most: number): string[] {
	return texts.flatMap((text) => tidyWords(text, longestAgreement) ?? []).slice(0, most);
}

/**
 * The extras as they can be kept and sent: words tidy, empty lines gone, nothing over its limit.
 * @param most in each list; what a sheet of paper has room for when not said
 */
export function tidyExtras(
	{ langs, layout, ideas, agreements, signs, reviewOn }: Extras,
	most?: number
): Extras {
	const tidy: Extras = {
		langs,
		layout,
		ideas: {
			physical: tidyMentions(ideas.physical, most ?? mostIdeas),
			social: tidyMentions(ideas.social, most ?? mostIdeas),
			mental: tidyMentions(ideas.mental, most ?? mostIdeas)
		},
		agreements: {
			me: tidyAgreements(agreements.me, most ?? mostAgreements),
			team: tidyAgreements(agreements.team, most ?? mostAgreements),
			lovedOnes: tidyAgreements(agreements.lovedOnes, most ?? mostAgreements)
		},
		signs: tidyMentions(signs, most ?? mostSigns)
	};
	if (reviewOn) tidy.reviewOn = reviewOn;
	return tidy;
}

/**
 * The prescription as it can be printed and sent; a review before the day it was made, or a lifetime after, is left out.
 */
export function tidyPrescription(prescription: Prescription): Prescription {
	const { date, lines } = prescription;
	const { reviewOn, ...extras } = tidyExtras(prescription);
	const tidy: Prescription = {
		...extras,
		date,
		lines: lines.filter(hasSubject).slice(0, mostLines).map(lineOf)
	};
	const wait = reviewOn ? daysBetween(date, reviewOn) : -1;
	if (wait >= 0 && wait <= farthestReview) tidy.reviewOn = reviewOn;
	return tidy;
}

/** Nothing on it yet but its date. */
export function isBlank({ lines, ideas, agreements, signs }: Prescription): boolean {
	return (
		lines.length === 0 &&
		signs.length === 0 &&
		Object.values(ideas).every((list) => list.length === 0) &&
		Object.values(agreements).every((list) => list.length === 0)
	);
}

/**
 * What can be printed from the same plan: the sheet itself, a large wallet card, a week grid, a paper die of its ideas, a
 * page about one habit.
 */
export type PaperKind = 'sheet' | 'wallet' | 'week' | 'die' | `habit-${HabitId}`;

/** What stands on paper and never in the code. */
export interface PaperOnly {
	/** A first name or code word; a line for a pen when there is none. */
	forName?: string;
	/** As typed. */
	teamPhone?: string;
	/** Decides the help numbers: 'CA-QC'; those of Canada when unknown. */
	region?: string;
	/** The date was taken out: a line for a pen stands there. The code needs one, and has it. */
	isUndated?: true;
	/** The day to look again that was written has passed: no line for it until another one is chosen. */
	isReviewPast?: true;
}

/** The drawn code of a sheet, and its typed form where there is one. */
export interface SheetCode {
	/** Width in squares, the light border of four included. */
	size: number;
	/** The dark squares as an SVG path in a box of `size` by `size`. */
	path: string;
	typed?: string;
	/** The host of the site where it can be typed: 'envol.example'; not known where the page came from no site. */
	where?: string;
}
