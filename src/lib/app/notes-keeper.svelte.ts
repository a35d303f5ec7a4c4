import { noPlanNotes, type PlanNotes, type PlanText } from '$lib/domain/my-plan';
import type { MessageKey } from '$lib/i18n';
import { live } from './live.svelte';
import { RecordWriter } from './record-writer';
import type { Services } from './services.svelte';

/** What the person wrote in the plan that is not a list, followed live, and every way to change it. */
export class NotesKeeper {
	#services: Services;
	#writer: RecordWriter<'planNotes'>;
	readonly #live = $derived.by(() => {
		const { storage } = this.#services.gate;
		return storage && live(storage.planNotes.observe());
	});
	readonly notes: PlanNotes = $derived(this.#live?.value ?? noPlanNotes);
	readonly isReady: boolean = $derived.by(() => this.#services.gate.isFresh || Boolean(this.#live?.isReady));

	constructor(services: Services) {
		this.#services = services;
		this.#writer = new RecordWriter(services, 'planNotes');
	}

	open = (): Promise<void> => this.#services.gate.look();

	type = (field: PlanText, text: string | undefined): Promise<boolean> =>
		this.#writer.change((notes) => ({ ...notes, [field]: text }), { key: 'shell.status.changed', field });

	choose = (patch: Partial<PlanNotes>, key: MessageKey = 'shell.status.changed'): Promise<boolean> =>
		this.#writer.change((notes) => ({ ...notes, ...patch }), { key });
}
