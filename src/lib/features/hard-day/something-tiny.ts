import { firstOf } from '$lib/app/keeping/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { loadActivities } from '$lib/app/words/step-words';
import { activitiesWithCaution } from '$lib/content/activity-cautions';
import { tinyActivities } from '$lib/content/tiny-activities';
import { fitting } from '$lib/domain/fit';
import { ideaFromActivity } from '$lib/domain/idea';
import type { Lang } from '$lib/domain/language';
import { outsideAt } from '$lib/domain/season';
import type { MessageKey } from '$lib/i18n';

/**
 * Ideas of a few minutes, indoors, alone and free, that this person did not hide. Turning inward has its own page.
 */
export async function somethingTiny({ clock, gate }: Services, lang: Lang) {
	const dice = gate.storage ? await firstOf(gate.storage.dice.observe()) : undefined;
	await loadActivities(lang);
	const pool = tinyActivities.filter(({ form }) => form !== 'mindfulness').map(ideaFromActivity);
	const { ideas } = fitting(
		pool,
		{ energy: 1, place: 'indoor', company: 'alone', isFree: true, notNow: ['outdoor', 'crowd'] },
		{
			hidden: dice?.hidden ?? [],
			mine: [],
			outside: outsideAt(Number(clock.today.slice(5, 7)), clock.hour),
			isOutFine: false
		}
	);
	return ideas.map(({ id }) => ({
		key: `activities.items.${id}` as MessageKey,
		...(activitiesWithCaution.has(id) && { caution: `activities.cautions.${id}` as MessageKey })
	}));
}
