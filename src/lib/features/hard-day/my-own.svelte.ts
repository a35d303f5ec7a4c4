import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import { reachable, type Person } from '$lib/domain/people';
import { isSealed, type Note, type PhotoId } from '$lib/domain/note';
import type { Observable, Storage } from '$lib/storage/types';

/** Something the person kept for a day like this: their words, or a picture. */
export interface KeptThing {
	id: string;
	text?: string;
	/** What was answered with one tap, where there are no words. */
	answer?: Pick<Note, 'prompt' | 'answer'>;
	photo?: { id: PhotoId; alt: string };
}

/** What the person put aside for hard days. Each is undefined where there is none: the page is whole without it. */
export class MyOwn {
	#services: Services;
	readonly #people = this.#follow(({ people }) => people.observe());
	readonly #lines = this.#follow(({ lines }) => lines.observe());
	readonly #notes = this.#follow(({ notes }) => notes.observeKept());
	readonly #planNotes = this.#follow(({ planNotes }) => planNotes.observe());
	readonly #photos = this.#follow(({ photos }) => photos.observeKept());

	/** One person to reach: the first close one who has a number. */
	readonly person: Person | undefined = $derived(reachable(this.#people.value ?? {})[0]);
	/** Surely nobody with a number: not merely nobody found so far. */
	readonly hasNobody: boolean = $derived(!this.person && this.#people.isReady);
	/** Something is written in the plan for a crisis. */
	readonly hasPlan: boolean = $derived(isCrisisWritten(this.#planNotes.value));
	/** The person's own kind sentence. */
	readonly kindWords: string | undefined = $derived(this.#lines.value?.lines[0]?.words);
	readonly kept: readonly KeptThing[] = $derived.by(() => {
		const all = this.#notes.value ?? [];
		const open = all.filter((note) => !isSealed(note, this.#services.clock.today));
		const notes = open
			.filter(({ text, answer }) => text || answer)
			.map(({ id, text, prompt, answer, keptAt }) => ({
				keptAt,
				id,
				...(text ? { text } : { answer: { ...(prompt && { prompt }), ...(answer && { answer }) } })
			}));
		const photos = (this.#photos.value ?? [])
			.map(({ id, note, alt, keptAt = open.find((each) => each.id === note)?.keptAt }) => ({
				keptAt,
				id,
				photo: { id, alt }
			}))
			// a letter that waits for its day keeps its photos too
			.filter(({ keptAt }) => keptAt !== undefined);
		return [...notes, ...photos].sort((a, b) => (b.keptAt ?? 0) - (a.keptAt ?? 0));
	});

	constructor(services: Services) {
		this.#services = services;
	}

	#follow<T>(observe: (storage: Storage) => Observable<T>) {
		return followed(() => this.#services, observe, undefined);
	}

	/** The small size of a picture; undefined when it is not there any more. */
	async thumbnail(id: PhotoId): Promise<Blob | undefined> {
		return this.#services.gate.storage?.photos.thumbnail(id).catch(() => undefined);
	}
}
