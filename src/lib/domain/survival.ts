/** How far a person looks ahead in a very hard moment, from now to the whole day. */
export const horizons = ['now', 'second', 'minute', 'hour', 'day'] as const;
export type Horizon = (typeof horizons)[number];

export const survivalKinds = [
	'safety',
	'breath',
	'ground',
	'essentials',
	'distract',
	'reach',
	'kindness',
	'perspective',
	'activate',
	'meaning'
] as const;
export type SurvivalKind = (typeof survivalKinds)[number];

export type SurvivalStepId = string;

export interface SurvivalStep {
	id: SurvivalStepId;
	/** From 1; the safety steps come first. */
	order: number;
	horizon: Horizon;
	kind: SurvivalKind;
}
