import type { Copies, SavedCopy } from '$lib/app/copies/types';
import type { Services } from '$lib/app/services.svelte';
import { saveFile } from '$lib/platform/download';
import { canShareThis, share } from '$lib/platform/share';
import { Work } from './work.svelte';

/** Makes a copy and hands it to the person: through the share sheet if it accepts the file, otherwise as a download. */
export class Saving {
	#services: Services;
	#load: () => Promise<Copies>;
	readonly work: Work;
	#saved = $state.raw<SavedCopy>();
	#file: File | undefined;
	/** How the person received it. */
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

	/** @param passphrase encrypts the copy; without it, the copy is readable */
	make = async (passphrase: string | undefined): Promise<void> => {
		this.again();
		const saved = await this.work.run((copies, working) =>
			copies.saveCopy(this.#services, { ...working, ...(passphrase !== undefined && { passphrase }) })
		);
		if (!saved) return;
		this.#file = new File([saved.file], saved.name, { type: saved.file.type });
		this.#canShare = canShareThis(this.#file);
		this.#saved = saved;
		// there is no choice to make, so it is handed over at once
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
		// falls back to a download, and says so
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
			// the person has the file; at worst, Today asks again
		}
	}
}
