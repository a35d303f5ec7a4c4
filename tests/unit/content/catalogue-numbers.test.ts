import { expect, test } from 'vitest';
import { activities } from '$lib/content/activities';
import { catalogueNumbers, lineFromNumber, suggestedLine } from '$lib/content/catalogue-numbers';
import { earlySigns } from '$lib/content/early-signs';
import { habitItems } from '$lib/content/habits';
import frozen from '../../support/frozen-numbers.json';

test('a sheet printed years ago still means the same early signs', () => {
	expect(Object.fromEntries(earlySigns.map(({ id, number }) => [id, number]))).toEqual(frozen.signs);
});

test('no number stands for two things, on any sheet ever printed', () => {
	const all = Object.values(frozen).flatMap((kind) => Object.values(kind));
	expect(new Set(all).size).toBe(all.length);
	// 0 says that own words follow
	expect(Math.min(...all)).toBeGreaterThan(0);
});

test('every number leads back to what it stands for', () => {
	for (const { id, number, habit } of habitItems) {
		expect(catalogueNumbers.numberOf(id)).toBe(number);
		expect(catalogueNumbers.find(number)).toEqual({ kind: 'item', id, habit });
	}
	for (const { id, number } of activities)
		expect(catalogueNumbers.find(number)).toEqual({ kind: 'activity', id });
	for (const { id, number } of earlySigns)
		expect(catalogueNumbers.find(number)).toEqual({ kind: 'sign', id });
});

test('a name of every object is no name of the catalogue', () => {
	for (const id of ['__proto__', 'constructor', 'toString', ''])
		expect([catalogueNumbers.numberOf(id), suggestedLine(id)]).toEqual([undefined, undefined]);
});

test('an early sign is no step', () => {
	expect(suggestedLine(earlySigns[0]!.id)).toBeUndefined();
	expect(lineFromNumber(earlySigns[0]!.number)).toBeUndefined();
});

test('a number of later years is kept as such', () => {
	expect(lineFromNumber(611)).toMatchObject({ unknown: 611, habit: 'engage' });
});
