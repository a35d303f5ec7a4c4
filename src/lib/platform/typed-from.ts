import { typedOver, type TypedOver } from '$lib/domain/typed-over';

/** Remembers the text that typing began from, so that words which another tab saved meanwhile are joined, not replaced. */
export class TypedFrom {
	/** What was stored when it came to the screen, or was saved from here. */
	text = '';

	/**
	 * How these words are joined into what is stored when they are saved.
	 * @param field where they were typed
	 */
	typed(saving: string, field?: HTMLElement): TypedOver {
		const from = this.text;
		const hasLines = field?.tagName === 'TEXTAREA';
		return (kept = '') => {
			const stored = typedOver(kept, saving.trim(), from, hasLines ? '\n' : ' · ');
			const { maxLength } = field as HTMLInputElement;
			// cut, words would be lost: they stay in the field instead, and are not called saved
			if (stored !== saving.trim() && maxLength >= 0 && stored.length > maxLength)
				throw new Error('too long');
			return stored || undefined;
		};
	}

	/** They were saved. The field goes on showing them alone while somebody types: joined words would move the cursor. */
	saved(words: string): void {
		this.text = words.trim();
	}
}
