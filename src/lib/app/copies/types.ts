import type { Services } from '$lib/app/services.svelte';
import type { CopyKind, CopySummary, Working } from '$lib/copy/types';
import type { Instant } from '$lib/domain/local-day';
import type { CheckOfAll } from '$lib/storage/copies';
import type { Undo } from '$lib/storage/types';

export type { CopyKind, CopyProblem, CopySummary, OnProgress, Working } from '$lib/copy/types';

export interface SavedCopy {
	/** The complete copy, ready to share or download; on disk rather than in memory where the browser supports it. */
	file: Blob;
	/** A file name without anything personal: 'envol-2026-11-28.envol', or '.json' for a readable copy. */
	name: string;
	summary: CopySummary;
	bytes: number;
}

/** A copy that was read and verified completely. Nothing is written yet. */
export interface OpenedCopy {
	kind: CopyKind;
	summary: CopySummary;
	bytes: number;
}

export interface BroughtBack {
	/** Undoes the restore; what was written since stays. */
	undo: Undo;
	/** The data of this device now. */
	summary: CopySummary;
}

/** A restored copy that can still be undone, also after a reload. */
export interface UndoLeft {
	/** When it was restored. */
	at: Instant;
	undo: Undo;
	/** Gives up the undo and frees its space. */
	letGo: () => Promise<void>;
}

/** What a check found that a person can do something about. */
export interface Check extends CheckOfAll {
	/** How many records cannot be read whole; they stay as they are. */
	unreadable: number;
}

export type Gated = Pick<Services, 'gate' | 'preferences'>;

/**
 * The exports of `$lib/app/copies/copies`; load it with `import()` where it is needed. Each function rejects with a
 * `CopyError` (`$lib/copy/types`; `problemOf` returns its name), and has then changed nothing.
 */
export interface Copies {
	/** Detects the format from the first bytes; undefined when the file is not a copy. Never rejects. */
	kindOfCopy(file: Blob): Promise<CopyKind | undefined>;
	/** Saves everything on this device in one file: encrypted with a passphrase, readable JSON without. */
	saveCopy(services: Gated, how?: Working & { passphrase?: string }): Promise<SavedCopy>;
	/** Records that a copy was saved; call once the person has the file (shared or downloaded). */
	noteSaved(services: Gated, saved: SavedCopy): Promise<void>;
	/** Reads and verifies the complete file. A sealed one needs its passphrase. */
	openCopy(file: Blob, how?: Working & { passphrase?: string }): Promise<OpenedCopy>;
	/** Counts the data of this device, for comparison with a copy. */
	summaryHere(services: Gated): Promise<CopySummary>;
	/**
	 * Merges it with the data of this device (nothing of either is lost), or replaces that data. All or nothing: until it
	 * resolves, none of it is visible.
	 */
	bringBack(
		services: Gated,
		opened: OpenedCopy,
		how: 'merge' | 'replace',
		working?: Working
	): Promise<BroughtBack>;
	/** The last restored copy while it can be undone: for 30 days, or until the next one. */
	undoLeft(services: Gated): Promise<UndoLeft | undefined>;
	/** The name of the problem behind any thrown value. */
	problemOf(error: unknown): import('$lib/copy/types').CopyProblem;
}
