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

/** A band of the last rows: what is drawn, in the units of its view box. */
export interface Knitting {
	viewBox: string;
	/** The stitches still to be knitted, as one path. */
	free: string;
	/** What is knitted, as one path for each colour; empty where there is none. */
	strands: readonly string[];
}

/** The rows of the band; earlier rows are cut off. */
const mostRows = 4;
const colours = 4;
const size = { width: 20, height: 14 };

/** Knitted from the top; where more rows were knitted than there is room for, the unfinished one is the last. */
export function knitting(count: number): Knitting {
	const { width, height } = size;
	const { from, shown } = lastRows(count, mostRows);
	/** One stitch: a V of yarn. */
	const strand = (row: number, column: number) => `M${column * width + 3} ${row * height + 1}l7 11 7-11`;
	const strands = Array.from({ length: colours }, () => '');
	const knitted = new Set<number>();
	for (const { column, row, colour } of shown) {
		knitted.add((row - from) * stitchesInARow + column);
		strands[colour] += strand(row - from, column);
	}
	const free = Array.from({ length: mostRows * stitchesInARow }, (_, i) =>
		knitted.has(i) ? '' : strand(Math.floor(i / stitchesInARow), i % stitchesInARow)
	).join('');
	return {
		viewBox: `-2 -3 ${stitchesInARow * width + 4} ${mostRows * height + 6}`,
		free,
		strands
	};
}
