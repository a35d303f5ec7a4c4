import { langs, type Lang } from './language';
import type { Instant } from './local-day';
import { parseNight, type NightHours } from './night';
import { fieldsOf, instantOf, oneOf, present, textOf } from './parse';

export const looks = ['system', 'light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];
/** Percent of the normal size. */
export const textSizes = [100, 125, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];
export const motions = ['system', 'reduced'] as const;
export type Motion = (typeof motions)[number];

/**
 * How the person likes Envol. Small enough to be mirrored where it can be read before the first paint (see
 * `src/boot.js`).
 */
export interface Preferences {
	lang?: Lang;
	look: Look;
	textSize: TextSize;
	motion: Motion;
	/** Where they live: 'CA-QC', 'FR', 'WORLD'; undefined until they say so. */
	region?: string;
	/** A button on every page, and Shift three times, blank the screen and lead to a plain page. */
	hidesQuickly?: true;
	/** The tab and the icon have a plain name. */
	isDiscreet?: true;
	/** A light vibration at each tick. */
	vibrates?: true;
	/** Today asks how it is. */
	asksHow?: true;
	/** Undefined for the usual hours. */
	night?: NightHours;
	/** When they last chose any of this; undefined when they chose nothing yet. */
	at?: Instant;
}

export const defaultPreferences: Preferences = { look: 'system', textSize: 100, motion: 'system' };

const regionShape = /^(?:[A-Z]{2}(?:-[A-Z]{2})?|WORLD)$/;

/** Reads preferences from anywhere, field by field; what cannot be read takes its default. */
export function parsePreferences(value: unknown): Preferences {
	const given = fieldsOf(value);
	const region = textOf(given.region);
	return {
		look: oneOf(looks, given.look) ?? defaultPreferences.look,
		textSize: oneOf(textSizes, given.textSize) ?? defaultPreferences.textSize,
		motion: oneOf(motions, given.motion) ?? defaultPreferences.motion,
		...present({
			lang: oneOf(langs, given.lang),
			region: region && regionShape.test(region) ? region : undefined,
			hidesQuickly: given.hidesQuickly === true || undefined,
			isDiscreet: given.isDiscreet === true || undefined,
			vibrates: given.vibrates === true || undefined,
			asksHow: given.asksHow === true || undefined,
			night: parseNight(given.night),
			at: instantOf(given.at)
		})
	};
}
