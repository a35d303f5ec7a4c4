import type { Outcome } from '$lib/domain/outcome';
import { tidyWords } from '$lib/domain/tidy-words';
import { Autosave } from '$lib/platform/autosave';
import { now } from '$lib/platform/clock';
import { attempt } from '$lib/app/keeping/commit';
import { leaveBeforeOpen } from '$lib/app/keeping/last-words';
import type { Services } from '$lib/app/services.svelte';

/**
 * A draft of words being typed: saved while the person goes on, restored after anything, deleted once they were
 * submitted.
 */
export class TypedDraft {
	#services: Services;
	#key: string;
	#autosave: Autosave;
	#hasTyped = false;
	words = $state('');
	/** Submitted while empty: the field asks for words. */
	isAsked = $state(false);

	constructor(services: Services, key: string) {
		this.#services = services;
		this.#key = key;
		this.#autosave = new Autosave(this.#save);
	}

	typed = (): void => {
		this.isAsked = false;
		this.#hasTyped = true;
		this.#autosave.typed();
	};

	/** Submits the words; they come back where they could not be saved. */
	give = async (take: (words: string) => Promise<Outcome>): Promise<void> => {
		this.isAsked = tidyWords(this.words) === undefined;
		if (this.isAsked) return;
		// cleared at once: a second tap adds nothing, and what is typed meanwhile stays
		const given = this.words;
		this.words = '';
		const outcome = await take(given);
		if (outcome === 'failed' && this.words === '') this.words = given;
		this.typed();
		await this.#autosave.now();
	};

	/** Restores the draft; call the returned function when the field is removed. */
	start = (): (() => void) => {
		void this.#restore();
		return this.#autosave.attach();
	};

	async #restore(): Promise<void> {
		const { gate } = this.#services;
		await gate.look();
		const draft = await gate.storage?.drafts.read(this.#key).catch(() => undefined);
		if (draft && !this.#hasTyped) this.words = draft.text;
	}

	#save = async (): Promise<boolean> => {
		const draft = () => ({ key: this.#key, text: this.words, at: now() });
		if (this.words) leaveBeforeOpen(this.#services, draft);
		const { outcome } = await attempt(this.#services, ({ drafts }) =>
			this.words ? drafts.save(draft()) : drafts.clear(this.#key)
		);
		return outcome !== 'failed';
	};
}
