// @vitest-environment node
import { expect, test } from 'vitest';
import type { BesideLang } from '$lib/domain/language';
import { noExtras } from '$lib/domain/prescription';
import { needsOf } from '$lib/features/sheet/sheet-texts.svelte';
import { dayLetter, langsOf, paperWeek } from '../../../src/lib/features/sheet/paper/sheet-words';

test('on a sheet in two languages the person’s own stands first', () => {
	expect(langsOf('fr-en')).toEqual(['fr', 'en']);
});

test('a language that the app is not in stands first, with one of the two', () => {
	const beside = 'ar' as BesideLang;
	expect(langsOf('fr', { beside })).toEqual(['ar', 'fr']);
	expect(langsOf('en-fr', { beside })).toEqual(['ar', 'en']);
	// its days do not all begin with the letter of the article
	expect(new Set(paperWeek.map((day) => dayLetter(beside, day))).size).toBeGreaterThan(4);
	expect(paperWeek.map((day) => dayLetter('fr', day)).join('')).toBe('DLMMJVS');
});

test('its texts are loaded too, and those of the dice and of a crisis plan in French and English alone', () => {
	const sheet = { ...noExtras('fr'), lines: [] };
	const beside = 'ar' as BesideLang;
	expect(needsOf(sheet, 'en', 'sheet', beside)).toContainEqual(['ar', 'sheet']);
	for (const kind of ['die', 'pad-crisis'] as const)
		expect(
			needsOf(sheet, 'fr', kind, beside).filter(([, group]) => group === 'dice' || group === 'my-plan')
		).toEqual([['fr', kind === 'die' ? 'dice' : 'my-plan']]);
});
