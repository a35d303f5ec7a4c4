import type { Copies, SavedCopy } from '$lib/app/copies/types';
import type { Services } from '$lib/app/services.svelte';
import { saveFile } from '$lib/platform/download';
import { canShareThis, share } from '$lib/platform/share';
import { Work } from './work.svelte';

/** A copy that is made, and then handed to the person: by the share sheet where it takes the file, else as a download. */
export class Saving {
	#services: Services;
	#load: () => Promise<Copies>;
	readonly work: Work;
	#saved = $state.raw<SavedCopy>();
	#file: File | undefined;
	/** How the person has it now. */
	#given = $state.raw<'downloaded' | 'shared'>();
	#canShare = $state.raw(false);

	constructor(services: Services, load: () => Promise<Copies>) {
		this.#services = services;
		this.#load = load;
		this.work = new Work(load);
	}

	get saved(): SavedCopy | undefined {
		return this.#saved;
	}

	get given(): 'downloaded' | 'shared' | undefined {
		return this.#given;
	}

	get canShare(): boolean {
		return this.#canShare;
	}

	/** @param passphrase what seals it; without it, the copy is readable */
	make = async (passphrase: string | undefined): Promise<void> => {
		this.again();
		const saved = await this.work.run((copies, working) =>
			copies.saveCopy(this.#services, { ...working, ...(passphrase !== undefined && { passphrase }) })
		);
		if (!saved) return;
		this.#file = new File([saved.file], saved.name, { type: saved.file.type });
		this.#canShare = canShareThis(this.#file);
		this.#saved = saved;
		// nothing to choose between: it is handed over at once
		if (!this.#canShare) await this.download();
	};

	download = async (): Promise<void> => {
		if (!this.#saved) return;
		saveFile(this.#saved.name, this.#saved.file);
		await this.#handedOver('downloaded');
	};

	share = async (title: string): Promise<void> => {
		if (!this.#file) return;
		const end = await share({ title, text: '', files: [this.#file] });
		if (end === 'shared') await this.#handedOver('shared');
		// the other way is left, and said
		else if (end === 'unable') this.#canShare = false;
	};

	again = (): void => {
		this.#saved = undefined;
		this.#given = undefined;
		this.#file = undefined;
	};

	async #handedOver(how: 'downloaded' | 'shared'): Promise<void> {
		this.#given = how;
		try {
			await (await this.#load()).noteSaved(this.#services, this.#saved!);
		} catch {
			// the person has the file; that Today asks once more is no harm
		}
	}
}
