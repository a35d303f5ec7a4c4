import fc from 'fast-check';
import { activities } from '$lib/content/activities';
import { efforts, forms } from '$lib/domain/activity';
import type { Random32 } from '$lib/domain/draw';
import { minuteChoices, notNowTags, type Circumstances, type Wishes } from '$lib/domain/fit';
import { ideaFromActivity, type Idea } from '$lib/domain/idea';
import { outsideAt, type Outside } from '$lib/domain/season';

/** Random numbers that can be replayed: the same seed gives the same numbers. */
export function seeded(seed: number): Random32 {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x9e3779b9) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return (mixed ^ (mixed >>> 16)) >>> 0;
	};
}

/** How far the counts are from even: the chi-square statistic. */
export function chiSquare(counts: readonly number[]): number {
	const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
	return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

export function anIdea(given: Partial<Idea> = {}): Idea {
	return {
		id: 'idea',
		form: 'mental',
		effort: 1,
		minutes: 2,
		place: 'any',
		company: 'either',
		cost: 'free',
		tags: [],
		chime: [],
		...given
	};
}

export const allIdeas: readonly Idea[] = activities.map(ideaFromActivity);

const summerNoon: Outside = outsideAt(7, 12);

export function around(given: Partial<Circumstances> = {}): Circumstances {
	return { hidden: [], mine: [], outside: summerNoon, isOutFine: false, ...given };
}

export const anyWishes: fc.Arbitrary<Wishes> = fc.record(
	{
		form: fc.constantFrom(...forms),
		energy: fc.constantFrom(...efforts),
		minutes: fc.constantFrom(...minuteChoices),
		place: fc.constantFrom('indoor' as const, 'outdoor' as const),
		company: fc.constantFrom('alone' as const, 'with' as const),
		isFree: fc.constant(true as const),
		isMine: fc.constant(true as const),
		notNow: fc.subarray([...notNowTags])
	},
	{ requiredKeys: ['notNow'] }
);

export const anyOutside: fc.Arbitrary<Outside> = fc
	.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 23 }))
	.map(([month, hour]) => outsideAt(month, hour));
