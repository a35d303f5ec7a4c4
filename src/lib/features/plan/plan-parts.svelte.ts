import { live } from '$lib/app/keeping/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import { hasExtras } from '$lib/domain/kept-sheet';
import type { Lang } from '$lib/domain/language';
import { questionsToAsk } from '$lib/domain/my-plan';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';

export const planParts = ['wants', 'agreements', 'visit', 'people', 'signs', 'crisis'] as const;
export type PlanPart = (typeof planParts)[number];

export const partPictograms: Record<PlanPart, PictogramName> = {
	wants: 'sunrise',
	agreements: 'hand',
	visit: 'calendar-days',
	people: 'users',
	signs: 'leaf',
	crisis: 'sailboat'
};

/** One line about what each part of the plan holds. */
export class PlanParts {
	#services: Services;
	readonly #kept = $derived.by(() => {
		const { storage } = this.#services.gate;
		return (
			storage && {
				wants: live(storage.wants.observe()),
				agreements: live(storage.agreements.observe()),
				sheet: live(storage.sheet.observe()),
				questions: live(storage.questions.observe()),
				people: live(storage.people.observe()),
				signs: live(storage.mySigns.observe()),
				notes: live(storage.planNotes.observe())
			}
		);
	});

	constructor(services: Services) {
		this.#services = services;
	}

	lineOf(t: Translate, lang: Lang, part: PlanPart): string {
		const kept = this.#kept;
		const counted = (count: number, none: string) => (count > 0 ? t('plan.parts.count', { count }) : none);
		switch (part) {
			case 'wants':
				return counted(Object.keys(kept?.wants.value ?? {}).length, t('plan.parts.wants.none'));
			case 'agreements': {
				const open = Object.values(kept?.agreements.value ?? {}).filter(({ ended }) => !ended);
				const sheet = kept?.sheet.value;
				if (open.length === 0 && sheet && hasExtras(sheet)) return t('plan.parts.fromSheet');
				return counted(open.length, t('plan.parts.agreements.none'));
			}
			case 'visit': {
				const on = kept?.notes.value?.visitOn;
				if (on) return t('plan.parts.visitOn', { date: dateInWords(lang, on) });
				return counted(questionsToAsk(kept?.questions.value ?? {}).length, t('plan.parts.visit.none'));
			}
			case 'people': {
				const count = Object.keys(kept?.people.value ?? {}).length;
				return count > 0 ? t('plan.parts.peopleCount', { count }) : t('plan.parts.people.none');
			}
			case 'signs':
				return counted(Object.keys(kept?.signs.value ?? {}).length, t('plan.parts.signs.none'));
			case 'crisis': {
				const isWritten = isCrisisWritten(kept?.notes.value);
				return t(isWritten ? 'plan.parts.crisis.some' : 'plan.parts.crisis.none');
			}
		}
	}
}
