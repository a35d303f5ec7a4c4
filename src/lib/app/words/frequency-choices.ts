import type { Lang } from '$lib/domain/language';
import { weekdays, type Weekday } from '$lib/domain/local-day';
import { frequencyKinds, type FrequencyKind } from '$lib/domain/step';
import type { Translate } from '$lib/i18n';
import { weekdayInWords } from '$lib/i18n/formats';

/** The labels of the field in which a person says how often. */
export interface FrequencyChoices {
	label: string;
	kinds: readonly { kind: FrequencyKind; words: string }[];
	howMany: string;
	times: readonly { times: number; words: string }[];
	whichDays: string;
	days: readonly { day: Weekday; words: string }[];
}

/** Needs the message groups `prescription` and `habits`. */
export function frequencyChoices(t: Translate, lang: Lang): FrequencyChoices {
	return {
		label: t('prescription.often.label'),
		kinds: frequencyKinds.map((kind) => ({ kind, words: t(`prescription.often.${kind}`) })),
		howMany: t('prescription.often.howMany'),
		times: [1, 2, 3, 4, 5, 6].map((times) => ({ times, words: t('habits.often.weekly', { times }) })),
		whichDays: t('prescription.often.whichDays'),
		days: weekdays.map((day) => ({ day, words: weekdayInWords(lang, day) }))
	};
}
