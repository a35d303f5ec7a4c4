import { ideaForms, sides, type Extras, type Mention } from '$lib/domain/prescription';
import type { KeptSheet } from '$lib/domain/kept-sheet';
import type { Lang } from '$lib/domain/language';
import { loadMessages, type MessageKey, type Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import { activityTitle, loadActivities } from './step-words';

/** One part of what accompanies the steps, in words. */
export interface SheetPart {
	title: string;
	items: readonly string[];
}

/**
 * Loads the names of activities and signs, only where there are some. Needs the message groups `habits` and `plan`.
 */
export async function loadSheetWords(
	lang: Lang,
	{ ideas, signs }: Pick<Extras, 'ideas' | 'signs'>,
	lines: readonly { activity?: string }[] = []
): Promise<void> {
	const hasActivity =
		lines.some(({ activity }) => activity !== undefined) ||
		ideaForms.some((form) => ideas[form].some(({ id }) => id !== undefined));
	const hasSign = signs.some(({ id }) => id !== undefined);
	await Promise.all([hasActivity && loadActivities(lang), hasSign && loadMessages(lang, ['early-signs'])]);
}

function mentionInWords(t: Translate, mention: Mention, kind: 'activity' | 'sign'): string {
	const { id, words, unknown = 0 } = mention;
	if (id === undefined) return words ?? t('plan.agreed.unknown', { code: unknown });
	return kind === 'activity'
		? activityTitle(t, id)
		: t(`early-signs.signs.${id}` as MessageKey).replace(/\.$/, '');
}

/** Agreements, ideas and signs, omitting empty parts; what could be taken for help is shown as a quotation. */
export function partsOf(
	t: Translate,
	{ agreements, ideas, signs, quoted = [] }: Extras & Pick<KeptSheet, 'quoted'>
): SheetPart[] {
	return [
		...sides.map((side) => ({ title: t(`plan.agreed.${side}`), items: agreements[side] })),
		...ideaForms.map((form) => ({
			title: t(`plan.agreed.${form}`),
			items: ideas[form].map((idea) => mentionInWords(t, idea, 'activity'))
		})),
		{ title: t('plan.agreed.signs'), items: signs.map((sign) => mentionInWords(t, sign, 'sign')) }
	]
		.filter(({ items }) => items.length > 0)
		.map(({ title, items }) => ({
			title,
			items: items.map((words) => (quoted.includes(words) ? t('habits.fromSheet.quoted', { words }) : words))
		}));
}

/** "We look at it together on November 30, 2026." */
export function reviewInWords(t: Translate, lang: Lang, { reviewOn }: Extras): string | undefined {
	return reviewOn && t('plan.agreed.reviewOn', { date: dateInWords(lang, reviewOn) });
}
