import type { Day } from '$lib/domain/day';
import type { Instant, LocalDay } from '$lib/domain/local-day';
import type { Sound } from '$lib/domain/orphans';
import type { Note, NoteDraft, NoteId, PhotoId, Version } from '$lib/domain/note';
import type { Photo } from '$lib/domain/photo';
import type { Preferences } from '$lib/domain/preferences';
import type { Step } from '$lib/domain/step';
import type { Copying } from './copies';
import type { Kept, KeptRecords, RecordName } from './kept-records';

/** Something that tells its latest value, now and after each change, in this tab or another. */
export interface Observable<T> {
	subscribe(observer: { next: (value: T) => void; error?: (error: unknown) => void }): {
		unsubscribe(): void;
	};
}

/** Why storage cannot be used, or could not do what was asked. */
export type StorageReason =
	/** The browser has no storage, or forbids it here. */
	| 'blocked'
	/** It did not answer within two seconds. */
	| 'slow'
	/** Another tab, or an earlier visit, runs a newer Envol: this one must not write. */
	| 'newer'
	/** Another tab erased everything. */
	| 'erased'
	/** No room left on the device. */
	| 'full'
	/** Anything else, after three more tries. */
	| 'failed';

export interface StorageError extends Error {
	name: 'StorageError';
	reason: StorageReason;
}

export interface DaysRepository {
	observe(day: LocalDay): Observable<Day | undefined>;
	/** All days from `from` to `to`, both included, earliest first. */
	observeBetween(from: LocalDay, to: LocalDay): Observable<Day[]>;
	/** Reads, changes and writes one day in one transaction; resolves once it is durable. */
	change(day: LocalDay, change: (record: Day) => Day): Promise<Day>;
}

/**
 * Takes back one change of the plan: what was changed or removed returns, what was added goes. What was written
 * since, here or in another tab, stays.
 */
export type Undo = () => Promise<void>;

export interface PlanRepository {
	/** Every step, put away ones included, in no order. */
	observe(): Observable<Step[]>;
	/** Reads all steps, changes them and writes the difference in one transaction. */
	change(change: (steps: readonly Step[]) => readonly Step[]): Promise<Undo>;
	/** Takes away the example: its steps, and every tick made on them. */
	removeExample(): Promise<Undo>;
}

export interface Draft {
	key: string;
	text: string;
	at: Instant;
}

export interface DraftsRepository {
	read(key: string): Promise<Draft | undefined>;
	/** Those whose key begins like this, the latest first. */
	list(prefix: string): Promise<Draft[]>;
	save(draft: Draft): Promise<void>;
	clear(key: string): Promise<void>;
}

/** One small record, read field by field; what it is while nothing was chosen, `src/lib/storage/kept-records.ts` says. */
export interface RecordRepository<T> {
	observe(): Observable<T>;
	/**
	 * Reads, changes and writes it in one transaction. An undo takes back only the fields this change touched, and only
	 * where nobody wrote since.
	 */
	change(change: (kept: T) => T): Promise<Undo>;
}

export type Records = { [K in RecordName]: RecordRepository<Kept<K>> };

/** What a save of a note did. */
export interface SavedNote {
	note: Note;
	/** The note had changed elsewhere meanwhile: both texts are in it now, and each alone in what it said before. */
	isJoined: boolean;
}

/** The hope journal. A note that was deleted stays until `purgeDeleted`, so that it can come back. */
export interface NotesRepository {
	/** Every note but the deleted ones, newest first. */
	observe(): Observable<Note[]>;
	/** The latest few. */
	observeLatest(count: number): Observable<Note[]>;
	observeOne(id: NoteId): Observable<Note | undefined>;
	/** Those about one of these days, in no order. */
	observeAbout(days: readonly LocalDay[]): Observable<Note[]>;
	/** Letters to later whose day is between the two, both included. */
	observeLetters(from: LocalDay, to: LocalDay): Observable<Note[]>;
	/** Kept for hard days, the latest first. */
	observeKept(): Observable<Note[]>;
	/** The row of stitches: how many there are. Never fewer. */
	observeStitches(): Observable<number>;
	/** Saves what was written, takes its draft away and adds a stitch for a new note, in one transaction. */
	save(draft: NoteDraft, draftKey: string, at: Instant): Promise<SavedNote>;
	/**
	 * Keeps notes as they are, with what they said before, unless they are there: for what comes over from a stand-in, once.
	 */
	bring(what: Pick<Content, 'notes' | 'versions' | 'stitches'>): Promise<void>;
	keep(id: NoteId, keptAt: Instant | undefined): Promise<Undo>;
	/** A letter was opened on that day, its own or a later one. */
	markOpened(id: NoteId, on: LocalDay): Promise<void>;
	/** Takes the note and its photos away; undo brings all of it back. */
	remove(id: NoteId, at: Instant): Promise<Undo>;
	/** What it said before, and alone, the latest first. */
	versions(id: NoteId): Promise<Version[]>;
	/**
	 * Lets go for good of those notes if they are deleted, of all that was deleted before `before`, and of versions older
	 * than `versionsBefore`. A note with words that wait as a draft, or that a tab is writing, may still come back: it stays.
	 */
	purgeDeleted(what: {
		notes: readonly NoteId[];
		/** Notes that any tab is writing right now. */
		live?: ReadonlySet<NoteId>;
		before: Instant;
		versionsBefore: Instant;
	}): Promise<void>;
	/**
	 * Heals what a crash left: photos of words that were never kept are a draft again, sounds that nobody can bring back
	 * any more go.
	 * @param live notes that any tab is writing right now: nothing of theirs is touched
	 */
	heal(live: ReadonlySet<NoteId>, at: Instant, dayOf: (at: Instant) => LocalDay): Promise<void>;
}

/** The two sizes of a photo. */
export interface Picture {
	picture: Blob;
	thumbnail: Blob;
}

export interface PhotosRepository {
	/** Every photo but the deleted ones, in no order; never a picture. */
	observe(): Observable<Photo[]>;
	/** Kept for hard days, alone or with their note; in no order. */
	observeKept(): Observable<Photo[]>;
	/** Those of a note, in order. */
	observeOf(note: NoteId): Observable<Photo[]>;
	/** All or nothing; rejects with 'full' where there is no room. */
	add(photo: Photo, picture: Picture): Promise<Undo>;
	change(id: PhotoId, change: (photo: Photo) => Photo): Promise<Undo>;
	remove(id: PhotoId, at: Instant): Promise<Undo>;
	thumbnail(id: PhotoId): Promise<Blob | undefined>;
	picture(id: PhotoId): Promise<Blob | undefined>;
}

/** The sound of spoken notes. */
export interface RecordingsRepository {
	add(sound: Sound & { blob: Blob }): Promise<void>;
	read(id: Sound['id']): Promise<Blob | undefined>;
	/** Let go of, with the words it belongs to; gone for good once nothing can be undone any more. */
	remove(id: Sound['id'], at: Instant): Promise<Undo>;
	drop(id: Sound['id']): Promise<void>;
}

export interface SettingsRepository {
	readPreferences(): Promise<Preferences | undefined>;
	savePreferences(preferences: Preferences): Promise<void>;
}

/** The repositories, by their names. */
export interface Repositories extends Records {
	days: DaysRepository;
	plan: PlanRepository;
	drafts: DraftsRepository;
	settings: SettingsRepository;
	notes: NotesRepository;
	photos: PhotosRepository;
	recordings: RecordingsRepository;
}

/** What the rest of Envol knows of storage. */
export interface Storage extends Repositories {
	/** False for the stand-in that forgets when the page closes. */
	isDurable: boolean;
	/** This device held a plan before, and now holds nothing. */
	seemsLost: boolean;
	/**
	 * Whatever `work` changes through these repositories is written whole or not at all. While it runs, it may wait for them and
	 * for nothing else (no timer, no file that loads); it may be run again when the browser stumbles. Undos taken back
	 * inside it are whole too.
	 */
	transaction<T>(repositories: readonly (keyof Repositories)[], work: () => Promise<T>): Promise<T>;
	/** The whole of what is kept, to be copied and brought back; its code loads when somebody asks. */
	copying(): Promise<Copying>;
	/** Called when storage closes under us: a newer version waits, or everything was erased elsewhere. */
	onClosed(listener: (reason: StorageReason) => void): void;
	/** Deletes everything Envol kept in this browser; when it rejects, storage goes on as before. */
	erase(): Promise<void>;
}

/** Photos and sounds, with their bytes. */
export interface Media {
	photos: readonly (Photo & Picture)[];
	recordings: readonly (Sound & { blob: Blob })[];
}

/**
 * What a stand-in holds, for a storage that opens after it: all of it, what was deleted and may come back included. The
 * choices of look and language are not in it; `PreferencesKeeper` brings those.
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
	/** All of it; from now on it takes nothing more, so that nothing is written where nobody looks. */
	handOver(): Promise<Content>;
	/** It could not be taken over: the stand-in works on. */
	goOn(): void;
}
