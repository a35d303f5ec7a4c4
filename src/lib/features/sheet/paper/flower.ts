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

/** What a petal holds before its words outgrow it: rows of print, and signs in a row, at each size. */
const sizes = [
	{ size: 'normal', rows: 7, signs: 23 },
	{ size: 'small', rows: 8, signs: 25 }
] as const;
export type PetalSize = (typeof sizes)[number]['size'];

export interface PetalOnPaper<T> {
	petal: Petal;
	lines: T[];
	size: PetalSize;
}

function rowsOf(words: string, signs: number): number {
	return Math.max(1, Math.ceil(words.length / signs));
}

/**
 * The six petals with their lines, and those that find no room in theirs: they stand below the flower, so that
 * nothing is lost.
 * @param wordsOf what is printed for a line, one text for each row that begins anew
 */
export function arrangeFlower<T extends Pick<Line, 'petal' | 'activity' | 'item' | 'habit'>>(
	lines: readonly T[],
	wordsOf: (line: T) => readonly string[]
): { petals: PetalOnPaper<T>[]; rest: T[] } {
	const rest: T[] = [];
	const arranged = petals.map((petal): PetalOnPaper<T> => {
		const here = lines.filter((line) => petalOf(line) === petal);
		const heights = (signs: number) =>
			here.map((line) => wordsOf(line).reduce((sum, words) => sum + rowsOf(words, signs), 0));
		for (const { size, rows, signs } of sizes) {
			const needed = heights(signs).reduce((sum, height) => sum + height, 0);
			if (needed <= rows) return { petal, lines: here, size };
		}
		const { size, rows, signs } = sizes[1];
		let room = rows;
		const fitting = here.filter((_, index) => {
			room -= heights(signs)[index]!;
			return room >= 0;
		});
		rest.push(...here.slice(fitting.length));
		return { petal, lines: fitting, size };
	});
	return { petals: arranged, rest };
}
