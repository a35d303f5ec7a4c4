import type { Chime } from '$lib/domain/activity';
import type { Pillar, PromptDimension } from '$lib/domain/journal-prompt';
import type { Lang } from '$lib/domain/language';
import type { PictogramName } from '$lib/domain/pictogram';

/** The order spells the name: theP in English, CP2e (Confiance, Patience, engagement, espoir) in French. */
export const pillarOrder: Record<Lang, readonly Pillar[]> = {
	en: ['trust', 'hope', 'engagement', 'patience'],
	fr: ['trust', 'patience', 'engagement', 'hope']
};

/** The letters of AiLES, in the order that spells it. */
export const ailes: readonly { chime: Chime; letter: string }[] = [
	{ chime: 'empowerment', letter: 'A' },
	{ chime: 'identity', letter: 'i' },
	{ chime: 'connectedness', letter: 'L' },
	{ chime: 'hope', letter: 'E' },
	{ chime: 'meaning', letter: 'S' }
];

export const dimensionPictograms: Record<PromptDimension, PictogramName> = {
	trust: 'anchor',
	hope: 'rainbow',
	engagement: 'hand',
	patience: 'sprout',
	present: 'leaf',
	essentials: 'house',
	create: 'palette'
};
