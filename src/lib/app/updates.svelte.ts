import { registerWorker } from '$lib/platform/service-worker';

/** Is the offline copy made, and does a newer Envol wait? Offered, never forced. */
export class Updates {
	#isOfflineReady = $state.raw(false);
	#takeOver = $state.raw<() => void>();

	get isOfflineReady(): boolean {
		return this.#isOfflineReady;
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
