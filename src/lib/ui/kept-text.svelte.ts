import { untrack } from 'svelte';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import { Autosave } from '$lib/platform/autosave';
import { TypedFrom } from '$lib/platform/typed-from';

interface Source {
	text: string | undefined;
	/**
	 * Saves the words and reports the outcome.
	 * @param over joins the words into those that are stored now, which another tab may have changed
	 */
	onSave: (text: string | undefined, over: TypedOver) => Promise<Outcome> | undefined;
}

/** The text of a field that saves itself while a person types. Create it during component initialisation. */
export class KeptText {
	value = $state('');
	/** Everything typed is saved. */
	isSaved = $state(false);
	#source: () => Source;
	#autosave: Autosave;
	#field: HTMLElement | undefined;
	#from = new TypedFrom();

	constructor(source: () => Source) {
		this.#source = source;
		this.#autosave = new Autosave(this.#save);
		untrack(() => this.#show(source().text));
		// shows an undo, or a change from another tab, unless the person is in the field
		$effect(() => {
			const latest = source().text;
			untrack(() => {
				if (!this.#autosave.isUnsaved && document.activeElement !== this.#field) this.#show(latest);
			});
		});
	}

	#show(text = ''): void {
		this.value = this.#from.text = text;
	}

	#save = async (): Promise<boolean> => {
		const saving = this.value;
		const over = this.#from.typed(saving, this.#field);
		const outcome = await this.#source().onSave(saving.trim() || undefined, over);
		if (outcome === 'durable' && saving === this.value) this.isSaved = true;
		if (outcome === undefined || outcome === 'failed') return false;
		this.#from.saved(saving);
		return true;
	};

	typed = (): void => {
		this.isSaved = false;
		this.#autosave.typed();
	};

	left = async (): Promise<void> => {
		if (await this.#autosave.now()) this.#show(this.#source().text);
	};

	/** Attach it to the field: what was typed is saved when the page goes, however it goes. */
	attach = (field: HTMLElement): (() => void) => {
		this.#field = field;
		return this.#autosave.attach();
	};
}
