import { noPlanNotes, type PlanNotes, type PlanText } from '$lib/domain/my-plan';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import type { MessageKey } from '$lib/i18n';
import { followed } from '$lib/app/keeping/followed.svelte';
import { RecordWriter } from '$lib/app/keepers/record-writer';
import type { Services } from '$lib/app/services.svelte';

/** The texts of the plan that are not lists, followed live, and every way to change them. */
export class NotesKeeper {
	#services: Services;
	#writer: RecordWriter<'planNotes'>;
	readonly #kept = followed(
		() => this.#services,
		({ planNotes }) => planNotes.observe(),
		noPlanNotes
	);
	readonly notes: PlanNotes = $derived(this.#kept.value);
	readonly isReady: boolean = $derived(this.#kept.isReady);

	constructor(services: Services) {
		this.#services = services;
		this.#writer = new RecordWriter(services, 'planNotes');
	}

	open = (): Promise<void> => this.#services.gate.look();

	type = (field: PlanText, over: TypedOver): Promise<Outcome> =>
		this.#writer.change((notes) => ({ ...notes, [field]: over(notes[field]) }), {
			key: 'shell.status.changed',
			field
		});

	choose = (patch: Partial<PlanNotes>, key: MessageKey = 'shell.status.changed'): Promise<Outcome> =>
		this.#writer.change((notes) => ({ ...notes, ...patch }), { key });
}
