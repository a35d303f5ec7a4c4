import { timeIn } from './clock-time';
import type { Moment } from './habit';
import { spaced } from './search';

/**
 * The words that tell a part of the day, in both languages, as the beginnings of words; "=" ends a word that would begin too many
 * others. The first line with a match is taken. In Quebec "déjeuner" is in the morning, "dîner" at noon, "souper" in the evening.
 */
const momentWords: readonly (readonly [Exclude<Moment, 'any'>, string])[] = [
	['morning', 'make my bed, make the bed, out of bed, faire mon lit, faire le lit, sortir du lit, quitter le lit'], // prettier-ignore
	['evening', 'sunset, coucher de soleil, coucher du soleil'],
	['night', 'bed=, bedtime, night, midnight, sleep, pyjama, pajama, au lit, mon lit, coucher, dormir, nuit, minuit, sommeil'], // prettier-ignore
	['evening', 'evening, supper, dinner, tonight, after work, soir, souper, apres le travail'],
	['morning', 'morning, breakfast, wake=, waking, get up, getting up, curtain, cereal, matin, dejeuner, lever, leve=, reveil, rideau, gruau'], // prettier-ignore
	['midday', 'noon, midday, lunch, afternoon, midi, diner=, apres midi, nap=, sieste, siesta']
];

const looks = momentWords.map(
	([moment, list]) =>
		[
			moment,
			list.split(', ').map((each) => ` ${each.replace(/=$/, '')}${each.endsWith('=') ? ' ' : ''}`)
		] as const
);

/** The part of the day that own words tell, in either language; undefined where they tell none. */
export function guessedMoment(words: string): Moment | undefined {
	const text = `${spaced(words)} `;
	const told = looks.find(([, begins]) => begins.some((begin) => text.includes(begin)))?.[0];
	if (told) return told;
	const time = timeIn(words);
	if (time === undefined) return undefined;
	const hour = time / 60;
	if (hour < 4 || hour >= 21) return 'night';
	if (hour < 11) return 'morning';
	return hour < 17 ? 'midday' : 'evening';
}
