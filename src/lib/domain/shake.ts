import type { Instant } from './local-day';

/** One reading of the motion sensor, gravity included, in m/s². */
export interface Motion {
	at: Instant;
	x: number;
	y: number;
	z: number;
}

type Push = readonly [number, number, number];

/** The state carried from one reading to the next. */
export interface Feeling {
	at: Instant;
	/** The constant part: gravity, and how the phone is held. */
	rest: Push;
	/** The last strong push. */
	push?: Push;
	/** When the direction reversed, recently. */
	turns: readonly Instant[];
	/** Readings before this instant are ignored: one shake is one roll. */
	quietUntil: Instant;
	isShake: boolean;
}

/** Stronger than walking or laying the phone down, in m/s². */
const strong = 13;
/** A shake reverses direction this many times within this time, in ms. */
const turnsOfShake = 3;
const shakeMs = 1000;
const quietMs = 1500;
/** Time constant of the average that estimates `rest`, in ms. */
const settleMs = 600;

const dot = (a: Push, b: Push) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/**
 * Processes one reading. `isShake` is true on the one reading at which a shake is recognised; a fall, a step or a
 * turn of the hand is not one. Readings that are not numbers, or go back in time, change nothing.
 */
export function feel(before: Feeling | undefined, { at, x, y, z }: Motion): Feeling | undefined {
	if (![at, x, y, z].every(Number.isFinite) || (before && at < before.at)) {
		return before && { ...before, isShake: false };
	}
	const now: Push = [x, y, z];
	if (!before) return { at, rest: now, turns: [], quietUntil: at, isShake: false };
	const share = (at - before.at) / (settleMs + at - before.at);
	const rest = before.rest.map((pull, axis) => pull + (now[axis]! - pull) * share) as unknown as Push;
	const push = now.map((force, axis) => force - rest[axis]!) as unknown as Push;
	const isStrong = at >= before.quietUntil && dot(push, push) >= strong ** 2;
	const isTurn = isStrong && before.push !== undefined && dot(push, before.push) < 0;
	const turns = before.turns.filter((turn) => at - turn < shakeMs).concat(isTurn ? at : []);
	if (turns.length >= turnsOfShake) return { at, rest, turns: [], quietUntil: at + quietMs, isShake: true };
	const last = isStrong ? push : before.push;
	return { at, rest, ...(last && { push: last }), turns, quietUntil: before.quietUntil, isShake: false };
}
