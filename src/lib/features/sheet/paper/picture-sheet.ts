import { boxesOf } from '$lib/domain/boxes';
import { mostPictures, type Mention, type PaperOnly, type Prescription } from '$lib/domain/prescription';
import type { Frequency } from '$lib/domain/step';

/** A week on a fridge, without its days. */
const mostMarks = 4;

/** How many rings to mark stand below a step, each for one time it was done; none for a step done as needed. */
export function marksOf(frequency: Frequency): number {
	const boxes = boxesOf(frequency);
	return Math.min(mostMarks, 'days' in boxes ? boxes.days.length : boxes.any);
}

/** Side by side; up to three steps stand one below the other, with their words beside the drawing. */
export function columnsFor(count: number): 1 | 2 | 3 {
	if (count <= 3) return 1;
	return count === 4 ? 2 : 3;
}

/** Of the words of all tiles, in points, the largest first. */
const tilePoints = [32, 26, 20, 17, 14] as const;

/** How the tiles of a sheet are drawn. */
export interface Tiles {
	columns: 1 | 2 | 3;
	points: (typeof tilePoints)[number];
}

export const mmPerPoint = 25.4 / 72;
/** Of a letter, as a part of its size: more than most need, so that what is said to fit does. */
const letterWidth = 0.545;
export const lineHeight = 1.12;

/** Lines that a text takes, at this size in points, in this width in millimetres; Infinity where a word would break. */
export function linesIn(text: string, points: number, width: number): number {
	const letters = width / (points * mmPerPoint * letterWidth);
	if (text.split(/[\s-]+/).some((word) => word.length > letters)) return Infinity;
	// words do not fill their lines
	return Math.max(1, Math.ceil((text.length * 1.08) / letters));
}

/** The height of texts one below the other, in millimetres; words that are too long are broken. */
function heightOf(texts: readonly string[], points: number, width: number): number {
	const letters = width / (points * mmPerPoint * letterWidth);
	const lines = texts.reduce((sum, text) => sum + Math.ceil((text.length * 1.05) / letters), 0);
	return lines * points * mmPerPoint * lineHeight;
}

/** In millimetres: a page, what stands on it at least, and what the tiles are made of; as in their styles. */
const page = { height: 254, width: 185, gap: 3 } as const;
/** With a code of the usual size, and with the largest one. */
const foot = { usual: 54, large: 65 } as const;
/** The same below tiles in two languages, which say all but the numbers twice, the lines to sign on too. */
const footInTwo = { usual: 68, large: 68 } as const;
const tile = {
	gap: 3.5,
	padding: 4,
	side: 6,
	marks: 9.5,
	drawing: 35,
	wideDrawing: 45,
	wideHeight: 41
} as const;
const oneLine = 5.6;

/** What stands above and below the tiles, in millimetres. */
function takenBeside(prescription: Prescription, paper: PaperOnly): number {
	const { goal, forName, clinic } = paper;
	const { langs, ideas, agreements, signs } = prescription;
	const times = langs.includes('-') || paper.beside ? 2 : 1;
	const third = page.width / 3 - 7;
	const words = (mentions: readonly Mention[]) => mentions.map(({ words }) => words ?? 'x'.repeat(60));
	const lists = (all: readonly (readonly string[])[]) =>
		Math.max(...all.map((texts) => heightOf(texts, 11, third)));
	const blocks: number[] = [13 + 8 * times + (forName && forName.length > 14 ? 6 : 0)];
	if (clinic) blocks.push(4 + heightOf([clinic], 10, page.width) - page.gap);
	if (goal) blocks.push(heightOf([`${goal}${' '.repeat(18)}`], 17, page.width));
	if (Object.values(ideas).some((list) => list.length > 0))
		blocks.push(10 * times + 6 + lists(Object.values(ideas).map(words)));
	if (Object.values(agreements).some((list) => list.length > 0))
		blocks.push(5 * times + 2 + lists(Object.values(agreements)));
	if (signs.length > 0) blocks.push(7 * times + lists([words(signs)]) * times);
	return blocks.reduce((sum, block) => sum + block + page.gap, page.gap);
}

/**
 * How a sheet is drawn as pictures: with six steps or fewer, and room for large drawings and large words beside what else
 * it says. Undefined where a list is better.
 * @param titles the words of each step, in each language of the sheet
 * @param hasManySquares its code should be large, where the words leave room for that in some size
 */
export function layTiles(
	prescription: Prescription,
	paper: PaperOnly,
	titles: readonly (readonly string[])[],
	hasManySquares = false
): Tiles | undefined {
	const { layout, lines, langs } = prescription;
	if (layout !== 'list' || lines.length === 0 || lines.length > mostPictures) return undefined;
	const columns = columnsFor(lines.length);
	const rows = Math.ceil(lines.length / columns);
	const times = langs.includes('-') || paper.beside ? 2 : 1;
	const width = (page.width - (columns - 1) * tile.gap) / columns - tile.side;
	const beside = lines.length === 1 ? width : columns === 1 ? width - tile.wideDrawing - 7 : width;
	const heightAt = (points: number): number => {
		const heights = lines.map(({ detail, tiny, reason, moment, frequency, times: often }, at) => {
			const title = (titles[at] ?? []).reduce((sum, text) => sum + linesIn(text, points, beside), 0);
			const small = [detail, tiny && `${tiny}${' '.repeat(16)}`, reason && `${reason}${' '.repeat(12)}`];
			const when = Number(moment !== 'any') + Number(frequency.kind !== 'daily') + Number(often > 1);
			const words =
				title * points * mmPerPoint * lineHeight +
				when * times * oneLine +
				heightOf(
					small.filter((text): text is string => Boolean(text)),
					11,
					beside
				) +
				tile.marks;
			return (
				tile.padding +
				(columns === 1 && lines.length > 1 ? Math.max(tile.wideHeight, words) : tile.drawing + words)
			);
		});
		// all rows are as high as the highest
		return rows * Math.max(...heights) + (rows - 1) * tile.gap;
	};
	const room = page.height - takenBeside(prescription, paper);
	const largest = (footHeight: number) =>
		tilePoints.find((each) => (columns === 1 || each <= 20) && heightAt(each) <= room - footHeight);
	const { usual, large } = times > 1 ? footInTwo : foot;
	const points = (hasManySquares ? largest(large) : undefined) ?? largest(usual);
	return points === undefined ? undefined : { columns, points };
}

/** How large the rows of a list are: the fewer there are, the larger their words and their drawings. */
export const listSizes = ['huge', 'big', 'roomy', 'some', 'usual'] as const;
export type ListSize = (typeof listSizes)[number];

/** Words in points, the rest in millimetres; as in the styles of ListSheet.svelte. */
interface RowMeasures {
	title: number;
	small: number;
	when: number;
	drawing: number;
	/** The two narrow columns: when, and the days. */
	beside: number;
}
const rowsInOne: Record<ListSize, RowMeasures> = {
	huge: { title: 20, small: 13, when: 14, drawing: 20, beside: 24 + 46 },
	big: { title: 18, small: 12, when: 13, drawing: 18, beside: 24 + 46 },
	roomy: { title: 16, small: 12, when: 13, drawing: 18, beside: 22 + 44 },
	some: { title: 16, small: 12, when: 13, drawing: 13, beside: 22 + 44 },
	usual: { title: 14, small: 11, when: 12, drawing: 9, beside: 21 + 42 }
};
const rowsInTwo: Record<ListSize, RowMeasures> = {
	huge: { title: 20, small: 13, when: 13, drawing: 20, beside: 27 + 42 },
	big: { title: 17, small: 12, when: 12, drawing: 18, beside: 27 + 42 },
	roomy: { title: 14, small: 11, when: 12, drawing: 18, beside: 26 + 40 },
	some: { title: 14, small: 11, when: 12, drawing: 13, beside: 26 + 40 },
	usual: { title: 12, small: 11, when: 11, drawing: 9, beside: 25 + 40 }
};
const rowsInLargePrint: Record<ListSize, RowMeasures> = {
	huge: { title: 26, small: 17, when: 17, drawing: 24, beside: 30 + 44 },
	big: { title: 23, small: 16, when: 16, drawing: 18, beside: 28 + 44 },
	roomy: { title: 20, small: 15, when: 15, drawing: 18, beside: 26 + 44 },
	some: { title: 20, small: 15, when: 15, drawing: 14, beside: 26 + 44 },
	usual: { title: 18, small: 14, when: 14, drawing: 10.5, beside: 25 + 44 }
};
/** Between the columns of a row, and above and below its words, in millimetres. */
const row = { gaps: 7.5, padding: 1.8 } as const;

/**
 * The largest size in which a list surely fits its page; the usual one where none does.
 * @param titles the words of each step, in each language of the sheet
 */
export function listSize(
	prescription: Prescription,
	paper: PaperOnly,
	titles: readonly (readonly string[])[],
	hasManySquares = false
): ListSize {
	const { layout, lines, langs, ideas, reviewOn } = prescription;
	if (layout === 'flower' || lines.length === 0) return 'usual';
	const times = langs.includes('-') || paper.beside ? 2 : 1;
	const sizes = layout === 'large' ? rowsInLargePrint : times > 1 ? rowsInTwo : rowsInOne;
	/**
	 * What a list draws for ideas, beyond `takenBeside`: that counts nothing for an empty box, which a list draws too, and for a full one
	 * more than it takes in a list. Tried out with sheets of every shape.
	 */
	const isFull = Object.values(ideas).some((list) => list.length > 0);
	const boxes = layout === 'large' && times > 1 ? (isFull ? 4 : 36) : isFull ? -10 * times : 15;
	const beside =
		takenBeside(prescription, { ...paper, goal: undefined }) +
		boxes +
		6 * times +
		(layout === 'large' ? 22 : 0) +
		(reviewOn && times === 1 ? 6 : 0);
	const room = page.height - beside;
	const heightAt = (size: ListSize): number => {
		const { title, small, when, drawing, beside } = sizes[size];
		const width = page.width - drawing - beside - row.gaps;
		return lines.reduce((sum, { detail, tiny, reason, moment, frequency, times: often }, at) => {
			const inTitle = (titles[at] ?? []).reduce((all, text) => all + linesIn(text, title, width), 0);
			const below = [detail, tiny && `${tiny}${' '.repeat(16)}`, reason && `${reason}${' '.repeat(12)}`];
			const words =
				inTitle * title * mmPerPoint * lineHeight +
				below.reduce((all, text) => all + (text ? heightOf([text], small, width) : 0), 0);
			// how often takes two lines of its narrow column
			const told = Number(moment !== 'any') + 2 * (Number(frequency.kind !== 'daily') + Number(often > 1));
			return sum + Math.max(drawing, words, told * times * when * mmPerPoint * lineHeight) + row.padding;
		}, 0);
	};
	const largest = (footHeight: number) =>
		listSizes.find((size) => size !== 'usual' && heightAt(size) <= room - footHeight);
	return (hasManySquares ? largest(foot.large) : undefined) ?? largest(foot.usual) ?? 'usual';
}

/**
 * How large the steps of a week or a month are drawn: words in points, drawings in millimetres, as in GridStep.svelte; and how high a
 * row of a month becomes at most, as in MonthSheet.svelte.
 */
const gridMeasures = {
	huge: { words: 20, drawing: 18, most: 56 },
	big: { words: 16, drawing: 14, most: 36 },
	some: { words: 14, drawing: 11, most: 30 },
	usual: { words: 12, drawing: 7, most: 22 }
} as const;
export type GridSize = keyof typeof gridMeasures;

/** Of the column of the steps, and of the room for all rows, in one language and in two: in millimetres. */
const grids = {
	week: { width: 70, inTwo: 86, height: 150, heightInTwo: 128 },
	month: { width: 61, inTwo: 61, height: 185, heightInTwo: 160 }
} as const;

/**
 * The largest size in which all rows of a grid surely stand on its page; the usual one where none does.
 * @param titles the words of each step, in each language of the sheet
 * @param heads rows that name a part of the day
 */
export function gridSize(
	of: keyof typeof grids,
	titles: readonly (readonly string[])[],
	isInTwo: boolean,
	heads = 0
): GridSize {
	const { width, inTwo, height, heightInTwo } = grids[of];
	const room = (isInTwo ? heightInTwo : height) - heads * (isInTwo ? 12 : 7);
	const fits = (size: GridSize) => {
		const { words, drawing, most } = gridMeasures[size];
		const heights = titles.map((texts) => {
			const beside = (isInTwo ? inTwo : width) - drawing - 4;
			const lines = texts.reduce((all, text) => all + linesIn(text, words, beside), 0);
			return Math.max(drawing, lines * words * mmPerPoint * lineHeight) + row.padding;
		});
		return (
			heights.reduce((sum, height) => sum + height, 0) <= room &&
			(of === 'week' || Math.max(0, ...heights) <= most)
		);
	};
	return (Object.keys(gridMeasures) as GridSize[]).find(fits) ?? 'usual';
}
