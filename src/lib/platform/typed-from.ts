import { typedOver, type TypedOver } from '$lib/domain/typed-over';

/** Remembers the text that typing began from, so that words which another tab saved meanwhile are joined, not replaced. */
export class TypedFrom {
	#text = '';
	/** What is being saved from here, earliest first: one save may begin before another has ended. */
	#sent: string[] = [];

	/** What was stored when it came to the screen, or was saved from here. */
	get text(): string {
		return this.#text;
	}
	set text(text: string) {
		this.#text = text;
		this.#sent = [];
	}

	/**
	 * How these words are joined into what is stored when they are saved.
	 * @param field where they were typed
	 */
	typed(saving: string, field?: HTMLElement): TypedOver {
		const own = [this.#text, ...this.#sent].map((text) => text.trim());
		this.#sent.push(saving.trim());
		const hasLines = field?.tagName === 'TEXTAREA';
		return (kept = '') => {
			// stored by this field itself: nobody else wrote meanwhile
			if (own.includes(kept.trim())) return saving.trim() || undefined;
			const stored = typedOver(kept, saving.trim(), own.at(-1)!, hasLines ? '\n' : ' · ');
			const maxLength = (field as HTMLInputElement | undefined)?.maxLength ?? -1;
			// cut, words would be lost: they stay in the field instead, and are not called saved
			if (stored !== saving.trim() && maxLength >= 0 && stored.length > maxLength)
				throw new Error('too long');
			return stored || undefined;
		};
	}

	/** They were saved. The field goes on showing them alone while somebody types: joined words would move the cursor. */
	saved(words: string): void {
		this.#text = words.trim();
		this.#sent = this.#sent.slice(this.#sent.indexOf(this.#text) + 1);
	}
}
