import { activities } from '$lib/content/activities';
import { petalOfForm, petalOfHabit, petalOfItem } from '$lib/content/petals';
import { petals, type Petal } from '$lib/domain/petal';
import type { Line } from '$lib/domain/prescription';

const formOfActivity = new Map(activities.map(({ id, form }) => [id, form]));

/** Where a line stands on the flower: where the person put it, else by its activity, its item, its habit. */
export function petalOf(line: Pick<Line, 'petal' | 'activity' | 'item' | 'habit'>): Petal {
	if (line.petal) return line.petal;
	const form = line.activity === undefined ? undefined : formOfActivity.get(line.activity);
	if (form) return petalOfForm[form];
	return (line.item === undefined ? undefined : petalOfItem[line.item]) ?? petalOfHabit[line.habit];
}

/** How large the words and the drawings of petals are: the same on all of them. */
const sizes = [
	{ size: 'huge', points: 17, drawing: 13 },
	{ size: 'large', points: 14, drawing: 11 },
	{ size: 'middle', points: 12, drawing: 9 },
	{ size: 'small', points: 10, drawing: 6 }
] as const;
type Size = (typeof sizes)[number];

/**
 * Half of a petal that points to the right, along its inner line, from the rays to the tip: in millimetres from the middle
 * of the flower, at full size. It is as in FlowerDrawing.svelte.
 */
const outline: readonly (readonly [x: number, y: number])[] = [
	[32, 14],
	[42, 20.5],
	[52, 26.6],
	[63.6, 33.2],
	[70.5, 34.6],
	[76.6, 32.3],
	[82.3, 26.7],
	[86.8, 18.7],
	[89.4, 9.2],
	[90.2, 0]
];
/** Each petal turned its own way, in the order of the petals, around the middle of its words. */
const middle = 61.5;
const outlines = [240, 300, 0, 60, 120, 180].map((turn) => {
	const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
	return [...outline, ...outline.map(([x, y]) => [x, -y] as const).reverse()].map(
		([x, y]) => [(x - middle) * cos - y * sin, (x - middle) * sin + y * cos] as const
	);
});
/** Between words and the line around them. */
const marginMm = 0.8;

/** How far a row may reach to both sides at this height of a petal, at full size; 0 or less where there is no room at all. */
function reachAt(petal: number, y: number): number {
	let [left, right] = [0, 0];
	const points = outlines[petal]!;
	points.forEach(([x1, y1], at) => {
		const [x2, y2] = points[(at + 1) % points.length]!;
		if (y1 === y2 || y < Math.min(y1, y2) || y > Math.max(y1, y2)) return;
		const x = x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
		left = Math.min(left, x);
		right = Math.max(right, x);
	});
	return Math.min(-left, right);
}
const mmPerPoint = 25.4 / 72;
/** Between a drawing, a heading and the steps, and between drawings; as in the styles. */
const gapMm = 0.8;
const gapOfDrawings = 2;
/** In em: where a row holds less, words are torn to pieces. */
const leastRoom = 3;
/** Higher than any petal. */
const mostHigh = 70;
const rowHeight = 1.12;

/** The width of letters on the sheet, in em, never too small; those of most scripts are narrower than the last. */
const widths: readonly [letters: string, em: number][] = [
	[",.:;'’`|j·il", 0.275],
	[' !()"[f\u00a0\u202f', 0.325],
	[']rt{}-_', 0.375],
	['/I\\“”1', 0.425],
	['yszv', 0.475],
	['*?kxcJ7a–', 0.525],
	['Lehnou', 0.55],
	['<>EFTY^bdgpq~«»3569$PSV2', 0.6],
	['48+BRXZ0=ACK#D…', 0.66],
	['GHNUwOQ&', 0.75],
	['@M—mW%', 0.9]
];
/** How much wider the bold of a heading is. */
const bold = 1.1;
const widest = 1.05;

function widthOf(text: string): number {
	let em = 0;
	for (const letter of text.normalize('NFD'))
		if (!/\p{M}/u.test(letter)) em += widths.find(([letters]) => letters.includes(letter))?.[1] ?? widest;
	return em;
}

/** The longest beginning of a word that is no wider than there is room, one letter at least. */
function startOf(word: string, most: number): string {
	let start = '';
	for (const { segment } of new Intl.Segmenter().segment(word)) {
		if (start && widthOf(start + segment) > most) break;
		start += segment;
	}
	return start;
}

/**
 * A text as its rows, word by word; a word is broken only where it is wider than a row.
 * @param roomIn what a row holds, in em
 */
function rowsOf(text: string, roomIn: (row: number) => number): string[] {
	const rows: string[] = [];
	let row = '';
	const end = () => {
		if (row) rows.push(row);
		row = '';
	};
	for (let word of text.split(/\s+/).filter(Boolean)) {
		const longer = row ? `${row} ${word}` : word;
		if (widthOf(longer) <= roomIn(rows.length)) {
			row = longer;
			continue;
		}
		end();
		while (roomIn(rows.length) > 0 && widthOf(word) > roomIn(rows.length)) {
			const start = startOf(word, roomIn(rows.length));
			if (start === word) break;
			rows.push(start);
			word = word.slice(start.length);
		}
		row = word;
	}
	end();
	return rows;
}

/** Texts on a petal, each as its rows. */
export interface OnPetal<T> {
	petal: Petal;
	/** Its name, in each language. */
	heading: readonly (readonly string[])[];
	steps: readonly { line: T; texts: readonly (readonly string[])[] }[];
}

export interface Flower<T> {
	/** Of the words, the same on all petals. */
	size: Size['size'];
	petals: OnPetal<T>[];
	/** Those that find no room in their petal: they stand below the flower, so that nothing is lost. */
	rest: T[];
}

/** Texts, each as its rows, inside a petal and below its drawings; undefined where they are too much for it. */
function rowsInPetal(
	petal: number,
	headings: readonly string[],
	steps: readonly (readonly string[])[],
	drawings: number,
	{ points, drawing }: Size,
	scale: number
): { headings: string[][]; steps: string[][][] } | undefined {
	const em = points * mmPerPoint;
	/** Between two heights. */
	const roomAt = (...heights: number[]) =>
		2 * (Math.min(...heights.map((y) => reachAt(petal, y / scale) * scale)) - marginMm);
	let wasLower = false;
	const widthOfDrawings = drawings * drawing + (drawings - 1) * gapOfDrawings;
	// higher by a row at most with each try, until the words are as high as the room they were laid in
	for (let height: number = drawing; height < mostHigh;) {
		let y = -height / 2 + drawing;
		let isCramped = false;
		const lay = (text: string, letter: number, weight = 1): string[] => {
			const high = letter * rowHeight;
			const rows = rowsOf(text, (row) => {
				const top = y + row * high;
				return roomAt(top, top + high) / (letter * weight);
			});
			isCramped ||= rows.some((_, row) => roomAt(y + row * high, y + (row + 1) * high) < leastRoom * letter);
			y += rows.length * high;
			return rows;
		};
		y += gapMm;
		const inHeadings = headings.map((text) => lay(text, em, bold));
		const inSteps = steps.map((texts) => {
			y += gapMm;
			return texts.map((text) => lay(text, em));
		});
		const needed = y + height / 2;
		if (Math.abs(needed - height) < 0.01)
			return isCramped || roomAt(-height / 2) < widthOfDrawings
				? undefined
				: { headings: inHeadings, steps: inSteps };
		// lower for the second time: they would go back and forth
		if (needed < height && wasLower) return undefined;
		wasLower ||= needed < height;
		height = Math.min(needed, height + em * rowHeight);
	}
	return undefined;
}

/** Two lines for a pen take as much room as so many short words. */
const forPen = [['a'], ['a'], ['a'], ['a']];

/**
 * The six petals, each with its lines, its words in rows that stay inside it.
 * @param textsOf what is printed for a line, one text for each row that begins anew
 * @param headingOf the name of a petal in each language
 * @param drawingsOf how many drawings stand above the words of these lines
 * @param scale of the flower: the smaller, the fewer words go into a petal
 */
export function arrangeFlower<T extends Pick<Line, 'petal' | 'activity' | 'item' | 'habit'>>(
	lines: readonly T[],
	textsOf: (line: T) => readonly string[],
	headingOf: (petal: Petal) => readonly string[],
	drawingsOf: (lines: readonly T[]) => number,
	scale = 1
): Flower<T> {
	// beside lines for a pen the largest headings would touch their petals
	const isFull = petals.every((petal) => lines.some((line) => petalOf(line) === petal));
	const tries = sizes.slice(isFull ? 0 : 1).map((size): Flower<T> => {
		const rest: T[] = [];
		const arranged = petals.map((petal, place): OnPetal<T> => {
			const headings = headingOf(petal);
			let here: T[] = [];
			let laid = rowsInPetal(place, headings, forPen, 1, size, scale);
			for (const line of lines.filter((each) => petalOf(each) === petal)) {
				const more = [...here, line];
				const next = rowsInPetal(place, headings, more.map(textsOf), drawingsOf(more), size, scale);
				if (next) [here, laid] = [more, next];
				else rest.push(line);
			}
			return {
				petal,
				heading: laid?.headings ?? headings.map((heading) => [heading]),
				steps: here.map((line, i) => ({ line, texts: laid?.steps[i] ?? [] }))
			};
		});
		return { size: size.size, petals: arranged, rest };
	});
	return tries.find(({ rest }) => rest.length === 0) ?? tries.at(-1)!;
}
