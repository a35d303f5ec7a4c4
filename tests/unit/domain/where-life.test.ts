import { expect, test } from 'vitest';
import { localDay } from '$lib/domain/local-day';
import { isNearnessDue, noNearness, parseNearness } from '$lib/domain/nearness';
import { whereLife } from '$lib/domain/where-life';
import { aDay, aStep } from '../../support/builders';

const tags = { 'phy-walk': ['hope'], 'soc-call': ['connectedness', 'hope'] } as const;
const tagsOf = (id: string) => (id in tags ? tags[id as keyof typeof tags] : []);

test('the tags of steps, ideas and notes fill the five, and nothing else does', () => {
	const days = [
		aDay('2026-11-02', ['a', 'a', 'b', 'gone']),
		aDay('2026-11-03', [], {
			isRest: true,
			done: [
				{ at: 1, form: 'social', minutes: 3, activity: 'soc-call' },
				{ at: 2, form: 'social', minutes: 3, words: 'Tea' }
			]
		})
	];
	const steps = [aStep({ id: 'a', activity: 'phy-walk' }), aStep({ id: 'b', words: 'Own' })];
	expect(whereLife(days, steps, [{ chimes: ['meaning'] }, { chimes: [] }], tagsOf)).toEqual({
		connectedness: 1,
		hope: 3,
		identity: 0,
		meaning: 1,
		empowerment: 0
	});
});

test('who does not want to be asked is not; who does, at most once in seven days', () => {
	const today = localDay('2026-11-21');
	expect(isNearnessDue(noNearness, today)).toBe(false);
	expect(isNearnessDue({ wanted: true, at: {} }, today)).toBe(true);
	expect(isNearnessDue({ wanted: true, at: { '2026-11-15': {} } }, today)).toBe(false);
	expect(isNearnessDue({ wanted: true, at: { '2026-11-14': {} } }, today)).toBe(true);
	// the answer of today can still be changed
	expect(isNearnessDue({ wanted: true, at: { '2026-11-21': { hope: 2 } } }, today)).toBe(true);
});

test('only one to five dots on real days are read', () => {
	expect(
		parseNearness({
			wanted: 'yes',
			at: { '2026-11-14': { hope: 2, meaning: 6, identity: '3', other: 1 }, '2026-02-30': { hope: 1 }, x: 1 }
		})
	).toEqual({ at: { '2026-11-14': { hope: 2 } } });
});
