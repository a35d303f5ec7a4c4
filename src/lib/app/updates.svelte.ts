import { registerWorker } from '$lib/platform/service-worker';

/** Is the offline copy made, and does a newer Envol wait? Offered, never forced. */
export class Updates {
	#isOfflineReady = $state.raw(false);
	#takeOver = $state.raw<() => void>();
	#isReplaced = $state.raw(false);

	get isOfflineReady(): boolean {
		return this.#isOfflineReady;
	}

	/** This page runs an older Envol than its neighbours: the next step loads its page whole. */
	get isReplaced(): boolean {
		return this.#isReplaced;
	}

	/** Takes the update and reloads; undefined while there is none. */
	get takeOver(): (() => void) | undefined {
		return this.#takeOver;
	}

	start(): void {
		registerWorker({
			onOfflineReady: () => {
				this.#isOfflineReady = true;
			},
			onReplaced: () => {
				this.#isReplaced = true;
				this.#takeOver = () => location.reload();
			},
			onUpdateWaiting: (takeOver) => {
				this.#takeOver = takeOver;
			}
		}).catch(() => undefined);
	}

	later = (): void => {
		this.#takeOver = undefined;
	};

	seen = (): void => {
		this.#isOfflineReady = false;
	};
}
