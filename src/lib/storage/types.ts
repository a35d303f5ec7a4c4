import type { Day } from '$lib/domain/day';
import type { Instant, LocalDay } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import type { Note, NoteDraft, NoteId, PhotoId, Version } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { Preferences } from '$lib/domain/preferences';
import type { Step } from '$lib/domain/step';
import type { Copying } from './copies';
import type { Kept, KeptRecords, RecordName } from './kept-records';
import type { Lock } from './lock-types';

export type * from './lock-types';

/** A source that delivers its value now and after each change, in this tab or another. */
export interface Observable<T> extends Followable<T> {
	/**
	 * Reads it once. Rejects where it cannot be read; who subscribes would wait forever, since Dexie keeps silent about a
	 * database that was closed.
	 */
	first(): Promise<T>;
}

export interface Followable<T> {
	subscribe(observer: { next: (value: T) => void; error?: (error: unknown) => void }): {
		unsubscribe(): void;
	};
}

/** Why storage cannot be used, or could not do what was asked. */
export type StorageReason =
	/** The browser has no storage, or forbids it here. */
	| 'blocked'
	/** It did not respond within two seconds. */
	| 'slow'
	/** Another tab, or an earlier visit, ran a newer Envol: this one must not write. */
	| 'newer'
	/** Another tab erased everything. */
	| 'erased'
	/** No space left on the device. */
	| 'full'
	/** The database that was here cannot be opened, and there is nothing to rebuild it from. */
	| 'unreadable'
	/** It is under a lock that nobody has opened. */
	| 'locked'
	/** These words, this recovery page or this passkey do not open the lock. */
	| 'wrongKey'
	/** Anything else, after three more attempts. */
	| 'failed';

export interface StorageError extends Error {
	name: 'StorageError';
	reason: StorageReason;
}

export interface DaysRepository {
	observe(day: LocalDay): Observable<Day | undefined>;
	/** All days from `from` to `to`, both included, earliest first. */
	observeBetween(from: LocalDay, to: LocalDay): Observable<Day[]>;
	/**
	 * Reads, changes and writes one day in one transaction; resolves once it is durable.
	 * @param isTyped words that were typed: where a newer Envol holds the database they are left for it, as a draft
	 */
	change(day: LocalDay, change: (record: Day) => Day, isTyped?: boolean): Promise<Day>;
}

/**
 * Undoes one change: what was changed or removed comes back, what was added goes. What was written since, here or in
 * another tab, stays.
 */
export type Undo = () => Promise<void>;

export interface PlanRepository {
	/** Every step, including those that were put away, in no particular order. */
	observe(): Observable<Step[]>;
	/** Reads all steps, changes them and writes the difference in one transaction. */
	change(change: (steps: readonly Step[]) => readonly Step[], isTyped?: boolean): Promise<Undo>;
	/** Removes the example: its steps, and every tick made on them. */
	removeExample(): Promise<Undo>;
}

export interface Draft {
	key: string;
	text: string;
	at: Instant;
}

export interface DraftsRepository {
	read(key: string): Promise<Draft | undefined>;
	/** The drafts whose key has this prefix, latest first. */
	list(prefix: string): Promise<Draft[]>;
	save(draft: Draft): Promise<void>;
	clear(key: string): Promise<void>;
}

/** Where words go first when the page may be gone before the database answers. */
export interface LastWordsPlace {
	/** Does something only while the page goes. */
	leave(draft: Draft): void;
	/** They are in the database, or no longer wanted. */
	taken(key: string): void;
	/** What earlier pages left. */
	all(): Draft[];
	/** Calls back when the page goes. */
	onGoing(listener: () => void): void;
}

/** One small record, parsed field by field; `src/lib/storage/kept-records.ts` has its default. */
export interface RecordRepository<T> {
	observe(): Observable<T>;
	/**
	 * Reads, changes and writes it in one transaction. An undo reverts only the fields this change touched, and only
	 * where nobody wrote since.
	 */
	change(change: (kept: T) => T, isTyped?: boolean): Promise<Undo>;
}

export type Records = { [K in RecordName]: RecordRepository<Kept<K>> };

/** The result of saving a note. */
export interface SavedNote {
	note: Note;
	/**
	 * The note had changed elsewhere in the meantime: it now contains both texts, and each of them is among its
	 * versions.
	 */
	isJoined: boolean;
}

/** The hope journal. A deleted note stays until `purgeDeleted`, so that it can come back. */
export interface NotesRepository {
	/** Every note but the deleted ones, newest first. */
	observe(): Observable<Note[]>;
	/** The latest few. */
	observeLatest(count: number): Observable<Note[]>;
	observeOne(id: NoteId): Observable<Note | undefined>;
	/** Notes about one of these days, in no particular order. */
	observeAbout(days: readonly LocalDay[]): Observable<Note[]>;
	/** Letters to later whose day is between the two, both included. */
	observeLetters(from: LocalDay, to: LocalDay): Observable<Note[]>;
	/** Notes kept for hard days, latest first. */
	observeForHardDays(): Observable<Note[]>;
	/** The number of stitches. It never falls. */
	observeStitches(): Observable<number>;
	/** Saves what was written, removes its draft and adds a stitch for a new note, in one transaction. */
	save(draft: NoteDraft, draftKey: string, at: Instant): Promise<SavedNote>;
	/**
	 * Stores notes as they are, with their versions, unless they exist already: for what comes over from a stand-in,
	 * once.
	 */
	bring(what: Pick<Content, 'notes' | 'versions' | 'stitches'>): Promise<void>;
	/**
	 * Removes notes and stores others, at once and for good, without a stitch or a word of what they said before: for
	 * an example only.
	 */
	exchange(gone: readonly NoteId[], notes: readonly Note[]): Promise<void>;
	keep(id: NoteId, keptAt: Instant | undefined): Promise<Undo>;
	/** Records that a letter was opened on that day, its own or a later one. */
	markOpened(id: NoteId, on: LocalDay): Promise<void>;
	/** Deletes the note with its photos; undo restores all of it. */
	remove(id: NoteId, at: Instant): Promise<Undo>;
	/** What it said before, and texts before they were joined, latest first. */
	versions(id: NoteId): Promise<Version[]>;
	/**
	 * Removes for good: those notes, if they are deleted; everything deleted before `before`; and versions older than
	 * `versionsBefore`. A note that has a draft, or is being written in a tab, may still come back and stays.
	 */
	purgeDeleted(what: {
		notes: readonly NoteId[];
		/** Notes that are being written in any tab. */
		live?: ReadonlySet<NoteId>;
		before: Instant;
		versionsBefore: Instant;
	}): Promise<void>;
	/**
	 * Repairs what a crash left behind: photos of a note that was never saved become a draft again, and recordings
	 * that nobody can bring back are removed.
	 * @param live notes being written in any tab: nothing of theirs is touched
	 */
	heal(live: ReadonlySet<NoteId>, at: Instant, dayOf: (at: Instant) => LocalDay): Promise<void>;
}

/** A photo in two sizes. */
export interface Picture {
	picture: Blob;
	thumbnail: Blob;
}

export interface PhotosRepository {
	/** Every photo except deleted ones, in no particular order; never a picture. */
	observe(): Observable<Photo[]>;
	/** Kept for hard days, alone or with their note; in no particular order. */
	observeForHardDays(): Observable<Photo[]>;
	/** The photos of a note, in order. */
	observeOf(note: NoteId): Observable<Photo[]>;
	/** All or nothing; rejects with 'full' where there is no space. */
	add(photo: Photo, picture: Picture): Promise<Undo>;
	change(id: PhotoId, change: (photo: Photo) => Photo): Promise<Undo>;
	remove(id: PhotoId, at: Instant): Promise<Undo>;
	thumbnail(id: PhotoId): Promise<Blob | undefined>;
	picture(id: PhotoId): Promise<Blob | undefined>;
}

/** The sound of voice notes. */
export interface RecordingsRepository {
	add(sound: Sound & { blob: Blob }): Promise<void>;
	read(id: Sound['id']): Promise<Blob | undefined>;
	/** Marks it as deleted; it is purged once the deletion can no longer be undone. */
	remove(id: Sound['id'], at: Instant): Promise<Undo>;
	drop(id: Sound['id']): Promise<void>;
}

export interface SettingsRepository {
	readPreferences(): Promise<Preferences | undefined>;
	savePreferences(preferences: Preferences): Promise<void>;
	/** The key of what waits in the page for its next opening; where there is none yet, it is made. */
	veilKey(make: () => string): Promise<string>;
}

/** The repositories, by name. */
export interface Repositories extends Records {
	days: DaysRepository;
	plan: PlanRepository;
	drafts: DraftsRepository;
	settings: SettingsRepository;
	notes: NotesRepository;
	photos: PhotosRepository;
	recordings: RecordingsRepository;
}

/** What became of what was kept here, after a crash. */
export interface News {
	/** When something was missing that could be brought back. */
	mendedAt?: Instant;
	/** When something was missing that could not. */
	missingAt?: Instant;
}

/** What the rest of Envol sees of storage. */
export interface Storage extends Repositories {
	/** False for the stand-in, which forgets everything when the page closes. */
	isDurable: boolean;
	/** What seals everything, where the person wants that. */
	lock: Lock;
	/** What the person has to be told, on whatever page they are, until they have read it. */
	news: Followable<News>;
	/** They have read it. */
	newsWereRead(): Promise<void>;
	/**
	 * Whatever `work` changes through these repositories is written whole or not at all. While it runs, it may await
	 * them and nothing else (no timer, no loading of files); it may run again when the browser fails. Undos inside it
	 * are atomic too.
	 */
	transaction<T>(repositories: readonly (keyof Repositories)[], work: () => Promise<T>): Promise<T>;
	/** Everything that is stored, to be copied and restored; its code loads on demand. */
	copying(): Promise<Copying>;
	/** Whether a second store takes every change too, at this moment. */
	hasSecond(): Promise<boolean>;
	/**
	 * Called when storage closes by itself: a newer version is waiting, or everything was erased elsewhere.
	 * @returns a function that ends it, for a screen that goes
	 */
	onClosed(listener: (reason: StorageReason) => void): () => void;
	/** Called with true when the device turns out to be full, and with false once there is room again. */
	onRoom(listener: (isFull: boolean) => void): void;
	/** Sets space aside for words again, where there is some, and tells whether there was. */
	lookForRoom(): Promise<void>;
	/** Deletes everything that Envol stored in this browser; when it rejects, storage goes on as before. */
	erase(): Promise<void>;
}

/** Photos and sounds, with their bytes. */
export interface Media {
	photos: readonly (Photo & Picture)[];
	recordings: readonly (Sound & { blob: Blob })[];
}

/**
 * What a stand-in hands over to a storage that opens after it: everything, including what was deleted and may come
 * back. Look and language are not in it; `PreferencesKeeper` carries those over.
 */
export interface Content extends Media {
	steps: readonly Step[];
	days: readonly Day[];
	/** Only those that were changed. */
	records: KeptRecords;
	drafts: readonly Draft[];
	notes: readonly Note[];
	versions: readonly Version[];
	stitches: number;
}

/** Works until the page closes, and can hand over what was done in it. */
export interface StandIn extends Storage {
	/** Returns everything; from then on it accepts no writes, so that nothing is written where nobody looks. */
	handOver(): Promise<Content>;
	/** Handing over failed: the stand-in works on. */
	goOn(): void;
}
