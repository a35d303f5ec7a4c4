// @vitest-environment node
import { expect, test } from 'vitest';
import { langs } from '$lib/domain/language';
import { localDay, weekdays } from '$lib/domain/local-day';
import { dateInWords, dayInWords, listInWords, weekdayInWords } from '$lib/i18n/formats';

const day = localDay('2026-11-21');

test('a day reads as people say it', () => {
	expect(dayInWords('en', day)).toBe('Saturday, November 21');
	expect(dayInWords('fr', day)).toBe('samedi 21 novembre');
});

test('a date reads as people write it', () => {
	expect(dateInWords('en', day)).toBe('November 21, 2026');
	expect(dateInWords('fr', day)).toBe('21 novembre 2026');
});

test('the first of January is the first in both languages', () => {
	expect(dayInWords('en', localDay('2027-01-01'))).toBe('Friday, January 1');
	expect(dayInWords('fr', localDay('2027-01-01'))).toBe('vendredi 1er janvier');
	expect(dateInWords('fr', localDay('2027-01-01'))).toBe('1er janvier 2027');
	expect(dateInWords('fr', localDay('2026-11-11'))).toBe('11 novembre 2026');
});

test('the week begins on Monday', () => {
	expect(weekdays.map((weekday) => weekdayInWords('en', weekday))).toEqual(['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']); // prettier-ignore
	expect(weekdays.map((weekday) => weekdayInWords('fr', weekday))).toEqual(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']); // prettier-ignore
	for (const lang of langs)
		expect(new Set(weekdays.map((weekday) => weekdayInWords(lang, weekday, 'short'))).size).toBe(7);
});

test('a list ends with "and", with no comma before it in French', () => {
	expect(listInWords('en', ['Monday', 'Friday'])).toBe('Monday and Friday');
	expect(listInWords('fr', ['lundi', 'mardi', 'vendredi'])).toBe('lundi, mardi et vendredi');
	expect(listInWords('fr', ['lundi'])).toBe('lundi');
});
