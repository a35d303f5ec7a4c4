/**
 * More than any copy of a long life holds, and little enough to be refused before it slows a telephone down. What Envol
 * saves stays below them (see `pack.ts`); what claims more is not read.
 */
export const limits = {
	/** Of the whole file, in bytes. */
	file: 4 * 2 ** 30,
	/** The lines before the first sealed byte. */
	header: 1024,
	/** What stands before the bytes of one part. */
	head: 64 * 1024,
	/** Rows in one part: they are read at once. */
	rows: 4 * 2 ** 20,
	/** All rows together. */
	allRows: 256 * 2 ** 20,
	/** One picture or one sound. */
	media: 64 * 2 ** 20,
	/** How many of them. */
	countOfMedia: 100_000,
	/** Lists within lists. */
	depth: 32
} as const;
