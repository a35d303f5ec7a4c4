import { tidyWords } from '$lib/domain/tidy-words';
import { now } from '$lib/platform/clock';
import type { Services } from './services.svelte';

const saveEveryMs = 400;

/** Words being typed: kept while the person goes on, back after anything, gone once they were taken. */
export class TypedDraft {
	#services: Services;
	#key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#hasTyped = false;
	words = $state('');
	/** Nothing was written yet when it was to be given: the field asks for words. */
	isAsked = $state(false);

	constructor(services: Services, key: string) {
		this.#services = services;
		this.#key = key;
	}

	/** At each key: not put off by the next one. */
	typed = (): void => {
		this.isAsked = false;
		this.#hasTyped = true;
		this.#timer ??= setTimeout(() => void this.#save(), saveEveryMs);
	};

	/** Gives the words away; they come back where they could not be kept. */
	give = async (take: (words: string) => Promise<boolean>): Promise<void> => {
		this.isAsked = tidyWords(this.words) === undefined;
		if (this.isAsked) return;
		// taken at once: a second tap adds nothing, and what is typed meanwhile stays
		const given = this.words;
		this.words = '';
		this.#hasTyped = true;
		const isKept = await take(given);
		if (!isKept && this.words === '' && this.#services.gate.trouble === undefined) this.words = given;
		await this.#save();
	};

	/** Brings back what was typed before; call what it gives back when the field goes. */
	start = (): (() => void) => {
		void this.#restore();
		const leaving = () => void this.#save();
		addEventListener('pagehide', leaving);
		document.addEventListener('visibilitychange', leaving);
		return () => {
			removeEventListener('pagehide', leaving);
			document.removeEventListener('visibilitychange', leaving);
			leaving();
		};
	};

	async #restore(): Promise<void> {
		const { gate } = this.#services;
		await gate.look();
		const draft = await gate.storage?.drafts.read(this.#key).catch(() => undefined);
		if (draft && !this.#hasTyped) this.words = draft.text;
	}

	async #save(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#hasTyped) return;
		const { drafts } = await this.#services.gate.open();
		const saving = this.words
			? drafts.save({ key: this.#key, text: this.words, at: now() })
			: drafts.clear(this.#key);
		await saving.catch(() => undefined);
	}
}
