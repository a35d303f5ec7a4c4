/** Where one feather of a wing is drawn, in a picture of 200 x 120. */
export interface Feather {
	/** Its root. */
	x: number;
	y: number;
	length: number;
	/** In degrees, clockwise; 0 points down. */
	angle: number;
	/** 0 is the long outer row. */
	row: number;
}

/** A season has at most 92 days; what comes after begins again on top, a little apart. */
const rowsOfAWing = [
	{ count: 24, y: 30, length: 74 },
	{ count: 26, y: 26, length: 52 },
	{ count: 22, y: 22, length: 34 },
	{ count: 20, y: 19, length: 20 }
] as const;
export const feathersInAWing = rowsOfAWing.reduce((sum, { count }) => sum + count, 0);

function rounded(value: number): number {
	return Math.round(value * 10) / 10;
}

/**
 * The first `count` feathers of a wing, from the tip to the body, the long ones first. What is there never moves when
 * one more is added.
 */
export function wingOf(count: number): Feather[] {
	return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, i) => {
		let along = i % feathersInAWing;
		let row = 0;
		while (along >= rowsOfAWing[row]!.count) along -= rowsOfAWing[row++]!.count;
		const { count: most, y, length } = rowsOfAWing[row]!;
		// from 0 at the tip to 1 at the body
		const part = most > 1 ? along / (most - 1) : 0;
		return {
			x: rounded(74 + 108 * part),
			y: rounded(y + 16 * (1 - part) ** 2 - 8 * Math.sin(part * Math.PI)),
			length: rounded(length * (1 - 0.45 * part)),
			angle: rounded(62 - 70 * part),
			row
		};
	});
}
