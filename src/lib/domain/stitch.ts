/** One stitch of the row, in stitches from the top left. Its colour is an index. */
export interface Stitch {
	column: number;
	row: number;
	/** 0 is the background, the others make the pattern. */
	colour: number;
}

/** How many stitches a row holds. */
export const stitchesInARow = 14;

/** A small repeating pattern, as for a scarf: a wave, a row of seeds, a leaf. '.' is the background. */
const pattern = [
	'..............',
	'.a...a...a...a',
	'a.a.a.a.a.a.a.',
	'...a...a...a..',
	'..............',
	'b.b.b.b.b.b.b.',
	'..............',
	'..c.....c.....',
	'.ccc...ccc...c',
	'ccccc.ccccc.cc',
	'.ccc...ccc...c',
	'..c.....c.....'
];

/**
 * The first `count` stitches. Rows alternate direction, as in knitting; the pattern repeats after its last row.
 * Adding a stitch never moves the others.
 */
export function stitches(count: number): Stitch[] {
	return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, i) => {
		const row = Math.floor(i / stitchesInARow);
		const along = i % stitchesInARow;
		const column = row % 2 === 0 ? along : stitchesInARow - 1 - along;
		const char = pattern[row % pattern.length]![column]!;
		return { column, row, colour: char === '.' ? 0 : char.charCodeAt(0) - 96 };
	});
}

/** Only the last rows, for a small picture. `from` is the index of the first row shown. */
export function lastRows(count: number, rows: number): { from: number; shown: Stitch[] } {
	const all = Math.ceil(count / stitchesInARow);
	const from = Math.max(0, all - rows);
	return {
		from,
		shown: stitches(count).slice(from * stitchesInARow)
	};
}

/** A small picture of the row: what is drawn, in the units of its view box. */
export interface Knitting {
	viewBox: string;
	/** Where a stitch is, or will be. */
	dots: readonly { x: number; y: number }[];
	/** One knitted stitch: a V of yarn, as a path. */
	strands: readonly { path: string; colour: number }[];
}

/** The most rows that fit in a small picture; earlier rows are cut off. */
const mostRows = 6;
const size = { width: 20, height: 14 };

/** The unfinished row is at the bottom, and shows how many stitches are left in it. */
export function knitting(count: number): Knitting {
	const { width, height } = size;
	const { from, shown } = lastRows(count, mostRows);
	const rows = Math.max(1, Math.min(mostRows, Math.ceil(count / stitchesInARow)));
	return {
		viewBox: `-2 -3 ${stitchesInARow * width + 4} ${rows * height + 9}`,
		dots: Array.from({ length: rows * stitchesInARow }, (_, i) => ({
			x: (i % stitchesInARow) * width + width / 2,
			y: Math.floor(i / stitchesInARow) * height + height / 2 + 1
		})),
		strands: shown.map(({ column, row, colour }) => ({
			path: `M${column * width + 3} ${(row - from) * height + 1}l7 11 7-11`,
			colour
		}))
	};
}
