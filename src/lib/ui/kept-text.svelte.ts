import { untrack } from 'svelte';
import type { Outcome } from '$lib/domain/outcome';
import { Autosave } from '$lib/platform/autosave';

interface Source {
	text: string | undefined;
	/** Saves the words and reports the outcome. */
	onSave: (text: string | undefined) => Promise<Outcome> | undefined;
}

/** The text of a field that saves itself while a person types. Create it during component initialisation. */
export class KeptText {
	value = $state('');
	/** Everything typed is saved. */
	isSaved = $state(false);
	#source: () => Source;
	#autosave: Autosave;
	#field: HTMLElement | undefined;

	constructor(source: () => Source) {
		this.#source = source;
		this.#autosave = new Autosave(this.#save);
		this.value = untrack(() => source().text ?? '');
		// shows an undo, or a change from another tab, unless the person is in the field
		$effect(() => {
			const latest = source().text ?? '';
			untrack(() => {
				if (!this.#autosave.isUnsaved && document.activeElement !== this.#field) this.value = latest;
			});
		});
	}

	#save = async (): Promise<boolean> => {
		const saving = this.value;
		const outcome = await this.#source().onSave(saving.trim() || undefined);
		if (outcome === 'durable' && saving === this.value) this.isSaved = true;
		return outcome !== undefined && outcome !== 'failed';
	};

	typed = (): void => {
		this.isSaved = false;
		this.#autosave.typed();
	};

	left = async (): Promise<void> => {
		if (await this.#autosave.now()) this.value = this.#source().text ?? '';
	};

	/** Attach it to the field: what was typed is saved when the page goes, however it goes. */
	attach = (field: HTMLElement): (() => void) => {
		this.#field = field;
		return this.#autosave.attach();
	};
}
