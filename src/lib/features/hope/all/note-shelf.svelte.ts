import { get } from 'svelte/store';
import type { Journal } from '../journal.svelte';
import { besides } from '$lib/app/words/note-words';
import { createShelfMaker, monthOf, search, type Month, type Wanted } from '$lib/domain/journal-search';
import type { Note, NoteId } from '$lib/domain/note';
import { altsByNote } from '$lib/domain/photo';
import { t } from '$lib/i18n';
import { inIdleTime } from '$lib/platform/idle';

/** How many are rendered at once; more follow as the person scrolls down. */
const atOnce = 30;

/** How the list was left, in this tab and in memory only: what somebody searches for is as private as a note. */
let left: ({ wanted: Wanted; isCalendar: boolean; most: number } & Place) | undefined;

/** Where the person was: the scroll position, and the note they opened. */
interface Place {
	down: number;
	opened: NoteId | undefined;
}

/** All notes, and those that match the search. */
export class NoteShelf {
	#journal: Journal;
	#make = createShelfMaker();
	#most = $state.raw(atOnce);
	wanted = $state.raw<Wanted>({});
	isCalendar = $state.raw(false);
	readonly #shelf = $derived.by(() => {
		const words = get(t);
		const alts = altsByNote(this.#journal.photos);
		return this.#make(this.#journal.all, (note) => `${besides(words, note)} ${alts.get(note.id) ?? ''}`);
	});
	readonly found: readonly Note[] = $derived(search(this.#shelf, this.#looked));
	readonly shown: readonly Note[] = $derived(this.found.slice(0, this.#most));

	constructor(journal: Journal) {
		this.#journal = journal;
	}

	get notes(): readonly Note[] {
		return this.#journal.all;
	}

	/** The matches without regard to the day: those that the calendar marks. */
	get inCalendar(): readonly Note[] {
		return search(this.#shelf, { ...this.#looked, month: this.month, day: undefined });
	}

	/** The month on the calendar: the chosen one, or that of the newest note. */
	get month(): Month {
		return this.wanted.month ?? monthOf(this.notes[0]?.day ?? this.#journal.today);
	}

	get today() {
		return this.#journal.today;
	}

	/**
	 * Makes notes ready for searching while the person looks at the first ones. Returns a function that cancels it.
	 */
	prepare = (): (() => void) => inIdleTime(this.#shelf, ({ plain }) => plain());

	leave = (down: number, opened: NoteId | undefined): void => {
		left = { wanted: this.wanted, isCalendar: this.isCalendar, most: this.#most, down, opened };
	};

	/** Restores the list after a note was opened. Returns where the person was. */
	comeBack = (): Place | undefined => {
		if (!left) return undefined;
		this.wanted = left.wanted;
		this.isCalendar = left.isCalendar;
		this.#most = left.most;
		return left;
	};

	look = (wanted: Wanted): void => {
		this.wanted = wanted;
		this.#most = atOnce;
	};

	showMore = (): void => {
		this.#most += atOnce;
	};

	/** Shows more notes as the end of the list comes near. */
	near = (element: Element): (() => void) => {
		const watcher = new IntersectionObserver(
			(entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.showMore(),
			{ rootMargin: '600px' }
		);
		watcher.observe(element);
		return () => watcher.disconnect();
	};

	get #looked(): Wanted {
		return this.isCalendar && !this.wanted.day ? { ...this.wanted, month: this.month } : this.wanted;
	}
}
