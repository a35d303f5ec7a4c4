import { isLang, tagOf, type Lang, type PaperLang } from '$lib/domain/language';
import type { Line, Mention, PaperOnly, SheetLangs } from '$lib/domain/prescription';
import type { Weekday } from '$lib/domain/local-day';
import { activityTitle } from '$lib/app/words/step-words';
import type { MessageKey, Translate } from '$lib/i18n';
import { weekdayInWords } from '$lib/i18n/formats';

/** What is said in one language: `$tIn` gives the first argument. */
export type Say = (t: Translate, lang: PaperLang) => string;

/** As on calendars here: the week begins on Sunday. */
export const paperWeek: readonly Weekday[] = [7, 1, 2, 3, 4, 5, 6];

/**
 * The languages of a sheet, the person's own first: where that is none of the app's, it stands with one of those alone.
 */
export function langsOf(langs: SheetLangs): readonly Lang[];
export function langsOf(langs: SheetLangs, paper: Pick<PaperOnly, 'beside'>): readonly PaperLang[];
export function langsOf(langs: SheetLangs, { beside }: Pick<PaperOnly, 'beside'> = {}): readonly PaperLang[] {
	const ours = langs.split('-') as Lang[];
	return beside ? [beside, ...ours.slice(0, 1)] : ours;
}

/** "S", "D": the letter above a column of boxes. */
export function dayLetter(lang: PaperLang, day: Weekday): string {
	// elsewhere all days may begin alike
	if (!isLang(lang)) return weekdayInWords(lang, day, 'narrow');
	return weekdayInWords(lang, day, 'short').charAt(0).toLocaleUpperCase(tagOf(lang));
}

/** Longest text that stands in the narrow column, in characters: "8:30", "13 h 30", "after 9". */
const longestTime = 8;

/** An hour written as the detail stands in the column for the moment, in its place. */
function isTime(detail: string | undefined): detail is string {
	return detail !== undefined && detail.length <= longestTime && /\d/.test(detail);
}

/** What the "when" column says first: the hour, or the moment of the day; undefined when neither matters. */
export function whenOf(line: Pick<Line, 'detail' | 'moment'>): Say | undefined {
	const { detail, moment } = line;
	if (isTime(detail)) return () => detail;
	return moment === 'any' ? undefined : (t) => t(`habits.moments.${moment}`);
}

/** How often, below it, where that is not once each day; chosen weekdays are told by their boxes. */
export function oftenOf({ times, frequency }: Pick<Line, 'times' | 'frequency'>): Say[] {
	const often: Say[] = [];
	if (times > 1) often.push((t) => t('sheet.often.times', { times }));
	if (frequency.kind === 'weekly') often.push((t) => t('sheet.often.weekly', { times: frequency.times }));
	else if (frequency.kind !== 'daily' && frequency.kind !== 'weekdays')
		often.push((t) => t(`sheet.often.${frequency.kind}`));
	return often;
}

/** The small lines below a title: how, the tiny way, what it is for. */
export function smallLinesOf({ detail, tiny, reason }: Pick<Line, 'detail' | 'tiny' | 'reason'>): Say[] {
	const lines: Say[] = [];
	if (detail && !isTime(detail)) lines.push(() => detail);
	if (tiny) lines.push((t) => t('sheet.paper.tiny', { tiny }));
	if (reason) lines.push((t) => t('sheet.paper.forWhat', { reason }));
	return lines;
}

/** An idea or a sign, in words. */
export function mentionInWords(t: Translate, { id, words, unknown }: Mention): string {
	if (words) return words;
	if (id?.startsWith('sign-')) return t(`early-signs.signs.${id}` as MessageKey);
	if (id) return activityTitle(t, id);
	return t('habits.unknown', { code: unknown ?? 0 });
}
