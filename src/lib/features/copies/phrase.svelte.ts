import type { Lang } from '$lib/domain/language';
import { lookAtOwn, offerPassphrase, type OwnPassphrase } from '$lib/domain/passphrase';
import { random32 } from '$lib/platform/random';

const lists = {
	en: () => import('$lib/content/passphrase-words-en'),
	fr: () => import('$lib/content/passphrase-words-fr')
};

/** The words that seal a copy: five that Envol offers, or the person's own. */
export class Phrase {
	way = $state<'offered' | 'own'>('offered');
	own = $state('');
	/** They were sent as they are: what is missing is said from now on. */
	#isAsked = $state.raw(false);
	#words = $state.raw<readonly string[]>([]);

	/** Other words, in this language. */
	offer = async (lang: Lang): Promise<void> => {
		const { passphraseWords } = await lists[lang]();
		this.#words = offerPassphrase(passphraseWords, random32);
	};

	get words(): readonly string[] {
		return this.#words;
	}

	/** As it is shown, printed and put in a code. */
	readonly text: string = $derived(this.way === 'own' ? this.own.trim() : this.#words.join(' '));
	readonly #state: OwnPassphrase = $derived(this.way === 'own' ? lookAtOwn(this.own) : 'good');
	/** It can seal a copy. */
	readonly isUsable: boolean = $derived(
		this.text !== '' && (this.#state === 'good' || this.#state === 'weak')
	);
	/** What is said below the person's own words; what is missing only once they were sent. */
	readonly said: Exclude<OwnPassphrase, 'good'> | undefined = $derived.by(() => {
		if (this.#state === 'good') return undefined;
		if (this.#state === 'weak' || this.#state === 'long' || this.#isAsked) return this.#state;
		return undefined;
	});
	readonly isWrong: boolean = $derived(this.#isAsked && !this.isUsable);

	/** True when it can be used; else what is missing is said. */
	ask(): boolean {
		this.#isAsked = true;
		return this.isUsable;
	}
}
