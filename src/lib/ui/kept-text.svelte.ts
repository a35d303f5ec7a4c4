import { untrack } from 'svelte';

interface Source {
	text: string | undefined;
	/** Keeps the words; a promise of false means they are not kept. */
	onSave: (text: string | undefined) => Promise<boolean> | undefined;
}

const saveEveryMs = 400;

/** What is in a field that keeps itself while a person types. Make it while the component is made. */
export class KeptText {
	value = $state('');
	/** Nothing typed waits any more. */
	isSaved = $state(false);
	#source: () => Source;
	#isOurs = false;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#field: HTMLElement | undefined;

	constructor(source: () => Source) {
		this.#source = source;
		this.value = untrack(() => source().text ?? '');
		// an undo, or the same words changed in another tab: shown, unless the person is in the field
		$effect(() => {
			const latest = source().text ?? '';
			untrack(() => {
				if (!this.#isOurs && document.activeElement !== this.#field) this.value = latest;
			});
		});
	}

	#save = async (): Promise<void> => {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (!this.#isOurs) return;
		const saving = this.value;
		const isKept = await this.#source().onSave(saving.trim() || undefined);
		if (isKept && saving === this.value) {
			this.#isOurs = false;
			this.isSaved = true;
		}
	};

	typed = (): void => {
		this.#isOurs = true;
		this.isSaved = false;
		// not put off by the next key: what was typed a moment ago is kept while the person goes on
		this.#timer ??= setTimeout(() => void this.#save(), saveEveryMs);
	};

	left = async (): Promise<void> => {
		await this.#save();
		if (!this.#isOurs) this.value = this.#source().text ?? '';
	};

	/** For the field: what was typed is kept when the page goes, however it goes. */
	attach = (field: HTMLElement): (() => void) => {
		this.#field = field;
		const leaving = () => void this.#save();
		addEventListener('pagehide', leaving);
		document.addEventListener('visibilitychange', leaving);
		return () => {
			removeEventListener('pagehide', leaving);
			document.removeEventListener('visibilitychange', leaving);
			leaving();
		};
	};
}
