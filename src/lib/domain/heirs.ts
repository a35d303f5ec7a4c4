export interface Heirs<T> {
	next: T[];
	/** The candidates, nearest first. */
	before: T[];
}

/**
 * Where keyboard focus goes when the item that had it left its row: first to what replaced it, then to what follows,
 * only then to what came before. `was` is the row before it left, `now` the row without it; others may have come,
 * left or moved in the meantime.
 */
export function heirs<T>(was: readonly T[], now: readonly T[], gone: T): Heirs<T> {
	const before = was
		.slice(0, was.indexOf(gone))
		.reverse()
		.find((one) => now.includes(one));
	const from = before === undefined ? 0 : now.indexOf(before) + 1;
	return { next: now.slice(from), before: now.slice(0, from).reverse() };
}

/** Where focus goes when its control stays but becomes disabled: to the others in its row, nearest first. */
export function neighbours<T>(row: readonly T[], resting: T): T[] {
	const at = row.indexOf(resting);
	return [...row.slice(0, at).reverse(), ...row.slice(at + 1)];
}
