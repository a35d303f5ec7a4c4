import type { HabitId } from './habit';
import type { BesideLang } from './language';
import { addDays, daysBetween, type LocalDay } from './local-day';
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

/** One line of a prescription as it is sent: a step without its history. */
export type Line = Pick<
	Step,
	| 'item'
	| 'activity'
	| 'unknown'
	| 'habit'
	| 'petal'
	| 'words'
	| 'drawing'
	| 'detail'
	| 'tiny'
	| 'isSmall'
	| 'reason'
	| 'moment'
	| 'frequency'
	| 'times'
>;

/**
 * Something listed beside the steps (an idea, a sign): from the catalogue, in own words, or unknown to this version.
 */
export interface Mention {
	/** The id of an activity or an early sign. */
	id?: string;
	words?: string;
	/** The catalogue number of something that this version does not know. */
	unknown?: number;
}

/** What accompanies the steps on the sheet and in the code. */
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

/** A life-hygiene prescription: everything that the code carries. No name, no telephone number, no place. */
export interface Prescription extends Extras {
	lines: readonly Line[];
	/** The day it was made. */
	date: LocalDay;
}

/** How many lines to show: those that are filled, and one empty line while there is room. */
export function lineCount(list: readonly unknown[], most: number): number {
	return Math.max(list.length, Math.min(most, list.length + 1));
}

export const mostLines = 20;
/** With more steps than this, a sheet is a list: pictures would be too small. */
export const mostPictures = 6;
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

/** "On chosen days" with no day chosen becomes any day. */
function tidyFrequency(frequency: Frequency): Frequency {
	return frequency.kind === 'weekdays' && frequency.days.length === 0 ? { kind: 'daily' } : frequency;
}

/** Whether its words are all there is to it: it is nothing of the catalogue. */
export function isOwn({ item, activity, unknown }: Pick<Line, 'item' | 'activity' | 'unknown'>): boolean {
	return item === undefined && activity === undefined && unknown === undefined;
}

/** Omits missing fields, so that two equal lines are deeply equal. */
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
	if (words && step.drawing !== undefined && isOwn(step)) line.drawing = step.drawing;
	if (detail) line.detail = detail;
	if (tiny) line.tiny = tiny;
	if (reason) line.reason = reason;
	return line;
}

/** A step for the person's own plan, made from a line. */
export function stepFromLine(line: Line, { newId, at }: Making): Step {
	return { ...lineOf(line), id: newId() as StepId, order: 0, createdAt: at };
}

/** Whether the line says what to do. */
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
 * The extras ready to be stored and sent: words tidied, empty lines removed, nothing over its limit.
 * @param most the most entries in each list; by default what a sheet of paper has room for
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
 * The prescription ready to be printed and sent. A review date before the day it was made, or a lifetime later, is
 * removed.
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

/**
 * The sheet as one begins it again from an older one: a review date that has passed stands as far ahead of today as it stood
 * from the day it was made. One that is still to come stays.
 */
export function begunAgain(prescription: Prescription, today: LocalDay): Prescription {
	const { date, reviewOn } = prescription;
	if (!reviewOn || reviewOn >= today) return prescription;
	return { ...prescription, date: today, reviewOn: addDays(today, Math.max(0, daysBetween(date, reviewOn))) };
}

/** Whether it holds nothing but its date. */
export function isBlank({ lines, ideas, agreements, signs }: Prescription): boolean {
	return (
		lines.length === 0 &&
		signs.length === 0 &&
		Object.values(ideas).every((list) => list.length === 0) &&
		Object.values(agreements).every((list) => list.length === 0)
	);
}

/** Sheets to fill in by pen, for a pile on a desk: nothing on them but their lines and a code that opens Envol. */
export const pads = ['pad-pictures', 'pad-list', 'pad-flower', 'pad-week', 'pad-crisis'] as const;
export type Pad = (typeof pads)[number];

export function isPad(kind: PaperKind): kind is Pad {
	return (pads as readonly PaperKind[]).includes(kind);
}

/**
 * What can be printed from the same plan: the sheet itself (as pictures where it is short enough), the same as a list
 * in any case, a large wallet card, a grid of a week or of a month, a paper die of its ideas, a page about one habit.
 */
export type PaperKind = 'sheet' | 'list' | Pad | 'wallet' | 'week' | 'month' | 'die' | `habit-${HabitId}`;

/** Printed on paper, never in the code. */
export interface PaperOnly {
	/** A first name or code word; a line to write on when there is none. */
	forName?: string;
	/** As typed. */
	teamPhone?: string;
	/** Who prints it: the name and address of a clinic, at the head of the sheet. */
	clinic?: string;
	/** What the person wants, in their words: in large type at the top of a sheet of pictures. */
	goal?: string;
	/** Decides which help numbers are printed: 'CA-QC'; those of Canada when unknown. */
	region?: string;
	/** The date was removed: a line to write on is printed instead. The code still has a date. */
	isUndated?: true;
	/** The chosen review date has passed: nothing is printed for it until another is chosen. */
	isReviewPast?: true;
	/** The person's own language, where the app is not in it: it stands first, with the first language of the sheet. */
	beside?: BesideLang;
	/** A sheet of a pad: its code opens Envol, and holds no plan. */
	isPad?: true;
	/** Of its words, those that came with a sheet and could be taken for help: printed in quotation marks. */
	quoted?: readonly string[];
}

/** The QR code of a sheet, and its typed code where there is one. */
export interface SheetCode {
	/** Width in modules, with the quiet zone of four on each side. */
	size: number;
	/** The dark modules as an SVG path in a box of `size` by `size`. */
	path: string;
	typed?: string;
	/**
	 * The host of the site where it can be typed: 'envol.example'; undefined when the page was not opened from a
	 * site.
	 */
	where?: string;
}
