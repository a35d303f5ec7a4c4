import type { Lang } from './language';
import type { LocalDay } from './local-day';
import { tidyPrescription, type Prescription } from './prescription';
import { tidyWords } from './tidy-words';
import { visitParts, type VisitPart } from './visit';

/** What a person brings to a visit as a code: the page, and with it the sheet to renew if they chose so. */
export interface BroughtVisit {
	lang: Lang;
	/** The day the page was made. */
	date: LocalDay;
	/** What was asked: their steps as they stand, with what goes beside them. */
	plan?: Prescription;
	/** What was done of each line of the plan, as the person tells it; '' where they say nothing. */
	told: readonly string[];
	/** The lines of each part of the page. */
	parts: Readonly<Record<VisitPart, readonly string[]>>;
}

/** In characters. */
export const longestBrought = 640;
/** In each part. */
export const mostBrought = 60;

export const noBroughtParts: BroughtVisit['parts'] = Object.fromEntries(
	visitParts.map((part) => [part, []])
) as unknown as BroughtVisit['parts'];

const tidyLines = (lines: readonly string[]) =>
	lines.flatMap((line) => tidyWords(line, longestBrought) ?? []).slice(0, mostBrought);

/** Ready to be sent: words tidied, empty lines left out, one telling for each line of the plan. */
export function tidyBrought({ lang, date, plan, told, parts }: BroughtVisit): BroughtVisit {
	const tidyPlan = plan && tidyPrescription(plan);
	return {
		lang,
		date,
		...(tidyPlan && { plan: tidyPlan }),
		told: (tidyPlan?.lines ?? []).map((_, i) => tidyWords(told[i], longestBrought) ?? ''),
		parts: Object.fromEntries(
			visitParts.map((part) => [part, tidyLines(parts[part])])
		) as unknown as BroughtVisit['parts']
	};
}

/** Whether nothing would be lost in sending it: every line has room. */
export function hasRoom({ parts }: BroughtVisit): boolean {
	return visitParts.every((part) => parts[part].length <= mostBrought);
}
