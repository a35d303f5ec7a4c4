import { frequencyInWords, titleOf } from '$lib/app/words/step-words';
import type { Lang } from '$lib/domain/language';
import { ideaForms, sides, type Prescription } from '$lib/domain/prescription';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { mentionInWords } from './paper/sheet-words';

/**
 * The sheet as plain text for a person's chart, a line for each step, in one language. No name, no telephone number.
 * Needs the texts that the sheet needs.
 */
export function chartText(t: Translate, lang: Lang, prescription: Prescription): string {
	const { date, reviewOn, lines, ideas, agreements, signs } = prescription;
	const list = (title: string, items: readonly string[]) =>
		items.length > 0 ? ['', title, ...items.map((item) => `- ${item}`)] : [];
	return [
		t('sheet.paper.title'),
		`${t('sheet.paper.date')} ${dateInWords(lang, date)}`,
		...list(
			t('sheet.paper.steps'),
			lines.map((line) => {
				const { moment, frequency, times, detail, tiny, reason } = line;
				return [
					titleOf(t, line),
					moment === 'any' ? undefined : t(`habits.moments.${moment}`),
					frequencyInWords(t, lang, frequency),
					times > 1 ? t('sheet.often.times', { times }) : undefined,
					detail,
					tiny && t('sheet.paper.tiny', { tiny }),
					reason && t('sheet.paper.forWhat', { reason })
				]
					.filter(Boolean)
					.join(' · ');
			})
		),
		...ideaForms.flatMap((form) =>
			list(
				t(`sheet.ideas.${form}`),
				ideas[form].map((mention) => mentionInWords(t, mention))
			)
		),
		...sides.flatMap((side) => list(t(`sheet.agreements.${side}`), agreements[side])),
		...list(
			t('sheet.signs'),
			signs.map((mention) => mentionInWords(t, mention))
		),
		...(reviewOn ? ['', `${t('sheet.paper.review')} ${dateInWords(lang, reviewOn)}`] : [])
	].join('\n');
}
