import type { Storage, StorageReason } from '$lib/storage/types';
import { hadData, rememberData } from '$lib/platform/mirror';

type State =
	| { kind: 'closed' }
	| { kind: 'opening' }
	| { kind: 'open'; storage: Storage }
	/** Nothing can be kept: a stand-in works until the page closes. */
	| { kind: 'unsaved'; storage: Storage; reason: StorageReason };

/** Opens storage when a screen first needs it, and says honestly when nothing can be kept. */
export class StorageGate {
	#state = $state.raw<State>({ kind: 'closed' });
	#opening: Promise<Storage> | undefined;

	get storage(): Storage | undefined {
		return 'storage' in this.#state ? this.#state.storage : undefined;
	}

	/** Why what the person does here will not be kept; undefined when all is well. */
	get trouble(): StorageReason | undefined {
		return this.#state.kind === 'unsaved' ? this.#state.reason : undefined;
	}

	get seemsLost(): boolean {
		return this.#state.kind === 'open' && this.#state.storage.seemsLost;
	}

	/** Never rejects: there is always a storage to work with, durable or not. */
	open(): Promise<Storage> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** For "Try again". */
	reopen(): Promise<Storage> {
		this.#opening = this.#open();
		return this.#opening;
	}

	async #open(): Promise<Storage> {
		if (this.#state.kind === 'closed') this.#state = { kind: 'opening' };
		const { openStorage, createMemoryStorage, reasonOf } = await import('$lib/storage');
		try {
			const storage = await openStorage(hadData());
			storage.onClosed((reason) => {
				this.#state = { kind: 'unsaved', storage, reason };
			});
			this.#state = { kind: 'open', storage };
			rememberData();
			return storage;
		} catch (error) {
			const storage = 'storage' in this.#state ? this.#state.storage : createMemoryStorage();
			this.#state = { kind: 'unsaved', storage, reason: reasonOf(error) };
			return storage;
		}
	}
}
