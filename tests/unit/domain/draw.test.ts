import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawBelow, drawNew, drawSome } from '$lib/domain/draw';
import { anIdea, chiSquare, seeded } from '../../support/ideas';

const draws = 60_000;
/** The value of chi-square that fair chance passes once in a thousand times, for so many degrees of freedom. */
const onceInAThousand: Record<number, number> = { 5: 20.515, 9: 27.877, 251: 326.3 };
const ideas = (count: number) => Array.from({ length: count }, (_, i) => anIdea({ id: `idea-${i}` }));

describe.each([6, 10, 252])('among %i', (count) => {
	test('over 60,000 draws, no idea is favoured', () => {
		const random = seeded(count);
		const counts = Array<number>(count).fill(0);
		for (let i = 0; i < draws; i++) counts[drawBelow(count, random)]! += 1;
		expect(chiSquare(counts)).toBeLessThan(onceInAThousand[count - 1]!);
	});
});

test('a number from the ragged end is asked for again', () => {
	const given = [2 ** 32 - 1, 2 ** 32 - 4, 7];
	expect(drawBelow(6, () => given.shift()!)).toBe(1);
	expect(given).toEqual([]);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 33])('nothing can be drawn from %d things', (count) => {
	expect(() => drawBelow(count, () => 0)).toThrow(RangeError);
});

test('the same seed draws the same again', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: 1, max: 40 }), (seed, count) => {
			const play = () => {
				const random = seeded(seed);
				let seen: readonly string[] = [];
				return Array.from({ length: 50 }, () => {
					const drawn = drawNew(ideas(count), seen, random)!;
					({ seen } = drawn);
					return drawn.thing.id;
				});
			};
			expect(play()).toEqual(play());
		})
	);
});

test('nothing comes twice before all has come, and never twice in a row', () => {
	fc.assert(
		fc.property(fc.integer(), fc.integer({ min: 2, max: 30 }), (seed, count) => {
			const random = seeded(seed);
			let seen: readonly string[] = [];
			const drawn = Array.from({ length: count * 3 }, () => {
				const one = drawNew(ideas(count), seen, random)!;
				({ seen } = one);
				return one.thing.id;
			});
			for (let turn = 0; turn < 3; turn++)
				expect(new Set(drawn.slice(turn * count, (turn + 1) * count)).size).toBe(count);
			drawn.forEach((id, i) => expect(id).not.toBe(drawn[i - 1]));
		})
	);
});

test('what was seen elsewhere stays seen when this pool begins again', () => {
	const { seen } = drawNew(ideas(2), ['other', 'idea-0', 'idea-1'], seeded(1))!;
	expect(seen).toEqual(['other', 'idea-0']);
});

test('one idea alone comes again; none at all gives none', () => {
	expect(drawNew(ideas(1), ['idea-0'], seeded(1))?.thing.id).toBe('idea-0');
	expect(drawNew([], [], seeded(1))).toBeUndefined();
});

test('several drawn at once are all different', () => {
	fc.assert(
		fc.property(fc.integer(), fc.nat(20), fc.nat(20), (seed, count, wanted) => {
			const drawn = drawSome(ideas(count), wanted, seeded(seed));
			expect(new Set(drawn.map(({ id }) => id)).size).toBe(Math.min(count, wanted));
		})
	);
});
