import { commit } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import { notesInHand } from './notes-in-hand';
import type { Services } from '$lib/app/services.svelte';
import {
	noLines,
	withLine,
	withOnCard,
	withoutLine,
	type KeptLines,
	type Line
} from '$lib/domain/kept-lines';
import { addDays, instantOf, type LocalDay } from '$lib/domain/local-day';
import { lettersDue, lettersFrom, memoryDays, onThisDay } from '$lib/domain/memories';
import { latestCount, versionDays, type Note, type NoteId, type PhotoId } from '$lib/domain/note';
import { inOrder, type Photo } from '$lib/domain/photo';
import type { Outcome } from '$lib/domain/outcome';
import type { MessageKey } from '$lib/i18n';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { Observable, Storage, Undo } from '$lib/storage/types';

/** Deleted in this tab, while an undo is still possible. */
let deletedHere: readonly NoteId[] = [];
/** What another tab deleted longer ago than this can no longer be undone. */
const hourMs = 3_600_000;

/** The person's notes, followed live, and what can be done with one. */
export class Journal {
	#services: Services;
	readonly #latest = this.#follow(({ notes }) => notes.observeLatest(latestCount), []);
	readonly #all = this.#follow(({ notes }) => notes.observe(), []);
	readonly #about = this.#follow(({ notes }) => notes.observeAbout(memoryDays(this.today)), []);
	readonly #letters = this.#follow(
		({ notes }) => notes.observeLetters(lettersFrom(this.today), this.today),
		[]
	);
	readonly #kept = this.#follow(({ notes }) => notes.observeForHardDays(), []);
	readonly #photos = this.#follow(({ photos }) => photos.observe(), []);
	readonly #lines = this.#follow(({ lines }) => lines.observe(), noLines);
	readonly #stitches = this.#follow(({ notes }) => notes.observeStitches(), 0);

	readonly latest: readonly Note[] = $derived(this.#latest.value);
	readonly all: readonly Note[] = $derived(this.#all.value);
	readonly letters: readonly Note[] = $derived(lettersDue(this.#letters.value, this.today));
	/** Earlier notes about this day of the year. */
	readonly memories: readonly Note[] = $derived(onThisDay(this.#about.value, this.today));
	readonly kept: readonly Note[] = $derived(this.#kept.value);
	readonly photos: readonly Photo[] = $derived(this.#photos.value);
	readonly keptPhotos: readonly Photo[] = $derived(this.photos.filter(({ keptAt }) => keptAt !== undefined));
	readonly lines: KeptLines = $derived(this.#lines.value);
	readonly stitches: number = $derived(this.#stitches.value);

	constructor(services: Services) {
		this.#services = services;
	}

	/** The latest notes, and what is kept for hard days, were read, or there are none. */
	get isReady(): boolean {
		return [this.#latest, this.#kept, this.#photos, this.#lines, this.#stitches].every(
			({ isReady }) => isReady
		);
	}

	/** All notes were read. */
	get isWhole(): boolean {
		return this.#all.isReady;
	}

	/** All photo records were read. */
	get arePhotosThere(): boolean {
		return this.#photos.isReady;
	}

	get today(): LocalDay {
		return this.#services.clock.today;
	}

	open = async (): Promise<void> => {
		await this.#services.gate.look();
		void this.#services.preferences.restore();
	};

	photosOf(note: NoteId): Photo[] {
		return inOrder(this.photos.filter((photo) => photo.note === note));
	}

	thumbnail = async (id: PhotoId): Promise<Blob | undefined> =>
		(await this.#services.gate.open()).photos.thumbnail(id);

	keep = (note: Note, isKept: boolean): Promise<Outcome> =>
		this.#change(
			(storage) => storage.notes.keep(note.id, isKept ? now() : undefined),
			isKept ? 'hope.status.kept' : 'hope.status.unkept'
		);

	keepPhoto = (photo: Photo, isKept: boolean): Promise<Outcome> =>
		this.#change(
			(storage) =>
				storage.photos.change(photo.id, ({ keptAt: _, ...rest }) =>
					isKept ? { ...rest, keptAt: now() } : rest
				),
			isKept ? 'hope.status.kept' : 'hope.status.unkept'
		);

	/** Deletes a note; it can be undone until the page that says so is left. */
	remove = (note: Note): Promise<Outcome> => {
		deletedHere = [...deletedHere, note.id];
		return this.#change((storage) => storage.notes.remove(note.id, now()), 'hope.status.deleted');
	};

	addLine = (words: string): Promise<Outcome> =>
		this.#change(
			(storage) => storage.lines.change((kept) => withLine(kept, { id: newId(), words, at: now() })),
			'hope.status.lineAdded'
		);

	removeLine = ({ id }: Line): Promise<Outcome> =>
		this.#change(
			(storage) => storage.lines.change((kept) => withoutLine(kept, id)),
			'hope.status.lineRemoved'
		);

	putOnCard = ({ id }: Line, isOn: boolean): Promise<Outcome> =>
		this.#change((storage) => storage.lines.change((kept) => withOnCard(kept, id, isOn)), 'hope.status.card');

	/** Called when the page that offers the undo is left: deleted notes are purged. */
	leave = async (): Promise<void> => {
		const { storage } = this.#services.gate;
		if (!storage) return;
		const notes = deletedHere;
		deletedHere = [];
		const versionsBefore = instantOf(addDays(this.today, -versionDays));
		// nothing is lost when it fails: it is done the next time
		await notesInHand()
			.then((live) =>
				storage.notes.purgeDeleted({ notes, ...(live && { live }), before: now() - hourMs, versionsBefore })
			)
			.catch(() => undefined);
	};

	#follow<T>(observe: (storage: Storage) => Observable<T>, none: T) {
		return followed(() => this.#services, observe, none);
	}

	#change(change: (storage: Storage) => Promise<Undo>, key: MessageKey): Promise<Outcome> {
		return commit(this.#services, change, { key });
	}
}
