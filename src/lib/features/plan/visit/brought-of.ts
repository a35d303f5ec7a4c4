import type { BroughtVisit } from '$lib/domain/brought-visit';
import type { Lang } from '$lib/domain/language';
import type { LocalDay } from '$lib/domain/local-day';
import { noExtras } from '$lib/domain/prescription';
import type { StepId } from '$lib/domain/step';
import { keyOf, visitParts } from '$lib/domain/visit';
import type { Translate } from '$lib/i18n';
import type { MyVisit } from './my-visit.svelte';

/**
 * What the code of the page holds: what is on the page, and with it the steps where the person wants it so. What was
 * done of a step stands beside it then. Needs the message group `visit-page`.
 */
export function broughtOf(
	visit: MyVisit,
	t: Translate,
	lang: Lang,
	date: LocalDay,
	withPlan: boolean
): BroughtVisit {
	const steps = withPlan ? visit.steps.filter(({ isExample }) => !isExample) : [];
	const isTold = (id: StepId) => visit.isShown(keyOf('step', id)) && visit.timesOf(id) > 0;
	const toldKeys = steps.filter(({ id }) => isTold(id)).map(({ id }) => keyOf('step', id));
	return {
		lang,
		date,
		told: steps.map(({ id }) => (isTold(id) ? t('visit-page.told', { times: visit.timesOf(id) }) : '')),
		parts: Object.fromEntries(
			visitParts.map((part) => [part, visit.linesOf(t, part, toldKeys)])
		) as unknown as BroughtVisit['parts'],
		...(steps.length > 0 && { plan: { ...noExtras(lang), date, lines: steps } })
	};
}
