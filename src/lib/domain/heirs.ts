export interface Heirs<T> {
	next: T[];
	/** Nearest first. */
	before: T[];
}

/**
 * Who takes the keyboard's place when the one that had it has left a row: first what came in its stead, then what
 * follows; only then what stood before it. `was` is the row as it stood with the one that left, `now` as it
 * stands without it; others may have come, left or moved in the meantime.
 */
export function heirs<T>(was: readonly T[], now: readonly T[], gone: T): Heirs<T> {
	const before = was
		.slice(0, was.indexOf(gone))
		.reverse()
		.find((one) => now.includes(one));
	const from = before === undefined ? 0 : now.indexOf(before) + 1;
	return { next: now.slice(from), before: now.slice(0, from).reverse() };
}

/** Who takes it when the one that had it stays in its row but rests: at the end of a list, the other direction. */
export function neighbours<T>(row: readonly T[], resting: T): T[] {
	const at = row.indexOf(resting);
	return [...row.slice(0, at).reverse(), ...row.slice(at + 1)];
}
