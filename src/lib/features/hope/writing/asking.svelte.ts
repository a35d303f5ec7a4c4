import { journalPrompts } from '$lib/content/journal-prompts';
import { drawNew } from '$lib/domain/draw';
import {
	fitting,
	type JournalPrompt,
	type PromptDimension,
	type PromptLevel
} from '$lib/domain/journal-prompt';
import { random32 } from '$lib/platform/random';
import type { Writing } from './writing.svelte';

const promptOf = (id: string | undefined) => journalPrompts.find((each) => each.id === id);

/** The question above a note: which one, about what, and for how much energy. It is an offer; none is fine too. */
export class Asking {
	#writing: Writing;
	#seen: readonly string[] = [];
	readonly prompt: JournalPrompt | undefined = $derived.by(() => promptOf(this.#writing.draft?.prompt));

	constructor(writing: Writing) {
		this.#writing = writing;
	}

	/** A page opened for a pillar starts with a question; that does not count as writing. */
	start = (): void => {
		const { draft, isNew } = this.#writing;
		const prompt = promptOf(draft?.prompt);
		if (prompt) this.#writing.level = prompt.level;
		else if (draft && isNew && !draft.text) {
			const drawn = this.#draw();
			if (drawn) this.#writing.offer({ prompt: drawn.id, chimes: drawn.chime });
		}
	};

	ask = (): void => {
		const drawn = this.#draw();
		if (drawn) this.#put(drawn);
	};

	skip = (): void => this.#put(undefined);

	chooseLevel = (level: PromptLevel): void => {
		void this.#writing.chooseLevel(level);
		this.ask();
	};

	chooseAbout = (dimension: PromptDimension | undefined): void => {
		this.#writing.change({ dimension });
		if (this.prompt) this.ask();
	};

	#draw(): JournalPrompt | undefined {
		const { draft, level } = this.#writing;
		const drawn = drawNew(fitting(journalPrompts, draft?.dimension, level), this.#seen, random32);
		if (drawn) this.#seen = drawn.seen;
		return drawn?.thing;
	}

	/** Removing a question removes its answer and its own marks too; the person's words and marks stay. */
	#put(next: JournalPrompt | undefined): void {
		const { draft } = this.#writing;
		const own = (draft?.chimes ?? []).filter((each) => !this.prompt?.chime.includes(each));
		this.#writing.change({
			prompt: next?.id,
			answer: undefined,
			chimes: [...own, ...(next?.chime ?? []).filter((each) => !own.includes(each))]
		});
	}
}
