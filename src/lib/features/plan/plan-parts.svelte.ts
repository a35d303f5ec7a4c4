import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import { hasExtras } from '$lib/domain/kept-sheet';
import type { Lang } from '$lib/domain/language';
import { questionsToAsk } from '$lib/domain/my-plan';
import type { PictogramName } from '$lib/domain/pictogram';
import type { Translate } from '$lib/i18n';
import { dateInWords } from '$lib/i18n/formats';
import type { Kept, RecordName } from '$lib/storage/kept-records';
import type { RecordRepository } from '$lib/storage/types';

export const planParts = ['wants', 'agreements', 'visit', 'people', 'signs', 'crisis'] as const;
export type PlanPart = (typeof planParts)[number];

export const partPictograms: Record<PlanPart, PictogramName> = {
	wants: 'compass',
	agreements: 'handshake',
	visit: 'message-circle',
	people: 'users',
	signs: 'cloud',
	crisis: 'sailboat'
};

/** One line about what each part of the plan holds. */
export class PlanParts {
	readonly #of;

	constructor(services: Services) {
		const of = <K extends RecordName>(name: K) =>
			followed(
				() => services,
				(storage) => (storage[name] as RecordRepository<Kept<K>>).observe(),
				undefined
			);
		this.#of = {
			wants: of('wants'),
			agreements: of('agreements'),
			sheet: of('sheet'),
			questions: of('questions'),
			people: of('people'),
			signs: of('mySigns'),
			notes: of('planNotes')
		};
	}

	lineOf(t: Translate, lang: Lang, part: PlanPart): string {
		const of = this.#of;
		const counted = (count: number, none: string) => (count > 0 ? t('plan.parts.count', { count }) : none);
		switch (part) {
			case 'wants':
				return counted(Object.keys(of.wants.value ?? {}).length, t('plan.parts.wants.none'));
			case 'agreements': {
				const open = Object.values(of.agreements.value ?? {}).filter(({ ended }) => !ended);
				const sheet = of.sheet.value;
				if (open.length === 0 && sheet && hasExtras(sheet)) return t('plan.parts.fromSheet');
				return counted(open.length, t('plan.parts.agreements.none'));
			}
			case 'visit': {
				const on = of.notes.value?.visitOn;
				if (on) return t('plan.parts.visitOn', { date: dateInWords(lang, on) });
				return counted(questionsToAsk(of.questions.value ?? {}).length, t('plan.parts.visit.none'));
			}
			case 'people': {
				const count = Object.keys(of.people.value ?? {}).length;
				return count > 0 ? t('plan.parts.peopleCount', { count }) : t('plan.parts.people.none');
			}
			case 'signs':
				return counted(Object.keys(of.signs.value ?? {}).length, t('plan.parts.signs.none'));
			case 'crisis': {
				const isWritten = isCrisisWritten(of.notes.value);
				return t(isWritten ? 'plan.parts.crisis.some' : 'plan.parts.crisis.none');
			}
		}
	}
}
