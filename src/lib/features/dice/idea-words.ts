import { activityPictogram, activityTitle } from '$lib/app/words/step-words';
import { activitiesWithCaution } from '$lib/content/activity-cautions';
import { formPictograms } from '$lib/content/pictograms';
import type { Form } from '$lib/domain/activity';
import type { Face } from '$lib/domain/die';
import type { Idea } from '$lib/domain/idea';
import type { PictogramName } from '$lib/domain/pictogram';
import type { MessageKey, Translate } from '$lib/i18n';

export function titleOfIdea(t: Translate, { activity, words, isQuoted }: Idea): string {
	if (words !== undefined) return isQuoted ? t('dice.from.quoted', { words }) : words;
	return activity === undefined ? '' : activityTitle(t, activity);
}

export function titleOfFace(t: Translate, face: Face): string {
	return face === 'rest' ? t('dice.rest.title') : titleOfIdea(t, face);
}

export function pictogramOfFace(face: Face): PictogramName {
	if (face === 'rest') return 'armchair';
	return face.activity ? activityPictogram(face.activity) : formPictograms[face.form];
}

export function kindOfFace(face: Face): Form | 'rest' {
	return face === 'rest' ? 'rest' : face.form;
}

/** The idea's own caution, and the general one for turning inward. */
export function cautionsOf(t: Translate, { activity, form }: Idea): string[] {
	return [
		...(activity !== undefined && activitiesWithCaution.has(activity)
			? [t(`activities.cautions.${activity}` as MessageKey)]
			: []),
		...(form === 'mindfulness' ? [t('activities.mindfulnessCaution')] : [])
	];
}
