import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import { reachable, type Person } from '$lib/domain/people';
import { isSealed, type Note, type PhotoId } from '$lib/domain/note';
import type { Observable, Storage } from '$lib/storage/types';

/** Something the person kept for hard days: their words, or a picture. */
export interface KeptThing {
	id: string;
	text?: string;
	/** The answer to a one-tap question, where there are no words. */
	answer?: Pick<Note, 'prompt' | 'answer'>;
	photo?: { id: PhotoId; alt: string };
}

/** What the person kept for hard days. Each is undefined where there is none: the page is complete without it. */
export class MyOwn {
	#services: Services;
	readonly #people = this.#follow(({ people }) => people.observe());
	readonly #lines = this.#follow(({ lines }) => lines.observe());
	readonly #notes = this.#follow(({ notes }) => notes.observeForHardDays());
	readonly #planNotes = this.#follow(({ planNotes }) => planNotes.observe());
	readonly #photos = this.#follow(({ photos }) => photos.observeForHardDays());

	/** One person to reach: the first close one with a number. */
	readonly person: Person | undefined = $derived(reachable(this.#people.value ?? {})[0]);
	/** There is certainly nobody with a number; false while people are still being read. */
	readonly hasNobody: boolean = $derived(!this.person && this.#people.isReady);
	/** Whether something is written in the plan for a crisis. */
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
			// a sealed letter does not show its photos either
			.filter(({ keptAt }) => keptAt !== undefined);
		return [...notes, ...photos].sort((a, b) => (b.keptAt ?? 0) - (a.keptAt ?? 0));
	});

	constructor(services: Services) {
		this.#services = services;
	}

	#follow<T>(observe: (storage: Storage) => Observable<T>) {
		return followed(() => this.#services, observe, undefined);
	}

	/** A photo, small where that is kept, else in full; undefined when neither is on this device any more. */
	async picture(id: PhotoId): Promise<Blob | undefined> {
		const photos = this.#services.gate.storage?.photos;
		return (
			(await photos?.thumbnail(id).catch(() => undefined)) ??
			(await photos?.picture(id).catch(() => undefined))
		);
	}
}
