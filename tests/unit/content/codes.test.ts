import { expect, test } from 'vitest';
import { activities } from '$lib/content/activities';
import { codes, lineFromCode, suggestedLine } from '$lib/content/codes';
import { earlySigns } from '$lib/content/early-signs';
import { habitItems } from '$lib/content/habits';
import frozen from '../../support/frozen-codes.json';

test('a sheet printed years ago still means the same early signs', () => {
	expect(Object.fromEntries(earlySigns.map(({ id, code }) => [id, code]))).toEqual(frozen.signs);
});

test('no number stands for two things, on any sheet ever printed', () => {
	const all = Object.values(frozen).flatMap((kind) => Object.values(kind));
	expect(new Set(all).size).toBe(all.length);
	// 0 says that own words follow
	expect(Math.min(...all)).toBeGreaterThan(0);
});

test('every number leads back to what it stands for', () => {
	for (const { id, code, habit } of habitItems) {
		expect(codes.codeOf(id)).toBe(code);
		expect(codes.find(code)).toEqual({ kind: 'item', id, habit });
	}
	for (const { id, code } of activities) expect(codes.find(code)).toEqual({ kind: 'activity', id });
	for (const { id, code } of earlySigns) expect(codes.find(code)).toEqual({ kind: 'sign', id });
});

test('a name of every object is no name of the catalogue', () => {
	for (const id of ['__proto__', 'constructor', 'toString', ''])
		expect([codes.codeOf(id), suggestedLine(id)]).toEqual([undefined, undefined]);
});

test('an early sign is no step', () => {
	expect(suggestedLine(earlySigns[0]!.id)).toBeUndefined();
	expect(lineFromCode(earlySigns[0]!.code)).toBeUndefined();
});

test('a number of later years is kept as such', () => {
	expect(lineFromCode(611)).toMatchObject({ unknown: 611, habit: 'engage' });
});
