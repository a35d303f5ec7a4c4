/**
 * Upper bounds: more than decades of use produce, yet small enough that an oversized file is rejected before it slows a
 * phone down. Envol never saves more than this (see `pack.ts`), and never reads more.
 */
export const limits = {
	/** The whole file, in bytes. */
	file: 4 * 2 ** 30,
	/** The header lines before the first encrypted byte. */
	header: 1024,
	/** The head of one part. */
	head: 64 * 1024,
	/** Rows in one part; they are parsed together. */
	rows: 4 * 2 ** 20,
	/** Rows in total. */
	allRows: 256 * 2 ** 20,
	/** One photo or recording. */
	media: 64 * 2 ** 20,
	/** Number of photos and recordings. */
	countOfMedia: 100_000,
	/** Nesting depth of JSON. */
	depth: 32
} as const;
