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
	{ size: 'normal', rows: 4, signs: 21 },
	{ size: 'small', rows: 7, signs: 25 }
] as const;

export interface Flower<T> {
	/** Of the words, the same on all petals. */
	size: (typeof sizes)[number]['size'];
	petals: { petal: Petal; lines: T[] }[];
	/** Those that find no room in their petal: they stand below the flower, so that nothing is lost. */
	rest: T[];
}

/** In how many rows a text breaks, word by word. */
function rowsOf(text: string, signs: number): number {
	let rows = 1;
	let room = signs;
	for (const { length } of text.split(' ')) {
		if (length > room && room < signs) {
			rows += 1;
			room = signs;
		}
		room -= length + 1;
	}
	return rows;
}

/**
 * The six petals, each with its lines.
 * @param textsOf what is printed for a line, one text for each row that begins anew
 * @param scale of the flower: the smaller, the fewer words go into a petal
 */
export function arrangeFlower<T extends Pick<Line, 'petal' | 'activity' | 'item' | 'habit'>>(
	lines: readonly T[],
	textsOf: (line: T) => readonly string[],
	scale = 1
): Flower<T> {
	const tries = sizes.map(({ size, rows, signs }): Flower<T> => {
		const rest: T[] = [];
		const arranged = petals.map((petal) => {
			let room = rows * scale;
			const here: T[] = [];
			for (const line of lines.filter((each) => petalOf(each) === petal)) {
				for (const text of textsOf(line)) room -= rowsOf(text, Math.floor(signs * scale));
				(room >= 0 ? here : rest).push(line);
			}
			return { petal, lines: here };
		});
		return { size, petals: arranged, rest };
	});
	return tries.find(({ rest }) => rest.length === 0) ?? tries.at(-1)!;
}
