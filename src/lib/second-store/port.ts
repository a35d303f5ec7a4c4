import type { Clock } from './clock';
import type { Mending } from './compare';
import type { Change, Entry, Key } from './entries';

/** The one place in the browser's private file system, the lock of who writes there, and the channel to it. */
export const journalName = 'envol-journal';
/** The small record of the database that holds its clock. */
export const clockKey = 'journal';
/** The small record that says what the person has to be told about mending. */
export const toldKey = 'told';

/** What is of no use elsewhere, or after a loss: room kept free, and what is said about the stores themselves. */
export const isJournaled = (table: string, key: Key): boolean =>
	table !== 'ballast' && !(table === 'settings' && (key === clockKey || key === toldKey));

/** What the journal gives back when the database has nothing. */
export interface Recovered {
	changes: readonly Change[];
	clock: Clock;
	/** False where the journal itself is damaged: something may be missing. */
	isWhole: boolean;
}

/** What a check of both stores found: each record was looked at, and each picture and sound read in both. */
export interface Checked {
	records: number;
	/** Something was missing or damaged in one store, and came back from the other. */
	isMended: boolean;
	/** Pictures and sounds that neither store has whole, by table and key. */
	lost: readonly (readonly [table: string, key: Key])[];
}

/** Called with how many pictures and sounds were read, of how many. */
export type OnProgress = (done: number, of: number) => void;

/** What a page asks of the journal. */
export type Asked =
	/** Append it; the Blobs in it lie beside the journal. */
	| { do: 'keep'; entry: Entry }
	| { do: 'recover' }
	/** Answered once there is somebody who can keep something. */
	| { do: 'greet' }
	/** Look at everything in both, and mend what can be mended. */
	| { do: 'check'; database: string }
	/** Forget everything but what this database says now; what is in the files as well. */
	| { do: 'renew'; database: string }
	/** Forget everything; what is in the files as well. */
	| { do: 'erase' };

/** To the worker: what is asked, with a number to answer to; the database to compare with; what came of mending. */
export type ToWorker =
	| { type: 'ask'; id: number; asked: Asked }
	| { type: 'compare'; database: string }
	| { type: 'mended'; count: number };

/** From the worker. */
export type FromWorker =
	| { type: 'answer'; id: number; value: unknown }
	/** A check, or writing all of it anew, has come so far. */
	| { type: 'progress'; id: number; done: number; of: number }
	/** The journal could not do it, and why. */
	| { type: 'refused'; id: number; name: string }
	| { type: 'found'; mendings: readonly Mending[] }
	/** Both say the same now; `broken` where the database could not be read. */
	| { type: 'compared'; how: 'same' | 'broken' | undefined }
	/** No file can be kept here. */
	| { type: 'off'; name: string };

/** The second store, as storage sees it. */
export interface SecondStore {
	/** In ms since 1970. */
	now(): number;
	/** In the order in which it is asked. Never rejects: false where the journal could not take it, or not in time. */
	keep(asked: Extract<Asked, { do: 'keep' }>): Promise<boolean>;
	/** Whether it takes what it is given, at this moment. */
	isThere(): Promise<boolean>;
	/** Everything the journal has; undefined where there is none, or it does not answer in time. */
	recover(): Promise<Recovered | undefined>;
	/**
	 * Compares both, in the background.
	 * @param mend makes the database say what was found; returns how many records changed
	 */
	compare(
		database: string,
		mend: (mendings: readonly Mending[]) => Promise<number>,
		onBroken: () => void
	): void;
	/** Looks at everything in both, and mends what can be mended. Undefined where it cannot, or does not answer in time. */
	check(database: string, onProgress: OnProgress): Promise<Checked | undefined>;
	/**
	 * Writes all of it anew, from this database, so that nothing it said before is left in its files: where everything there was
	 * sealed, or opened again. False where it could not, or did not answer in time: then it has to be done again.
	 */
	renew(database: string): Promise<boolean>;
	/** Loads how two records are merged: their rows, and those that come with them (what a note said before). */
	joining(): Promise<
		(table: string, mine: unknown, theirs: unknown) => readonly (readonly [string, unknown])[]
	>;
	/** @throws when not even the journal's files could be emptied */
	erase(): Promise<void>;
	/** Takes nothing more. */
	stop(): void;
}
