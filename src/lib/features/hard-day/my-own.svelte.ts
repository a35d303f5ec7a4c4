import { live } from '$lib/app/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { isCrisisWritten } from '$lib/domain/crisis-plan';
import { reachable, type Person } from '$lib/domain/people';
import { isSealed, type PhotoId } from '$lib/domain/note';
import type { Storage } from '$lib/storage/types';

/** Something the person kept for a day like this: their words, or a picture. */
export interface KeptThing {
	id: string;
	text?: string;
	photo?: { id: PhotoId; alt: string };
}

/** What the person put aside for hard days. Each is undefined where there is none: the page is whole without it. */
export class MyOwn {
	#services: Services;
	readonly #storage: Storage | undefined = $derived.by(() => this.#services.gate.storage);
	readonly #people = $derived(this.#storage && live(this.#storage.people.observe()));
	readonly #lines = $derived(this.#storage && live(this.#storage.lines.observe()));
	readonly #notes = $derived(this.#storage && live(this.#storage.notes.observeKept()));
	readonly #planNotes = $derived(this.#storage && live(this.#storage.planNotes.observe()));
	readonly #photos = $derived(this.#storage && live(this.#storage.photos.observeKept()));

	/** One person to reach: the first close one who has a number. */
	readonly person: Person | undefined = $derived(reachable(this.#people?.value ?? {})[0]);
	/** Surely nobody with a number: not merely nobody found so far. */
	readonly hasNobody: boolean = $derived.by(
		() => !this.person && (this.#services.gate.isFresh || Boolean(this.#people?.isReady))
	);
	/** Something is written in the plan for a crisis. */
	readonly hasPlan: boolean = $derived(isCrisisWritten(this.#planNotes?.value));
	/** The person's own kind sentence. */
	readonly kindWords: string | undefined = $derived(this.#lines?.value?.lines[0]?.words);
	readonly kept: readonly KeptThing[] = $derived.by(() => {
		const notes = (this.#notes?.value ?? [])
			.filter((note) => note.text && !isSealed(note, this.#services.clock.today))
			.map(({ id, text, keptAt }) => ({ keptAt, id, text }));
		const photos = (this.#photos?.value ?? []).map(({ id, alt, keptAt }) => ({
			keptAt,
			id,
			photo: { id, alt }
		}));
		return [...notes, ...photos].sort((a, b) => (b.keptAt ?? 0) - (a.keptAt ?? 0));
	});

	constructor(services: Services) {
		this.#services = services;
	}

	/** The small size of a picture; undefined when it is not there any more. */
	async thumbnail(id: PhotoId): Promise<Blob | undefined> {
		return this.#storage?.photos.thumbnail(id).catch(() => undefined);
	}
}
