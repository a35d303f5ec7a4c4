import { formPictograms, habitPictograms, itemPictograms, pictogramOfDrawing } from '$lib/content/pictograms';
import { forms, type ActivityId, type Form } from '$lib/domain/activity';
import type { Lang, PaperLang } from '$lib/domain/language';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Frequency, Step } from '$lib/domain/step';
import { loadMessages, type MessageKey, type Translate } from '$lib/i18n';
import { listInWords, weekdayInWords } from '$lib/i18n/formats';

/** For own words, the one that was chosen: one that does not fit is worse than none. */
export function pictogramOf({
	item,
	activity,
	habit,
	drawing
}: Pick<Step, 'item' | 'activity' | 'habit' | 'drawing'>): PictogramName | undefined {
	if (activity) return activityPictogram(activity);
	if (!item) return drawing && drawing !== 'none' ? pictogramOfDrawing(drawing) : undefined;
	return Object.hasOwn(itemPictograms, item) ? itemPictograms[item] : habitPictograms[habit];
}

let activityPictograms: Partial<Record<ActivityId, PictogramName>> = {};
const named = new Set<PaperLang>();

/** Whether the texts of activities are loaded. */
export function areActivitiesThere(lang: Lang): boolean {
	return named.has(lang);
}

/** Loads the names and drawings of activities: a day without any works without. */
export async function loadActivities(...langs: readonly PaperLang[]): Promise<void> {
	const [drawings] = await Promise.all([
		import('$lib/content/activity-pictograms'),
		...langs.map((lang) => loadMessages(lang, ['activities']))
	]);
	({ activityPictograms } = drawings);
	langs.forEach((lang) => named.add(lang));
}

/** The first letters of an activity's id give its form. */
export function activityForm(id: ActivityId): Form {
	return forms.find((each) => id.startsWith(`${each.slice(0, 3)}-`)) ?? 'mental';
}

export function activityPictogram(id: ActivityId): PictogramName {
	return activityPictograms[id] ?? formPictograms[activityForm(id)];
}

/** An activity as the name of a step: its sentence without the full stop. */
export function activityTitle(t: Translate, id: ActivityId): string {
	const key = `activities.items.${id}` as MessageKey;
	const title = t(key);
	// where its texts could not be loaded, a plain name is better than an id
	return title === key ? t('habits.habits.engage.name') : title.replace(/\.$/, '');
}

/**
 * A word of care that goes with some activities. Needs the message group `activities`; on a screen only, not at build
 * time.
 */
export function cautionOf(t: Translate, id: ActivityId): string | undefined {
	const key = `activities.cautions.${id}` as MessageKey;
	const caution = t(key);
	return caution === key ? undefined : caution;
}

/**
 * The name of a step: the person's own words first. Words from a sheet that look like help are shown as a quotation.
 * Steps from activities need the message group `activities`.
 */
export function titleOf(
	t: Translate,
	step: Pick<Step, 'words' | 'item' | 'activity' | 'unknown' | 'habit' | 'isQuoted'>
): string {
	if (step.words) return step.isQuoted ? t('habits.fromSheet.quoted', { words: step.words }) : step.words;
	if (step.item) return t(`habits.items.${step.item}` as MessageKey);
	if (step.activity) return activityTitle(t, step.activity);
	if (step.unknown !== undefined) return t('habits.unknown', { code: step.unknown });
	return t(`habits.habits.${step.habit}.name`);
}

/** The smaller line below it: the tiny version when the step was made smaller, otherwise when or how. */
export function detailOf(t: Translate, step: Step): string | undefined {
	if (step.isSmall && step.tiny) return t('today.tinyWay', { tiny: step.tiny });
	return step.detail;
}

/**
 * The line below it in the day's list: when or how, else its moment of the day; the tiny way where there is one. Of a step done
 * several times a day, how often it is or was done comes first.
 */
export function rowDetailOf(t: Translate, step: Step, done: number, isAround = false): string {
	const { tiny, times } = step;
	const moment = isAround ? t('today.around') : t(`habits.moments.${step.moment}`);
	const isOnce = times === 1;
	const parts = [
		!isOnce && (done > 0 ? t('today.timesDone', { done }) : t('today.timesADay', { times })),
		(isAround || (!step.detail && (isOnce || step.moment !== 'any'))) && moment,
		step.isSmall && tiny ? t('today.tinyWay', { tiny }) : step.detail,
		tiny && !step.isSmall && t('today.orTiny', { tiny })
	];
	return parts.filter(Boolean).join(' · ');
}

/** "Every day", "About 3 times a week", "Monday and Friday". */
export function frequencyInWords(t: Translate, lang: PaperLang, frequency: Frequency): string {
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
