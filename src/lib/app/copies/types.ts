import type { Services } from '$lib/app/services.svelte';
import type { CopyKind, CopySummary, Working } from '$lib/copy/types';
import type { Instant } from '$lib/domain/local-day';
import type { Undo } from '$lib/storage/types';

export type { CopyKind, CopyProblem, CopySummary, OnProgress, Working } from '$lib/copy/types';

export interface SavedCopy {
	/** The whole copy, ready for the share sheet or a download; on disk rather than in memory where a browser can. */
	file: Blob;
	/** A name for it without anything personal: 'envol-2026-11-28.envol', or '.json' where it is readable. */
	name: string;
	summary: CopySummary;
	bytes: number;
}

/** A copy that was read to its end: every byte is as it was saved. Nothing is written yet. */
export interface OpenedCopy {
	kind: CopyKind;
	summary: CopySummary;
	bytes: number;
}

export interface BroughtBack {
	/** Takes back what was brought; what was written since stays. */
	undo: Undo;
	/** What is here now. */
	summary: CopySummary;
}

/** A bringing-back that can still be undone, after a reload too. */
export interface UndoLeft {
	/** When it was brought back. */
	at: Instant;
	undo: Undo;
	/** The person is content: the way back is let go of, and the room it took is free. */
	letGo: () => Promise<void>;
}

export type Gated = Pick<Services, 'gate' | 'preferences'>;

/**
 * What `$lib/app/copies/copies` exports; load it with `import()`, on a page or a tap that needs it. Each of them rejects
 * with a `CopyError` (`$lib/copy/types`; `problemOf` gives the name) and then has changed nothing.
 */
export interface Copies {
	/** What the file is, by its first bytes; undefined when it is no copy. Never rejects. */
	kindOfCopy(file: Blob): Promise<CopyKind | undefined>;
	/** Everything on this device, in one file: sealed with a passphrase, readable (JSON) without. */
	saveCopy(services: Gated, how?: Working & { passphrase?: string }): Promise<SavedCopy>;
	/** Writes down that it was saved: call once the person has the file (shared or downloaded). */
	noteSaved(services: Gated, saved: SavedCopy): Promise<void>;
	/** Reads it to its end. A sealed one needs its passphrase. */
	openCopy(file: Blob, how?: Working & { passphrase?: string }): Promise<OpenedCopy>;
	/** What is on this device, to stand beside what a copy holds. */
	summaryHere(services: Gated): Promise<CopySummary>;
	/**
	 * Merges it with what is here (nothing of either is lost), or puts it in the place of what is here. All or nothing:
	 * until it resolves, nothing is seen of it.
	 */
	bringBack(
		services: Gated,
		opened: OpenedCopy,
		how: 'merge' | 'replace',
		working?: Working
	): Promise<BroughtBack>;
	/** The last bringing-back, while it can be undone: 30 days, or until the next one. */
	undoLeft(services: Gated): Promise<UndoLeft | undefined>;
	/** The name of the problem in whatever was thrown. */
	problemOf(error: unknown): import('$lib/copy/types').CopyProblem;
}
