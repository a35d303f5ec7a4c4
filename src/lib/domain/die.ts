import { drawBelow, drawNew, drawSome, type Random32 } from './draw';
import type { Idea, IdeaId } from './idea';

/** One side of the die: an idea, or rest. */
export type Face = Idea | 'rest';

/** A die that was rolled. The face that came up is drawn first; the other five are for show. */
export interface Roll {
	face: Face;
	/** Always five. */
	others: readonly Face[];
	seen: readonly IdeaId[];
}

export const faceCount = 6;
/** After this many rolls in a row, the person is kindly asked to pick one or to rest. */
export const rollsInARow = 6;

export function isSame(a: Face, b: Face): boolean {
	return a === b || (a !== 'rest' && b !== 'rest' && a.id === b.id);
}

/** Five faces for the other sides; with too few ideas, some appear twice. */
function dressing(pool: readonly Idea[], face: Face, random: Random32): Face[] {
	const rest: Face[] = face === 'rest' ? [] : ['rest'];
	const left = pool.filter((idea) => !isSame(idea, face));
	const drawn: Face[] = [
		...rest,
		...drawSome(left.length > 0 ? left : pool, faceCount - 1 - rest.length, random)
	];
	while (drawn.length < faceCount - 1) drawn.push(drawn[drawn.length - 1] ?? 'rest');
	return drawn;
}

/**
 * Rolls a die with five ideas and one rest. Rest comes up one time in six, never twice in a row; an idea comes up
 * again only when all the others have. With no idea left at all, the die shows rest.
 */
export function rollDie(
	pool: readonly Idea[],
	{ seen, wasRest }: { seen: readonly IdeaId[]; wasRest: boolean },
	random: Random32
): Roll {
	const isRest = !wasRest && drawBelow(faceCount, random) === 0;
	const drawn = isRest ? undefined : drawNew(pool, seen, random);
	const face = drawn?.thing ?? 'rest';
	return { face, others: dressing(pool, face, random), seen: drawn?.seen ?? seen };
}

/** Rolls a die of exactly six chosen faces: all equally likely, but never the same one twice in a row. */
export function rollSix(faces: readonly Face[], last: Face | undefined, random: Random32): Roll {
	const free = faces.filter((face) => !last || !isSame(face, last));
	const face = free[drawBelow(free.length, random)]!;
	return { face, others: faces.filter((other) => other !== face), seen: [] };
}
