import { attempt, commit } from '$lib/app/keeping/commit';
import type { Services } from '$lib/app/services.svelte';
import type { NoteId, Voice } from '$lib/domain/note';
import type { MessageKey } from '$lib/i18n';
import { now } from '$lib/platform/clock';
import { newId } from '$lib/platform/random';
import type { VoiceRecording } from '$lib/platform/recorder';

/** The note being written, as far as its recording is concerned. */
export interface SpokenNote {
	id: () => NoteId;
	voice: () => Voice | undefined;
	/** Sets the recording of the draft, which is saved with the note. Resolves once the draft is kept. */
	set: (voice: Voice | undefined) => Promise<unknown>;
	/** The recording of the note as it was last saved. */
	keptVoice: () => Voice | undefined;
}

/** Stores the recording of a note, and deletes those that no note needs any more. */
export class NoteVoice {
	#services: Services;
	#note: SpokenNote;
	/** Every recording made or removed on this page. */
	#touched = new Set<Voice['id']>();

	constructor(services: Services, note: SpokenNote) {
		this.#services = services;
		this.#note = note;
	}

	load = async (id: Voice['id']): Promise<Blob | undefined> =>
		(await this.#services.gate.open()).recordings.read(id);

	keep = async ({ blob, type, seconds }: VoiceRecording): Promise<'full' | 'failed' | undefined> => {
		const id = newId();
		const made = await attempt(this.#services, ({ recordings }) =>
			recordings.add({ id, note: this.#note.id(), blob, at: now() })
		);
		if (made.outcome === 'failed') return made.reason === 'full' ? 'full' : 'failed';
		await this.#set({ id, type, seconds, bytes: blob.size }, 'hope.voice.added');
		return undefined;
	};

	remove = (): Promise<void> => this.#set(undefined, 'hope.voice.removed');

	/** The page is left and nothing can be undone any more: unneeded recordings are deleted. */
	leave = async (): Promise<void> => {
		const needed = [this.#note.voice()?.id, this.#note.keptVoice()?.id];
		const { storage } = this.#services.gate;
		for (const id of this.#touched)
			// nothing is lost when it fails: it only takes up space
			if (!needed.includes(id)) await storage?.recordings.drop(id).catch(() => undefined);
	};

	async #set(voice: Voice | undefined, key: MessageKey): Promise<void> {
		const before = this.#note.voice();
		for (const each of [before, voice]) if (each) this.#touched.add(each.id);
		const kept = this.#note.set(voice);
		const change = async () => {
			await kept;
			return () => this.#note.set(before);
		};
		await commit(this.#services, change, { key });
	}
}
