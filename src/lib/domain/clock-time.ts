import type { Moment } from './habit';

/** Minutes since midnight on the clock on the wall, 0 to 1439. No zone: it moves with the person. */
export type ClockTime = number;

export function isClockTime(value: unknown): value is ClockTime {
	return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 24 * 60;
}

const pad = (count: number) => String(count).padStart(2, '0');

/** 'HH:MM', as a field for a time holds it. */
export function clockOf(time: ClockTime): string {
	return `${pad(Math.floor(time / 60))}:${pad(time % 60)}`;
}

/** The time in a field; undefined while it is empty or half written. */
export function timeOnClock(clock: string): ClockTime | undefined {
	const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(clock) ?? [];
	return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** When a moment of the day is, where nobody named a time. */
export const usualTimes: Readonly<Record<Exclude<Moment, 'any'>, ClockTime>> = {
	morning: 8 * 60,
	midday: 12 * 60,
	evening: 18 * 60,
	night: 21 * 60
};

// "8:30", "8:30 pm", "8 am", "8h30", "8 h 30", "20 h"
const named =
	/(?<![\d:.,])(\d{1,2})(?:\s?(:)\s?([0-5]\d)|\s?(h)(?:\s?([0-5]\d))?|(?=\s?[ap]\.?m(?!\p{L})))(?!\d)(?:\s?([ap])\.?m(?!\p{L}))?/giu;
// what stands before an hour, and never before how long something takes
const before = /(?:^|\s)(?:à|a|vers|dès|avant|après|at|by|around|before|after)\s*$/iu;
/** No step takes this many hours: "8 h" is a time, "2 h" may be how long. */
const surelyATime = 5;

/** A clock of twelve hours: "6:30" in the evening is 18:30. */
function onWholeClock(hours: number, moment: Moment): number {
	if ((moment === 'evening' || moment === 'night') && hours >= 4 && hours < 12) return hours + 12;
	return moment === 'midday' && hours >= 1 && hours <= 4 ? hours + 12 : hours;
}

/**
 * The first time of day that somebody wrote in a line, in either language.
 * @param moment tells morning from evening where the line does not
 */
export function timeIn(text: string | undefined, moment: Moment = 'any'): ClockTime | undefined {
	for (const found of (text ?? '').matchAll(named)) {
		const [, digits, colon, minutes, h, minutesAfterH, half] = found;
		let hours = Number(digits);
		if (h && hours < surelyATime && !before.test(text!.slice(0, found.index))) continue;
		if (half) {
			if (hours < 1 || hours > 12) continue;
			hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
		} else if (colon || h) hours = onWholeClock(hours, moment);
		if (hours < 24) return hours * 60 + Number(minutes ?? minutesAfterH ?? 0);
	}
	return undefined;
}
