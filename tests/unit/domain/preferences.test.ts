import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regions } from '$lib/content/regions';
import {
	defaultPreferences,
	looks,
	motions,
	parsePreferences,
	textSizes,
	type Preferences
} from '$lib/domain/preferences';

const anyPreferences: fc.Arbitrary<Preferences> = fc.record(
	{
		lang: fc.constantFrom('en' as const, 'fr' as const),
		look: fc.constantFrom(...looks),
		textSize: fc.constantFrom(...textSizes),
		motion: fc.constantFrom(...motions),
		region: fc.constantFrom(...regions.map(({ id }) => id)),
		vibrates: fc.constant(true as const),
		asksHow: fc.constant(true as const),
		night: fc.record({ from: fc.nat({ max: 1439 }), to: fc.nat({ max: 1439 }) }),
		at: fc.nat()
	},
	{ requiredKeys: ['look', 'textSize', 'motion'] }
);

function expectValid(preferences: Preferences): void {
	expect(looks).toContain(preferences.look);
	expect(textSizes).toContain(preferences.textSize);
	expect(motions).toContain(preferences.motion);
	expect(['en', 'fr', undefined]).toContain(preferences.lang);
	expect(preferences.region ?? 'CA').toMatch(/^(?:[A-Z]{2}(?:-[A-Z]{2})?|WORLD)$/);
	expect(preferences.at ?? 0).toBeGreaterThanOrEqual(0);
	expect(['lang', 'look', 'textSize', 'motion', 'region', 'at']).toEqual(
		expect.arrayContaining(Object.keys(preferences))
	);
}

describe('preferences from anywhere', () => {
	test('whatever was kept, a person gets preferences that work', () => {
		fc.assert(fc.property(fc.anything(), (value) => expectValid(parsePreferences(value))));
		fc.assert(fc.property(fc.jsonValue(), (value) => expectValid(parsePreferences(value))));
	});

	test('a field that cannot be read takes its default and spoils no other', () => {
		fc.assert(
			fc.property(
				anyPreferences,
				fc.constantFrom('look', 'textSize', 'motion'),
				fc.anything(),
				(good, field, junk) => {
					const read = parsePreferences({ ...good, [field]: { junk } });
					expect(read).toEqual({ ...good, [field]: defaultPreferences[field as 'look'] });
				}
			)
		);
	});

	test('what a person chose comes back the same', () => {
		fc.assert(
			fc.property(anyPreferences, (preferences) => {
				expect(parsePreferences(JSON.parse(JSON.stringify(preferences)))).toEqual(preferences);
			})
		);
	});

	test('a size is a number, not its text', () => {
		expect(parsePreferences({ textSize: '150' }).textSize).toBe(100);
		expect(parsePreferences({ textSize: 150 }).textSize).toBe(150);
	});

	test.each(['ca-qc', 'CA-QCX', 'CANADA', '"><script>', 'CA\n', ''])('%j is no place', (region) => {
		expect(parsePreferences({ region })).toEqual(defaultPreferences);
	});

	test.each([-1, NaN, Infinity, '5', null, {}])('%j is no moment of choosing', (at) => {
		expect(parsePreferences({ at })).toStrictEqual(defaultPreferences);
	});

	test('every place a person can choose is kept', () => {
		for (const { id } of regions) expect(parsePreferences({ region: id }).region).toBe(id);
	});
});
