import { habitPictograms, itemPictograms } from '$lib/content/habit-pictograms';
import type { Lang } from '$lib/domain/language';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Frequency, Step } from '$lib/domain/step';
import type { MessageKey, Translate } from '$lib/i18n';
import { listInWords, weekdayInWords } from '$lib/i18n/formats';

export function pictogramOf(step: Pick<Step, 'item' | 'habit'>): PictogramName {
	return (
		(step.item && Object.hasOwn(itemPictograms, step.item) && itemPictograms[step.item]) ||
		habitPictograms[step.habit]
	);
}

/** What a step is called: the person's own words first. */
export function titleOf(t: Translate, step: Pick<Step, 'words' | 'item' | 'habit'>): string {
	return (
		step.words ??
		(step.item ? t(`habits.items.${step.item}` as MessageKey) : t(`habits.habits.${step.habit}.name`))
	);
}

/** The smaller line below it: the tiny way when the step was made smaller, else when or how. */
export function detailOf(t: Translate, step: Step): string | undefined {
	if (step.isSmall && step.tiny) return t('today.tinyWay', { tiny: step.tiny });
	return step.detail;
}

/** "Every day", "About 3 times a week", "Monday and Friday". */
export function frequencyInWords(t: Translate, lang: Lang, frequency: Frequency): string {
	switch (frequency.kind) {
		case 'weekly':
			return t('habits.often.weekly', { times: frequency.times });
		case 'weekdays':
			return listInWords(
				lang,
				frequency.days.map((day) => weekdayInWords(lang, day))
			);
		default:
			return t(`habits.often.${frequency.kind}`);
	}
}
