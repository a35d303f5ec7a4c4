import type { Chime } from './activity';
import { fieldsOf, oneOf } from './parse';

/** The four pillars of theP (CP2e in French). */
export const pillars = ['trust', 'hope', 'engagement', 'patience'] as const;
export type Pillar = (typeof pillars)[number];

/** The three ingredients of a practical spirituality. */
export const ingredients = ['present', 'essentials', 'create'] as const;
export type Ingredient = (typeof ingredients)[number];

/** A prompt belongs to one pillar or to one ingredient. */
export type PromptDimension = Pillar | Ingredient;

export const promptLevels = ['tap', 'sentence', 'long'] as const;
export type PromptLevel = (typeof promptLevels)[number];

/** How the person writes, remembered for the next time. */
export interface WayOfWriting {
	/** How much they had energy for the last time. */
	level: PromptLevel;
}
export const usualWay: WayOfWriting = { level: 'sentence' };

/** Reads a kept way of writing; whatever cannot be read is as usual. */
export function parseWayOfWriting(value: unknown): WayOfWriting {
	return { level: oneOf(promptLevels, fieldsOf(value).level) ?? usualWay.level };
}

export type JournalPromptId = string;

/** A question or the start of a sentence: offered, never required. */
export interface JournalPrompt {
	id: JournalPromptId;
	dimension: PromptDimension;
	level: PromptLevel;
	chime: readonly Chime[];
	/** The answers to choose from with one tap; only at level 'tap'. */
	options?: readonly string[];
}

/** The prompts that fit what the person wants to write about, and how much. */
export function fitting(
	prompts: readonly JournalPrompt[],
	dimension: PromptDimension | undefined,
	level: PromptLevel
): JournalPrompt[] {
	return prompts.filter(
		(prompt) => prompt.level === level && (dimension === undefined || prompt.dimension === dimension)
	);
}
