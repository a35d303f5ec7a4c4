import type { LocalDay } from './local-day';

export const seasons = ['winter', 'spring', 'summer', 'fall'] as const;
export type Season = (typeof seasons)[number];

/** Why going out asks for care. */
export type OutdoorCaution = 'night' | 'cold';

/** What the clock and the calendar say of going out. */
export interface Outside {
	season: Season;
	/** From nine in the evening to six in the morning. */
	isNight: boolean;
	/** December to February: cold enough to be a danger in all of Canada. */
	isDeepWinter: boolean;
}

export const timesOfDay = ['day', 'night'] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

/** What a person says of outside where calendar and clock are wrong for them: it holds for that day only. */
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
 */
export function outsideAt(month: number, hour: number): Outside {
	return {
		season: seasonOfMonth[month - 1] ?? 'summer',
		isNight: hour >= 21 || hour < 6,
		isDeepWinter: month === 12 || month <= 2
	};
}

/** The same, as the person says it is today. */
export function outsideAs(outside: Outside, said: SaidOutside | undefined, today: LocalDay): Outside {
	if (said?.day !== today) return outside;
	const { season, time } = said;
	return {
		season: season ?? outside.season,
		isDeepWinter: season ? season === 'winter' : outside.isDeepWinter,
		isNight: time ? time === 'night' : outside.isNight
	};
}

/** What to mind out there now, the cold first: it is the greater danger. */
export function outdoorCautions({ isNight, isDeepWinter }: Outside): OutdoorCaution[] {
	return [...(isDeepWinter ? (['cold'] as const) : []), ...(isNight ? (['night'] as const) : [])];
}
