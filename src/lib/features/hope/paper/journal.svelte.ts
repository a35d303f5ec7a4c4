import { SvelteSet } from 'svelte/reactivity';
import { live } from '$lib/app/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { createShelfMaker, search } from '$lib/domain/journal-search';
import { noLines, type Line } from '$lib/domain/kept-lines';
import { isSealed, newestFirst, type Note, type NoteId } from '$lib/domain/note';
import { photosByNote, type Photo } from '$lib/domain/photo';
import type { Translate } from '$lib/i18n';
import { besides } from './note-words';

/** How many notes the list shows at first, and adds each time. */
const few = 20;

/** The person's notes, found and chosen for paper. A letter that waits for its day is not among them. */
export class Journal {
	#services: Services;
	#t: () => Translate;
	readonly #storage = $derived.by(() => this.#services.gate.storage);
	readonly #notes = $derived(this.#storage && live(this.#storage.notes.observe()));
	readonly #photos = $derived(this.#storage && live(this.#storage.photos.observe()));
	readonly #lines = $derived(this.#storage && live(this.#storage.lines.observe()));
	#makeShelf = createShelfMaker();

	typed = $state('');
	isOnlyKept = $state(false);
	#room = $state(few);
	#chosen = new SvelteSet<NoteId>();

	readonly isReady: boolean = $derived.by(
		() => this.#services.gate.isFresh || Boolean(this.#notes?.isReady && this.#photos?.isReady)
	);
	/** Every note, newest first, letters that wait included. */
	readonly all: readonly Note[] = $derived(this.#notes?.value ?? []);
	readonly lines: readonly Line[] = $derived((this.#lines?.value ?? noLines).lines);
	readonly #open: readonly Note[] = $derived.by(() => {
		const { today } = this.#services.clock;
		return this.all.filter((note) => !isSealed(note, today));
	});
	readonly #photosByNote = $derived(photosByNote(this.#photos?.value ?? []));
	readonly #shelf = $derived.by(() =>
		this.#makeShelf(this.#open, (note) => besides(this.#t(), note, this.photosOf(note)))
	);
	readonly found: readonly Note[] = $derived(
		search(this.#shelf, { typed: this.typed, ...(this.isOnlyKept && { isKept: true }) })
	);
	readonly shown: readonly Note[] = $derived(this.found.slice(0, this.#room));
	readonly hasMore: boolean = $derived(this.found.length > this.#room);
	/** What was chosen, from the first day to the last, as a book is read. */
	readonly chosen: readonly Note[] = $derived(
		this.#open.filter(({ id }) => this.#chosen.has(id)).sort((a, b) => newestFirst(b, a))
	);

	constructor(services: Services, t: () => Translate) {
		this.#services = services;
		this.#t = t;
	}

	open = (): Promise<void> => this.#services.gate.look();

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
