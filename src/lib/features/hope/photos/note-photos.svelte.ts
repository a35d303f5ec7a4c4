import { attempt, commit, together } from '$lib/app/keeping/commit';
import { followed } from '$lib/app/keeping/followed.svelte';
import type { Services } from '$lib/app/services.svelte';
import { shortened } from '$lib/domain/graphemes';
import type { NoteId, PhotoId } from '$lib/domain/note';
import { longestAlt, seriesOf, tidySeries, type Photo } from '$lib/domain/photo';
import type { Outcome } from '$lib/domain/outcome';
import type { TypedOver } from '$lib/domain/typed-over';
import type { MessageKey, MessageValues } from '$lib/i18n';
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
	readonly #kept = followed(
		() => this.#services,
		({ photos }) => photos.observeOf(this.#note()),
		[]
	);
	readonly #everywhere = followed(
		() => this.#services,
		({ photos }) => photos.observe(),
		[]
	);
	readonly photos: readonly Photo[] = $derived(this.#kept.value);
	/** The names of existing series, to choose from. */
	readonly series: readonly string[] = $derived(seriesOf(this.#everywhere.value).map(({ name }) => name));
	readonly intake: PhotoIntake;

	readonly loads: PhotoLoads;

	/** @param onAdded called when a photo was added: its note must be kept as a draft, even without words */
	constructor(services: Services, note: () => NoteId, onAdded: () => void) {
		this.#services = services;
		this.#note = note;
		this.#onAdded = onAdded;
		this.loads = photoLoads(services);
		this.intake = new PhotoIntake(
			(picture) => this.#add(picture),
			(undos) =>
				void this.#commit(
					'hope.photos.added',
					async ({ transaction }) =>
						() =>
							transaction(['photos'], async () => {
								for (const undo of undos) await undo();
							}),
					{ count: undos.length }
				)
		);
	}

	describe = (id: PhotoId, over: TypedOver): Promise<Outcome> =>
		this.#change(id, 'shell.status.changed', (photo) => ({
			...photo,
			alt: shortened(over(photo.alt) ?? '', longestAlt)
		}));

	/** Makes it part of a series, or of none. */
	join = (id: PhotoId, over: TypedOver): Promise<Outcome> =>
		this.#change(id, 'shell.status.changed', ({ series: before, ...photo }) => {
			const series = tidySeries(over(before) ?? '');
			return { ...photo, ...(series && { series }) };
		});

	keep = (id: PhotoId, isKept: boolean): Promise<Outcome> =>
		this.#change(id, isKept ? 'hope.photos.kept' : 'hope.photos.notKept', ({ keptAt: _, ...photo }) => ({
			...photo,
			...(isKept && { keptAt: now() })
		}));

	move = (id: PhotoId, by: -1 | 1): Promise<Outcome> => {
		const order = this.photos.map((photo) => photo.id);
		const from = order.indexOf(id);
		const to = from + by;
		if (from < 0 || to < 0 || to >= order.length) return Promise.resolve('failed');
		[order[from], order[to]] = [order[to]!, order[from]!];
		const moved = this.photos.filter((photo) => photo.order !== order.indexOf(photo.id));
		return this.#commit('shell.status.changed', (storage) =>
			together(
				storage,
				['photos'],
				moved.map(
					(photo) => () =>
						storage.photos.change(photo.id, (kept) => ({ ...kept, order: order.indexOf(kept.id) }))
				)
			)
		);
	};

	remove = (id: PhotoId): Promise<Outcome> =>
		this.#commit('hope.photos.removed', ({ photos }) => photos.remove(id, now()));

	async #add({ picture, thumbnail, width, height }: PreparedPicture): Promise<Taken> {
		const order = Math.max(-1, ...this.photos.map((photo) => photo.order)) + 1;
		const bytes = picture.size + thumbnail.size;
		const photo: Photo = { id: newId(), note: this.#note(), at: now(), order, width, height, bytes, alt: '' };
		const made = await attempt(this.#services, ({ photos }) => photos.add(photo, { picture, thumbnail }));
		if (made.outcome === 'failed') return made.reason === 'full' ? 'full' : 'failed';
		this.#onAdded();
		return { undo: made.value };
	}

	#change(id: PhotoId, key: MessageKey, change: (photo: Photo) => Photo): Promise<Outcome> {
		return this.#commit(key, ({ photos }) => photos.change(id, change));
	}

	#commit(
		key: MessageKey,
		change: (storage: Storage) => Promise<Undo>,
		values?: MessageValues
	): Promise<Outcome> {
		return commit(this.#services, change, { key, ...(values && { values }) });
	}
}
