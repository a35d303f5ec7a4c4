import type { Instant, LocalDay } from '$lib/domain/local-day';

/** What is in a copy, or on this device, for a preview that compares the two. */
export interface CopySummary {
	/** When the copy was made; of what is here, now. */
	madeAt: Instant;
	/** Days on which something was done or written. */
	days: number;
	/** Deleted ones are not counted, here and below. */
	notes: number;
	photos: number;
	recordings: number;
	/** Steps of the plan, put away ones included. */
	steps: number;
	/** The last instant at which something was done or written; undefined where nothing was. */
	newestAt?: Instant;
	/** From the first day with something on it to the last. */
	firstDay?: LocalDay;
	lastDay?: LocalDay;
}

/** Why a copy could not be saved, opened or brought back; one kind sentence each. Nothing was changed. */
export type CopyProblem =
	/** It is sealed, and these words do not open it. */
	| 'wrong-passphrase'
	/** A bit is not what it was, or a part is missing. */
	| 'damaged'
	/** A newer Envol made it: this one must be updated first. */
	| 'newer'
	/** Some other file. */
	| 'not-a-copy'
	/** More than any copy can be: it is not read. */
	| 'too-large'
	/** No room on this device for all that is in it. */
	| 'full'
	/** The person said stop. */
	| 'cancelled'
	/** Another tab is saving a copy or bringing one back. */
	| 'busy'
	/** This device could not read or keep it, for any other reason. */
	| 'not-saved';

export class CopyError extends Error {
	readonly problem: CopyProblem;

	constructor(problem: CopyProblem, cause?: unknown) {
		super(`copy: ${problem}`, { cause });
		this.name = 'CopyError';
		this.problem = problem;
	}
}

/** How far it is, in bytes; `total` may grow a little on the way. */
export type OnProgress = (done: number, total: number) => void;

/** What every long work takes: a way to stop it, and somebody to tell. */
export interface Working {
	signal?: AbortSignal;
	onProgress?: OnProgress;
}

/** What this file is by its first bytes: cheap, and no promise that it is whole. */
export type CopyKind = 'sealed' | 'readable';
