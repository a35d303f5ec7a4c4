import { live } from '$lib/app/live.svelte';
import { isFull } from '$lib/app/room';
import type { Services } from '$lib/app/services.svelte';
import { sayDone, sayNotKept } from '$lib/app/starts';
import { shortened } from '$lib/domain/graphemes';
import type { NoteId, PhotoId } from '$lib/domain/note';
import { longestAlt, seriesOf, tidySeries, type Photo } from '$lib/domain/photo';
import type { MessageKey } from '$lib/i18n';
import { now } from '$lib/platform/clock';
import type { PreparedPicture } from '$lib/platform/picture';
import { newId } from '$lib/platform/random';
import type { Storage, Undo } from '$lib/storage/types';
import { photoLoads, type PhotoLoads } from './photo-loads';
import { PhotoIntake, type Taken } from './photo-intake.svelte';

/** The photos of one note, followed live, and every way to change them. Each change can be undone. */
export class NotePhotos {
	#services: Services;
	#note: () => NoteId;
	#onAdded: () => void;
	readonly #storage = $derived.by(() => this.#services.gate.storage);
	readonly #live = $derived.by(() => this.#storage && live(this.#storage.photos.observeOf(this.#note())));
	readonly #everywhere = $derived(this.#storage && live(this.#storage.photos.observe()));
	readonly photos: readonly Photo[] = $derived(this.#live?.value ?? []);
	/** The names of works in progress, to choose from. */
	readonly series: readonly string[] = $derived(
		seriesOf(this.#everywhere?.value ?? []).map(({ name }) => name)
	);
	readonly intake: PhotoIntake;

	readonly loads: PhotoLoads;

	/** @param onAdded a photo is in: the note it belongs to must not be forgotten, even when it has no words */
	constructor(services: Services, note: () => NoteId, onAdded: () => void) {
		this.#services = services;
		this.#note = note;
		this.#onAdded = onAdded;
		this.loads = photoLoads(services);
		this.intake = new PhotoIntake(
			(picture) => this.#add(picture),
			(undos) => void this.#sayAdded(undos)
		);
	}

	describe = (id: PhotoId, alt: string | undefined): Promise<boolean> =>
		this.#change('shell.status.changed', ({ photos }) => [
			photos.change(id, (photo) => ({ ...photo, alt: shortened(alt ?? '', longestAlt) }))
		]);

	/** Makes it part of a work in progress, or of none. */
	join = (id: PhotoId, typed: string | undefined): Promise<boolean> =>
		this.#change('shell.status.changed', ({ photos }) => [
			photos.change(id, ({ series: _, ...photo }) => {
				const series = tidySeries(typed ?? '');
				return { ...photo, ...(series && { series }) };
			})
		]);

	keep = (id: PhotoId, isKept: boolean): Promise<boolean> =>
		this.#change(isKept ? 'hope.photos.kept' : 'hope.photos.notKept', ({ photos }) => [
			photos.change(id, ({ keptAt: _, ...photo }) => ({ ...photo, ...(isKept && { keptAt: now() }) }))
		]);

	move = (id: PhotoId, by: -1 | 1): Promise<boolean> => {
		const order = this.photos.map((photo) => photo.id);
		const from = order.indexOf(id);
		const to = from + by;
		if (from < 0 || to < 0 || to >= order.length) return Promise.resolve(false);
		[order[from], order[to]] = [order[to]!, order[from]!];
		return this.#change('shell.status.changed', ({ photos }) =>
			this.photos
				.filter((photo) => photo.order !== order.indexOf(photo.id))
				.map((photo) => photos.change(photo.id, (kept) => ({ ...kept, order: order.indexOf(kept.id) })))
		);
	};

	remove = (id: PhotoId): Promise<boolean> =>
		this.#change('hope.photos.removed', ({ photos }) => [photos.remove(id, now())]);

	async #add({ picture, thumbnail, width, height }: PreparedPicture): Promise<Taken> {
		const { photos } = await this.#services.gate.open();
		const order = Math.max(-1, ...this.photos.map((photo) => photo.order)) + 1;
		const bytes = picture.size + thumbnail.size;
		const photo: Photo = { id: newId(), note: this.#note(), at: now(), order, width, height, bytes, alt: '' };
		try {
			const undo = await photos.add(photo, { picture, thumbnail });
			this.#onAdded();
			return { undo };
		} catch (error) {
			return isFull(error) ? 'full' : 'failed';
		}
	}

	async #sayAdded(undos: Undo[]): Promise<void> {
		const storage = await this.#services.gate.open();
		sayDone(this.#services, storage, {
			key: 'hope.photos.added',
			values: { count: undos.length },
			undo: () => inTurn(undos)
		});
	}

	/** True once it is kept; false where it only shows until the page closes. */
	async #change(saying: MessageKey, change: (storage: Storage) => Promise<Undo>[]): Promise<boolean> {
		const storage = await this.#services.gate.open();
		try {
			const undos = await Promise.all(change(storage));
			sayDone(this.#services, storage, { key: saying, undo: () => inTurn(undos) });
			return storage.isDurable;
		} catch (error) {
			sayNotKept(this.#services, error);
			return false;
		}
	}
}

async function inTurn(undos: readonly Undo[]): Promise<void> {
	for (const undo of undos) await undo();
}
