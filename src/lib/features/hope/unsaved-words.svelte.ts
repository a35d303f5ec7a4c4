import { commit } from '$lib/app/keeping/commit';
import { firstOf } from '$lib/app/keeping/live.svelte';
import type { Services } from '$lib/app/services.svelte';
import { draftKeysOf, lockOf, parseDraft, type NoteDraft } from '$lib/domain/note';
import type { Outcome } from '$lib/domain/outcome';
import { dayOf, now } from '$lib/platform/clock';
import { requestLock } from '$lib/platform/locks';
import type { Draft, Storage, Undo } from '$lib/storage/types';
import { noneBeingLeft, notesInHand } from './notes-in-hand';

/** Words that were begun and are no note yet. */
export interface Words {
	draft: Draft;
	note: NoteDraft;
	/** How many photos wait with them. */
	photos: number;
}

/** The notes that were begun, and that no tab is writing right now. */
export class UnsavedWords {
	#services: Pick<Services, 'gate' | 'status'>;
	#all = $state.raw<readonly Words[]>([]);
	#isReady = $state.raw(false);

	constructor(services: Pick<Services, 'gate' | 'status'>) {
		this.#services = services;
	}

	get all(): readonly Words[] {
		return this.#all;
	}

	/** They were looked for, or cannot be. */
	get isReady(): boolean {
		return this.#isReady;
	}

	/** Looks for them; then repairs what a crash left behind, which may give more. */
	open = async (): Promise<void> => {
		await this.look();
		this.#isReady = true;
		const { storage } = this.#services.gate;
		// words that were left a moment ago may still be on their way
		await noneBeingLeft();
		// where a browser cannot tell what other tabs do, nothing is touched
		const live = storage && (await notesInHand());
		if (live) await storage.notes.heal(live, now(), dayOf).catch(() => undefined);
		await this.look();
	};

	/** Looks again; what cannot be read leaves them as they are. */
	look = async (): Promise<void> => {
		const { storage } = this.#services.gate;
		if (!storage) return;
		try {
			this.#all = await this.#find(storage);
		} catch {
			// shown where it is read for good
		}
	};

	/** Removes them, and the photos and the recording that never became part of a note. */
	discard = (words: Words): Promise<Outcome> =>
		commit(
			this.#services,
			async (storage) => {
				const attachedBack = await this.#removeAttached(storage, words);
				await storage.drafts.clear(words.draft.key);
				await this.look();
				return async () => {
					for (const back of attachedBack) await back();
					await storage.drafts.save(words.draft);
					await this.look();
				};
			},
			{ key: 'hope.unsaved.gone' }
		);

	async #find({ drafts, photos }: Storage): Promise<Words[]> {
		const found: Words[] = [];
		for (const draft of await drafts.list(draftKeysOf())) {
			const note = parseDraft(draft.text);
			const letGo = note && (await requestLock(lockOf(draft.key)));
			if (!note || !letGo) continue;
			letGo();
			found.push({ draft, note, photos: (await firstOf(photos.observeOf(note.id))).length });
		}
		return found;
	}

	async #removeAttached(storage: Storage, { draft, note: { id, voice } }: Words): Promise<Undo[]> {
		const { notes, photos, recordings, drafts } = storage;
		const kept = await firstOf(notes.observeOne(id));
		// another tab may have the same draft, and its photos, open
		const others = (await drafts.list(draftKeysOf(id))).filter(({ key }) => key !== draft.key);
		const isShared = others.length > 0 || (await notesInHand())?.has(id);
		const found = kept || isShared ? [] : await firstOf(photos.observeOf(id));
		const undos = found.map((photo) => photos.remove(photo.id, now()));
		if (voice && voice.id !== kept?.voice?.id) undos.push(recordings.remove(voice.id, now()));
		return Promise.all(undos);
	}
}
