import { RecordWriter } from '$lib/app/keepers/record-writer';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { mayAskForCopy, notesWorthACopy, notNow } from '$lib/domain/copy-asking';
import { examplePrefix } from '$lib/domain/example-prefix';
import { noCopies } from '$lib/domain/last-copy';
import type { Note } from '$lib/domain/note';
import type { Step } from '$lib/domain/step';
import { dayOf } from '$lib/platform/clock';

const none: readonly Note[] = [];

/** Whether Today asks for a copy, and its "Not now". */
export class CopyAsking {
	#services: Services;
	#writer: RecordWriter<'copies'>;
	#steps: () => readonly Step[];
	readonly #kept = followed(
		() => this.#services,
		({ copies }) => copies.observe(),
		noCopies
	);
	readonly #latest = followed(
		() => this.#services,
		({ notes }) => notes.observeLatest(notesWorthACopy),
		none
	);
	readonly isAsked: boolean = $derived.by(() => {
		if (!this.#kept.isReady || !this.#latest.isReady) return false;
		const copies = this.#kept.value;
		// a copy of an example is worth nothing
		const notes = this.#latest.value.filter(({ id }) => !id.startsWith(examplePrefix));
		return mayAskForCopy({
			notes: notes.length,
			lastWrittenAt: Math.max(
				0,
				...notes.map(({ changedAt }) => changedAt),
				...this.#steps().map(({ createdAt }) => createdAt)
			),
			copies,
			savedOn: copies.savedAt === undefined ? undefined : dayOf(copies.savedAt),
			today: this.#services.clock.today,
			// on a hard day this is not on the page at all
			isHardDay: false
		});
	});

	constructor(services: Services, steps: () => readonly Step[]) {
		this.#services = services;
		this.#writer = new RecordWriter(services, 'copies');
		this.#steps = steps;
	}

	notNow = () =>
		this.#writer.change((copies) => notNow(copies, this.#services.clock.today), { key: 'copies.ask.later' });
}
