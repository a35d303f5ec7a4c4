import { saveAllTyped } from '$lib/platform/save-all';
import { registerWorker } from '$lib/platform/service-worker';
import type { Services } from './services.svelte';

/** How long saving may take before the person is told that the newer Envol waits. */
const saveLimitMs = 5000;

/** Whether the offline copy is complete, and whether a newer Envol is waiting. It is offered, never forced. */
export class Updates {
	#isOfflineReady = $state.raw(false);
	#takeOver = $state.raw<() => void>();
	#isReplaced = $state.raw(false);
	#services: Pick<Services, 'gate' | 'status'>;

	constructor(services: Pick<Services, 'gate' | 'status'>) {
		this.#services = services;
	}

	get isOfflineReady(): boolean {
		return this.#isOfflineReady;
	}

	/** This page runs an older Envol than another tab: the next navigation loads a whole page. */
	get isReplaced(): boolean {
		return this.#isReplaced;
	}

	/** Installs the update and reloads, unless words would be lost; undefined while there is none. */
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
				this.#offer(() => location.reload());
			},
			onUpdateWaiting: (takeOver) => this.#offer(takeOver)
		}).catch(() => undefined);
	}

	#offer(takeOver: () => void): void {
		this.#takeOver = () => void this.#take(takeOver);
	}

	/** What only this page holds would be gone after the reload. */
	async #take(takeOver: () => void): Promise<void> {
		const { gate, status } = this.#services;
		const isTooLong = new Promise<false>((resolve) => setTimeout(resolve, saveLimitMs, false));
		const isSaved = await Promise.race([saveAllTyped(), isTooLong]);
		if (isSaved && !gate.holdsUnsaved) takeOver();
		else status.say({ key: 'shell.status.notKept', tone: 'trouble' });
	}

	later = (): void => {
		this.#takeOver = undefined;
	};

	seen = (): void => {
		this.#isOfflineReady = false;
	};
}
