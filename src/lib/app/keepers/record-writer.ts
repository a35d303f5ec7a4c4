import type { Outcome } from '$lib/domain/outcome';
import type { MessageKey } from '$lib/i18n';
import type { Kept, RecordName } from '$lib/storage/kept-records';
import type { RecordRepository, Undo } from '$lib/storage/types';
import { commit } from '$lib/app/keeping/commit';
import type { Services } from '$lib/app/services.svelte';

interface Saying {
	key: MessageKey;
	/** Names the field that is being typed into. Consecutive changes of the same field are undone together. */
	field?: string;
	/** Called when the change is undone. */
	onUndo?: () => void;
}

/** Changes a small record of the person, reports it once it is on disk, and offers an undo. */
export class RecordWriter<K extends RecordName> {
	#services: Services;
	#name: K;
	#field: string | undefined;
	#undos: Undo[] = [];

	constructor(services: Services, name: K) {
		this.#services = services;
		this.#name = name;
	}

	change = (change: (kept: Kept<K>) => Kept<K>, { key, field, onUndo }: Saying): Promise<Outcome> =>
		commit(
			this.#services,
			async (storage) => {
				const undo = await (storage[this.#name] as RecordRepository<Kept<K>>).change(
					change,
					field !== undefined
				);
				if (field === undefined || field !== this.#field) this.#undos = [];
				this.#field = field;
				this.#undos.push(undo);
				const undos = this.#undos;
				return async () => {
					this.#field = undefined;
					for (const back of undos.splice(0).reverse()) await back();
					onUndo?.();
				};
			},
			{ key }
		);
}
