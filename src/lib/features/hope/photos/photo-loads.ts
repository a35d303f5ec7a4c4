import type { Services } from '$lib/app/services.svelte';
import type { PhotoId } from '$lib/domain/note';

/** Loads a stored picture, as a thumbnail or in full; undefined when it no longer exists. */
export interface PhotoLoads {
	thumbnail: (id: PhotoId) => Promise<Blob | undefined>;
	picture: (id: PhotoId) => Promise<Blob | undefined>;
}

export function photoLoads({ gate }: Pick<Services, 'gate'>): PhotoLoads {
	return {
		thumbnail: async (id) => (await gate.open()).photos.thumbnail(id),
		picture: async (id) => (await gate.open()).photos.picture(id)
	};
}
