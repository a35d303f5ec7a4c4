import { untrack } from 'svelte';
import type { Outcome } from '$lib/domain/outcome';
import { Autosave } from '$lib/platform/autosave';

interface Source {
	text: string | undefined;
	/** Keeps the words; says what became of them. */
	onSave: (text: string | undefined) => Promise<Outcome> | undefined;
}

/** What is in a field that keeps itself while a person types. Make it while the component is made. */
export class KeptText {
	value = $state('');
	/** Nothing typed waits any more. */
	isSaved = $state(false);
	#source: () => Source;
	#autosave: Autosave;
	#field: HTMLElement | undefined;

	constructor(source: () => Source) {
		this.#source = source;
		this.#autosave = new Autosave(this.#save);
		this.value = untrack(() => source().text ?? '');
		// an undo, or the same words changed in another tab: shown, unless the person is in the field
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

	/** For the field: what was typed is kept when the page goes, however it goes. */
	attach = (field: HTMLElement): (() => void) => {
		this.#field = field;
		return this.#autosave.attach();
	};
}
