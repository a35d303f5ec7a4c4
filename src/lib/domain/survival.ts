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

/** How far ahead a person may choose to look, when lines come one at a time. */
export const nearHorizons = ['second', 'minute', 'hour', 'day'] as const satisfies readonly Horizon[];
export type NearHorizon = (typeof nearHorizons)[number];

/** The line that is always visible, without a tap: who to call when one might act. */
export function firstOfAll(steps: readonly SurvivalStep[]): SurvivalStep | undefined {
	return steps.find(({ horizon }) => horizon === 'now');
}

/** The other safety lines, before all others; the calmest one comes first. */
export function safetyLines(steps: readonly SurvivalStep[]): SurvivalStep[] {
	return steps
		.filter(({ horizon }) => horizon === 'now')
		.slice(1)
		.toReversed();
}

export function linesAt(steps: readonly SurvivalStep[], horizon: NearHorizon): SurvivalStep[] {
	return steps.filter((step) => step.horizon === horizon);
}
