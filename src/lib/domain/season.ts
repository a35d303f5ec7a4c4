import type { LocalDay } from './local-day';

export const seasons = ['winter', 'spring', 'summer', 'fall'] as const;
export type Season = (typeof seasons)[number];

/** Why going out needs care. */
export type OutdoorCaution = 'night' | 'cold';

/** What the clock and the calendar say about going out. */
export interface Outside {
	season: Season;
	/** From nine in the evening to six in the morning, and in the person's own night. */
	isNight: boolean;
	/** December to February: cold enough to be a danger in all of Canada. */
	isDeepWinter: boolean;
}

export const timesOfDay = ['day', 'night'] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

/** What the person says when calendar and clock are wrong for them. It holds for that day only. */
export interface SaidOutside {
	day: LocalDay;
	season?: Season;
	time?: TimeOfDay;
}

const seasonOfMonth: readonly Season[] = [
	'winter',
	'winter',
	'winter',
	'spring',
	'spring',
	'summer',
	'summer',
	'summer',
	'fall',
	'fall',
	'fall',
	'winter'
];

/**
 * Seasons as they are lived in Canada: snow from December to March.
 * @param month 1 to 12
 * @param hour 0 to 23
 * @param isOwnNight it is night for the person, whatever the hour
 */
export function outsideAt(month: number, hour: number, isOwnNight = false): Outside {
	return {
		season: seasonOfMonth[month - 1] ?? 'summer',
		isNight: hour >= 21 || hour < 6 || isOwnNight,
		isDeepWinter: month === 12 || month <= 2
	};
}

/** The same, adjusted by what the person says of today. */
export function outsideAs(outside: Outside, said: SaidOutside | undefined, today: LocalDay): Outside {
	if (said?.day !== today) return outside;
	const { season, time } = said;
	return {
		season: season ?? outside.season,
		isDeepWinter: season ? season === 'winter' : outside.isDeepWinter,
		isNight: time ? time === 'night' : outside.isNight
	};
}

/** Cautions for going out now. Cold comes first: it is the greater danger. */
export function outdoorCautions({ isNight, isDeepWinter }: Outside): OutdoorCaution[] {
	return [...(isDeepWinter ? (['cold'] as const) : []), ...(isNight ? (['night'] as const) : [])];
}
