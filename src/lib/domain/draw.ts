/** Returns whole numbers from 0 to 4,294,967,295, all equally likely. */
export type Random32 = () => number;

const span = 2 ** 32;

/**
 * A whole number from 0 to `count - 1`, all equally likely. Numbers from the incomplete last span, which would favour
 * the first results, are rejected and drawn again.
 * @throws RangeError when `count` is not a whole number from 1 to 2³²
 */
export function drawBelow(count: number, random: Random32): number {
	if (!Number.isInteger(count) || count < 1 || count > span) throw new RangeError(`not a count: ${count}`);
	const fair = span - (span % count);
	for (;;) {
		const number = random();
		if (number < fair) return number % count;
	}
}

/** `count` different items, in the order they were drawn; all of them when there are fewer. */
export function drawSome<T>(things: readonly T[], count: number, random: Random32): T[] {
	const left = [...things];
	const drawn: T[] = [];
	while (drawn.length < count && left.length > 0)
		drawn.push(...left.splice(drawBelow(left.length, random), 1));
	return drawn;
}

/** An item that was not seen yet, and the list of seen ids including it. */
export interface Drawn<T> {
	thing: T;
	seen: readonly string[];
}

/**
 * Draws without repeats until the pool is used up; then everything in it counts as new again, except the one seen
 * last. Ids outside this pool stay in the list. Undefined when the pool is empty.
 */
export function drawNew<T extends { id: string }>(
	pool: readonly T[],
	seen: readonly string[],
	random: Random32
): Drawn<T> | undefined {
	const known = new Set(seen);
	const fresh = pool.filter(({ id }) => !known.has(id));
	if (fresh.length > 0) return drawnFrom(fresh, seen, random);
	const inPool = new Set(pool.map(({ id }) => id));
	const last = seen.findLast((id) => inPool.has(id));
	const again = pool.filter(({ id }) => id !== last || pool.length === 1);
	if (again.length === 0) return undefined;
	return drawnFrom(
		again,
		seen.filter((id) => !inPool.has(id)),
		random
	);
}

function drawnFrom<T extends { id: string }>(
	things: readonly T[],
	seen: readonly string[],
	random: Random32
): Drawn<T> {
	const thing = things[drawBelow(things.length, random)]!;
	return { thing, seen: [...seen.filter((id) => id !== thing.id), thing.id] };
}
