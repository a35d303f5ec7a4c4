import type { Instant, LocalDay } from '$lib/domain/local-day';

/** Counts for a copy or this device, for a preview that compares them. */
export interface CopySummary {
	/** When the copy was made; now, for this device. */
	madeAt: Instant;
	/** Days on which something was done or written. */
	days: number;
	/** Without deleted ones; the same below. */
	notes: number;
	photos: number;
	recordings: number;
	/** Including steps that were put away. */
	steps: number;
	/** When something was last done or written; undefined if never. */
	newestAt?: Instant;
	/** The first and the last day with something on it. */
	firstDay?: LocalDay;
	lastDay?: LocalDay;
}

/** Why a copy could not be saved, opened or restored. Nothing was changed; each has one kind sentence. */
export type CopyProblem =
	/** The passphrase does not open it. */
	| 'wrong-passphrase'
	/** Changed bytes or missing parts. */
	| 'damaged'
	/** Made by a newer version; this one must be updated first. */
	| 'newer'
	/** Another kind of file. */
	| 'not-a-copy'
	/** Larger than any copy can be; not read. */
	| 'too-large'
	/** Not enough space on this device. */
	| 'full'
	/** The person cancelled. */
	| 'cancelled'
	/** Another tab is saving or restoring a copy. */
	| 'busy'
	/** Reading or writing failed for any other reason. */
	| 'not-saved';

export class CopyError extends Error {
	readonly problem: CopyProblem;

	constructor(problem: CopyProblem, cause?: unknown) {
		super(`copy: ${problem}`, { cause });
		this.name = 'CopyError';
		this.problem = problem;
	}
}

/** Progress in bytes; `total` may grow slightly. */
export type OnProgress = (done: number, total: number) => void;

/** Options of every long operation: cancellation and progress. */
export interface Working {
	signal?: AbortSignal;
	onProgress?: OnProgress;
}

/** The format, detected from the first bytes only; the file may still be damaged. */
export type CopyKind = 'sealed' | 'readable';
