import { SvelteSet } from 'svelte/reactivity';
import type { Journal } from '../journal.svelte';
import { besides } from '$lib/app/words/note-words';
import { createShelfMaker, search } from '$lib/domain/journal-search';
import { isSealed, newestFirst, type Note, type NoteId } from '$lib/domain/note';
import { altsByNote, photosByNote, type Photo } from '$lib/domain/photo';
import type { Translate } from '$lib/i18n';

/** How many notes the list shows at first, and adds each time. */
const few = 20;

/** Notes found and chosen for paper. Sealed letters are not among them. */
export class NoteChoice {
	#journal: Journal;
	#t: () => Translate;
	#makeShelf = createShelfMaker();
	typed = $state('');
	isOnlyKept = $state(false);
	#room = $state(few);
	#chosen = new SvelteSet<NoteId>();

	readonly #open: readonly Note[] = $derived.by(() => {
		const { all, today } = this.#journal;
		return all.filter((note) => !isSealed(note, today));
	});
	readonly #photosByNote = $derived.by(() => photosByNote(this.#journal.photos));
	readonly #shelf = $derived.by(() => {
		const alts = altsByNote(this.#journal.photos);
		return this.#makeShelf(this.#open, (note) => `${besides(this.#t(), note)} ${alts.get(note.id) ?? ''}`);
	});
	readonly found: readonly Note[] = $derived(
		search(this.#shelf, { typed: this.typed, ...(this.isOnlyKept && { isKept: true }) })
	);
	readonly shown: readonly Note[] = $derived(this.found.slice(0, this.#room));
	readonly hasMore: boolean = $derived(this.found.length > this.#room);
	/** In order of days, as a book is read. */
	readonly chosen: readonly Note[] = $derived(
		this.#open.filter(({ id }) => this.#chosen.has(id)).sort((a, b) => newestFirst(b, a))
	);

	constructor(journal: Journal, t: () => Translate) {
		this.#journal = journal;
		this.#t = t;
	}

	photosOf = ({ id }: Note): readonly Photo[] => this.#photosByNote.get(id) ?? [];

	has = ({ id }: Note): boolean => this.#chosen.has(id);

	choose = ({ id }: Note, isChosen: boolean): void => {
		if (isChosen) this.#chosen.add(id);
		else this.#chosen.delete(id);
	};

	chooseNone = (): void => this.#chosen.clear();

	showMore = (): void => {
		this.#room += few;
	};
}
