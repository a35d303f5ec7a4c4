import type { Lang } from '$lib/domain/language';
import { speak, type Speaking } from '$lib/platform/speech';

/** Reads one text at a time, identified by name; the button that starts it also stops it. */
export class Reader {
	#name = $state.raw<string>();
	#speaking: Speaking | undefined;

	get name(): string | undefined {
		return this.#name;
	}

	press = async (name: string, text: string, lang: Lang): Promise<void> => {
		const isReading = this.#name === name;
		this.stop();
		if (isReading) return;
		const speaking = (this.#speaking = speak(text, lang));
		this.#name = name;
		await speaking.done;
		if (this.#speaking === speaking) this.#name = undefined;
	};

	/** Reads one line, in place of what was being read. */
	say = (text: string | undefined, lang: Lang): void => {
		this.stop();
		if (text) this.#speaking = speak(text, lang);
	};

	stop = (): void => {
		this.#speaking?.stop();
		this.#speaking = undefined;
		this.#name = undefined;
	};
}
