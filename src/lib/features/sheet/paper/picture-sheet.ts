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
	/** The code may be larger too. */
	hasRoom: boolean;
}

const mmPerPoint = 25.4 / 72;
/** Of a letter, as a part of its size: more than most need, so that what is said to fit does. */
const letterWidth = 0.545;
const lineHeight = 1.12;

/** Lines that a text takes, at this size in points, in this width in millimetres; Infinity where a word would break. */
function linesIn(text: string, points: number, width: number): number {
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
const foot = { usual: 54, large: 64 } as const;
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
function takenBeside(prescription: Prescription, { goal, forName, clinic }: PaperOnly): number {
	const { langs, ideas, agreements, signs } = prescription;
	const times = langs.includes('-') ? 2 : 1;
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
 */
export function layTiles(
	prescription: Prescription,
	paper: PaperOnly,
	titles: readonly (readonly string[])[]
): Tiles | undefined {
	const { layout, lines, langs } = prescription;
	if (layout !== 'list' || lines.length === 0 || lines.length > mostPictures) return undefined;
	const columns = columnsFor(lines.length);
	const rows = Math.ceil(lines.length / columns);
	const times = langs.includes('-') ? 2 : 1;
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
	const points = tilePoints.find(
		(each) => (columns === 1 || each <= 20) && heightAt(each) <= room - foot.usual
	);
	if (points === undefined) return undefined;
	return { columns, points, hasRoom: heightAt(points) <= room - foot.large };
}

/** The size of a list that has room: the fewer the rows, the larger the words and the signs. */
export type ListSize = 'huge' | 'roomy' | 'usual';

export function listSize({ layout, lines, langs, ideas, agreements, signs }: Prescription): ListSize {
	if (layout !== 'list') return 'usual';
	const extras =
		(Object.values(agreements).some((list) => list.length > 0) ? 2 : 0) +
		(signs.length > 0 ? 1 : 0) +
		(Object.values(ideas).some((list) => list.length > 1) ? 1 : 0);
	const small = lines.reduce(
		(sum, { detail, tiny, reason }) => sum + [detail, tiny, reason].filter(Boolean).length,
		0
	);
	const isBoth = langs.includes('-');
	const load = lines.length * (isBoth ? 1.5 : 1) + extras + small * 0.4;
	if (lines.length === 0) return 'usual';
	if (load <= 6) return 'huge';
	return load <= 9 ? 'roomy' : 'usual';
}
