import type { KeptSheet } from './kept-sheet';
import type { Lang } from './language';
import type { LocalDay } from './local-day';
import { noExtras, tidyPrescription, type Prescription } from './prescription';
import { planOf, type Step } from './step';

/** What a person may say of a step before the next sheet is made: it suits them, or they want it smaller, or changed. */
export const stepWishes = ['suits', 'smaller', 'change'] as const;
export type StepWish = (typeof stepWishes)[number];

/** What a person says before the next sheet is made. No count is in it, and nothing of what was done. */
export interface Said {
	/** One for each line of the plan, in its order; undefined where they say nothing. */
	wishes: readonly (StepWish | undefined)[];
	/** In their own words, on one line. */
	words?: string;
}

/** In characters. */
export const longestSaid = 120;

export function saysSomething({ wishes, words }: Said): boolean {
	return words !== undefined || wishes.some((wish) => wish !== undefined);
}

/** The person's list as it stands now, with what goes beside the steps: what the code of their sheet holds. */
export function presentSheet(
	steps: readonly Step[],
	kept: KeptSheet | undefined,
	lang: Lang,
	today: LocalDay
): Prescription {
	return tidyPrescription({
		...(kept ?? noExtras(lang)),
		date: kept?.date ?? today,
		lines: planOf(steps).filter(({ isExample }) => !isExample)
	});
}
