import { registerWorker } from '$lib/platform/service-worker';

/** Whether the offline copy is complete, and whether a newer Envol is waiting. It is offered, never forced. */
export class Updates {
	#isOfflineReady = $state.raw(false);
	#takeOver = $state.raw<() => void>();
	#isReplaced = $state.raw(false);

	get isOfflineReady(): boolean {
		return this.#isOfflineReady;
	}

	/** This page runs an older Envol than another tab: the next navigation loads a whole page. */
	get isReplaced(): boolean {
		return this.#isReplaced;
	}

	/** Installs the update and reloads; undefined while there is none. */
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
