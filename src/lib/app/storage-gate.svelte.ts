import type { MemoryStorage, Storage, StorageReason } from '$lib/storage/types';
import { isDatabaseThere } from '$lib/platform/database-there';
import { hadData, onDataBorn, rememberData } from '$lib/platform/mirror';

type State =
	| { kind: 'closed' }
	/** Surely nothing kept here yet: the database, and the code that runs it, wait until they are needed. */
	| { kind: 'fresh' }
	| { kind: 'opening' }
	| { kind: 'open'; storage: Storage }
	/** Nothing can be kept: a stand-in works until the page closes. */
	| { kind: 'unsaved'; storage: Storage; reason: StorageReason };

/** Opens storage when a screen first needs it, and says honestly when nothing can be kept. */
export class StorageGate {
	#state = $state.raw<State>({ kind: 'closed' });
	#isFresh = $state.raw(false);
	#opening: Promise<Storage> | undefined;
	/** Holds what was done while nothing could be kept. */
	#standIn: MemoryStorage | undefined;

	/** The same as long as it is the same storage, whatever happens to it: what is on screen stays on screen. */
	readonly storage: Storage | undefined = $derived(
		'storage' in this.#state ? this.#state.storage : undefined
	);

	/** Why what the person does here will not be kept; undefined when all is well. */
	get trouble(): StorageReason | undefined {
		return this.#state.kind === 'unsaved' ? this.#state.reason : undefined;
	}

	get seemsLost(): boolean {
		if (this.#state.kind === 'fresh') return hadData();
		return this.#state.kind === 'open' && this.#state.storage.seemsLost;
	}

	/** There is nothing to wait for: no plan, no day. Stays true while storage opens behind a first choice. */
	get isFresh(): boolean {
		return this.#isFresh;
	}

	/** For a screen that only shows: opens storage unless there is surely nothing in it. */
	async look(): Promise<void> {
		if (this.#state.kind !== 'closed') return;
		const isThere = await isDatabaseThere('envol');
		// another part of the screen looked at the same time
		if (this.isFresh) return;
		if (isThere === false && this.#state.kind === 'closed') {
			this.#isFresh = true;
			this.#state = { kind: 'fresh' };
			onDataBorn(() => void this.open());
		} else await this.open();
	}

	/** Never rejects: there is always a storage to work with, durable or not. */
	open(): Promise<Storage> {
		this.#opening ??= this.#open();
		return this.#opening;
	}

	/** For "Try again"; what was done meanwhile comes along. */
	reopen(): Promise<Storage> {
		this.#opening = this.#open();
		return this.#opening;
	}

	async #open(): Promise<Storage> {
		if (this.#state.kind === 'closed') this.#state = { kind: 'opening' };
		const { openStorage, createMemoryStorage, reasonOf } = await import('$lib/storage');
		try {
			const storage = await openStorage(hadData());
			if (this.#standIn) {
				const { carryOver } = await import('./carry-over');
				await carryOver(this.#standIn.content(), storage);
				this.#standIn = undefined;
			}
			storage.onClosed((reason) => {
				this.#state = { kind: 'unsaved', storage, reason };
			});
			this.#state = { kind: 'open', storage };
			rememberData();
			return storage;
		} catch (error) {
			const storage = this.storage ?? (this.#standIn = createMemoryStorage());
			this.#state = { kind: 'unsaved', storage, reason: reasonOf(error) };
			return storage;
		}
	}
}
