import { describe, expect, it } from 'vitest';
import { activities } from '$lib/content/activities';
import { earlySigns } from '$lib/content/early-signs';
import { habitItems } from '$lib/content/habits';
import { journalPrompts } from '$lib/content/journal-prompts';
import { langs } from '$lib/domain/language';
import { localDay } from '$lib/domain/local-day';
import { parsePreferences } from '$lib/domain/preferences';
import { isSame } from '$lib/storage/difference';
import { kindOf, recordNames } from '$lib/storage/kept-records';
import { fullProfile } from '../../support/full-profile';

describe.each(langs)('the person with something of everything, %s', (lang) => {
	const profile = fullProfile(lang, localDay('2026-11-25'), Date.parse('2026-11-25T15:00:00Z'));

	it.each(recordNames)('has %s as Envol itself would keep it, and not the usual', (name) => {
		const { parse, none } = kindOf(name);
		const given = profile.records[name];
		expect(parse(JSON.parse(JSON.stringify(given)))).toEqual(given);
		expect(isSame(given, none)).toBe(false);
	});

	it('names only steps, ideas, signs and questions that there are', () => {
		const known = new Set<string>(
			[activities, habitItems, earlySigns, journalPrompts].flatMap((list) => list.map(({ id }) => id))
		);
		const named = JSON.stringify(profile).match(/"(?:hyg|phy|soc|men|min|sign|jou)-[a-z-]+"/g)!;
		expect(named.map((id) => id.slice(1, -1)).filter((id) => !known.has(id))).toEqual([]);
	});

	it('has twelve steps, two put away, one paused, sixty days and what the person likes', () => {
		expect(profile.steps.filter(({ putAwayAt }) => putAwayAt === undefined)).toHaveLength(12);
		expect(profile.steps.filter(({ putAwayAt }) => putAwayAt !== undefined)).toHaveLength(2);
		expect(profile.steps.filter(({ pause }) => pause)).toHaveLength(1);
		expect(profile.days).toHaveLength(60);
		expect(parsePreferences(profile.preferences)).toEqual(profile.preferences);
	});
});
