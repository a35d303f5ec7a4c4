import type { Services } from '$lib/app/services.svelte';
import { leftInHand } from './notes-in-hand';
import { NotePhotos } from './photos/note-photos.svelte';
import { NoteVoice } from './voice/note-voice';
import { VoiceRecorder } from './voice/voice-recorder.svelte';
import { Writing } from './writing/writing.svelte';

/** One note while it is written, and all that comes into it: words, photos, spoken words. */
export class NoteSession {
	readonly writing: Writing;
	readonly photos: NotePhotos;
	readonly voice: NoteVoice;
	readonly recorder: VoiceRecorder;

	constructor(services: Services) {
		const writing = new Writing(services);
		const id = () => writing.draft?.id ?? '';
		this.writing = writing;
		// a photo alone is already worth a draft
		this.photos = new NotePhotos(services, id, () => writing.attach());
		this.voice = new NoteVoice(services, {
			id,
			voice: () => writing.draft?.voice,
			set: (voice) => writing.attach({ voice }),
			keptVoice: () => writing.kept?.voice
		});
		this.recorder = new VoiceRecorder(this.voice.keep);
		writing.finishFirst(this.photos.intake.finish);
		writing.finishFirst(this.recorder.finish);
	}

	/** Follows the page as it goes; call what it gives back when the person leaves. */
	start = (): (() => void) => {
		const stop = this.writing.start();
		return () => {
			const spoken = this.recorder.leave();
			this.photos.intake.cancel();
			void this.voice.leave();
			leftInHand(stop(spoken));
		};
	};
}
