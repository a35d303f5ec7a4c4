import fc from 'fast-check';
import { expect, test } from 'vitest';
import { feel, type Feeling, type Motion } from '$lib/domain/shake';

type Push = readonly [number, number, number];

/** When a roll would have begun, in ms. */
function shakes(moments: readonly Motion[]): number[] {
	let feeling: Feeling | undefined;
	return moments.flatMap((moment) => {
		feeling = feel(feeling, moment);
		return feeling?.isShake ? [moment.at] : [];
	});
}

/** Any way to hold a phone: gravity from any side. */
const anySide: fc.Arbitrary<Push> = fc
	.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }))
	.map(([z, turn]) => {
		const flat = Math.sqrt(1 - z * z);
		return [flat * Math.cos(turn), flat * Math.sin(turn), z] as const;
	});
const anyRate = fc.constantFrom(10, 16, 20, 33);
const anyNoise = fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true }));

/** A phone held one way and moved along another: `force` gives m/s² for each moment. */
function moved(
	lasting: number,
	every: number,
	held: Push,
	along: Push,
	force: (at: number) => number
): Motion[] {
	return Array.from({ length: Math.floor(lasting / every) }, (_, i) => {
		const at = 1_000_000 + i * every;
		const [x, y, z] = held.map(
			(pull, axis) => 9.81 * pull + along[axis]! * force(i * every)
		) as unknown as Push;
		return { at, x, y, z };
	});
}
const wave = (at: number, perSecond: number) => Math.sin((2 * Math.PI * perSecond * at) / 1000);

test('a hand that shakes the phone rolls, however it is held, within a second and a half', () => {
	fc.assert(
		fc.property(
			anySide,
			anySide,
			anyRate,
			fc.double({ min: 20, max: 45, noNaN: true }),
			fc.double({ min: 2.5, max: 5, noNaN: true }),
			(held, along, every, force, perSecond) => {
				const [first] = shakes(moved(2000, every, held, along, (at) => force * wave(at, perSecond)));
				expect(first! - 1_000_000).toBeLessThan(1500);
			}
		)
	);
});

test('a phone that lies still, is carried on a walk or run, or turned in the hand, never rolls', () => {
	fc.assert(
		fc.property(
			anySide,
			anySide,
			anyRate,
			fc.double({ min: 0, max: 11, noNaN: true }),
			fc.double({ min: 0.5, max: 4, noNaN: true }),
			anyNoise,
			(held, along, every, force, perSecond, noise) => {
				const steps = moved(
					5000,
					every,
					held,
					along,
					(at) => force * wave(at, perSecond) + noise.next().value
				);
				expect(shakes(steps)).toEqual([]);
			}
		)
	);
});

test('a phone that is turned over slowly never rolls', () => {
	const turning = Array.from({ length: 300 }, (_, i): Motion => {
		const angle = (Math.PI * i) / 100;
		return { at: i * 16, x: 9.81 * Math.sin(angle), y: 0, z: 9.81 * Math.cos(angle) };
	});
	expect(shakes(turning)).toEqual([]);
});

test('a phone that falls, bounces once and lies is no roll', () => {
	fc.assert(
		fc.property(anySide, anyRate, fc.double({ min: 20, max: 80, noNaN: true }), (held, every, blow) => {
			// free fall, the ground, a small hop, the ground again
			const force = (at: number) => {
				if (at < 400) return 0;
				if (at < 700) return -9.81;
				if (at < 740) return blow;
				if (at < 900) return -9.81;
				return at < 930 ? blow / 2 : 0;
			};
			expect(shakes(moved(3000, every, held, held, force))).toEqual([]);
		})
	);
});

test('one long shake is not a row of rolls: there is time to read what came up', () => {
	fc.assert(
		fc.property(anySide, anySide, anyRate, (held, along, every) => {
			const times = shakes(moved(10_000, every, held, along, (at) => 30 * wave(at, 4)));
			expect(times.length).toBeGreaterThan(1);
			for (const [i, at] of times.entries())
				if (i > 0) expect(at - times[i - 1]!).toBeGreaterThanOrEqual(1500);
		})
	);
});

test('what is no number, or comes from an earlier time, changes nothing', () => {
	const still = feel(undefined, { at: 5, x: 0, y: 0, z: 9.81 })!;
	expect(feel(undefined, { at: 5, x: NaN, y: 0, z: 0 })).toBeUndefined();
	expect(feel(still, { at: 6, x: Infinity, y: 0, z: 0 })).toEqual(still);
	expect(feel(still, { at: 4, x: 90, y: 0, z: 0 })).toEqual(still);
});
