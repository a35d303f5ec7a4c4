import { areEarlyWordsShown, leaveEarlyWords, onEarlyPress } from '$lib/platform/early-place';
import type { Services } from './services.svelte';

interface Screen {
	/** It has all that it needs to show the same. */
	isReady: () => boolean;
	/** It has nothing of its own to show. */
	isEmpty: () => boolean;
}

/**
 * What the page read and drew by itself before the app was awake (see `src/early/`), until the app's own takes its place without
 * moving anything.
 */
export class EarlyWords {
	#services: Pick<Services, 'gate'>;
	#screen: Screen;
	#isShown = $state.raw(false);
	/** They must not go from under a finger. */
	#isHeld = $state.raw(false);
	#stopListening = () => {};
	/** The app shows none of its own for now. Where storage refuses, what the page could read is all there is to see. */
	readonly stays: boolean = $derived.by(
		() =>
			this.#isShown &&
			(!this.#screen.isReady() ||
				this.#isHeld ||
				(this.#services.gate.storage?.isDurable === false && this.#screen.isEmpty()))
	);

	constructor(services: Pick<Services, 'gate'>, screen: Screen) {
		this.#services = services;
		this.#screen = screen;
	}

	/** Returns a function that ends it, with the page. */
	open = (): (() => void) => {
		this.#isShown = areEarlyWordsShown();
		if (this.#isShown) this.#stopListening = onEarlyPress((isHeld) => (this.#isHeld = isHeld));
		return () => {
			this.#stopListening();
			leaveEarlyWords();
		};
	};

	/** For a screen that follows: once the app's own is there, the early one goes in the same frame. */
	follow(): void {
		if (!this.#isShown || this.stays) return;
		this.#stopListening();
		leaveEarlyWords();
		this.#isShown = false;
	}
}
