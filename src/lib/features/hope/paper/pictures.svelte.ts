import { SvelteMap } from 'svelte/reactivity';
import type { PaperPhoto } from '$lib/domain/booklet';
import type { PhotoId } from '$lib/domain/note';
import type { Storage } from '$lib/storage/types';

/** The pictures on the pages, each read once and released when the page is left. */
export class Pictures {
	#addresses = new SvelteMap<PhotoId, string>();
	#isOver = false;

	addressOf = (id: PhotoId): string | undefined => this.#addresses.get(id);

	/** Reads missing pictures one after another. One that cannot be read is left out; its words stay. */
	async load(storage: Storage, photos: readonly PaperPhoto[]): Promise<void> {
		for (const { id } of photos) {
			if (this.#isOver || this.#addresses.has(id)) continue;
			const picture = await storage.photos.picture(id).catch(() => undefined);
			if (picture && !this.#isOver && !this.#addresses.has(id))
				this.#addresses.set(id, URL.createObjectURL(picture));
		}
	}

	release = (): void => {
		this.#isOver = true;
		for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
		this.#addresses.clear();
	};
}
