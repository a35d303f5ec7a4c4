import type { MessageKey } from '$lib/i18n';
import {
	longestSeconds,
	record,
	type Recording,
	type RecordingTrouble,
	type VoiceRecording
} from '$lib/platform/recorder';

/** Why recording could not start, or the sound could not be stored. */
export type VoiceTrouble = RecordingTrouble | 'empty' | 'full' | 'failed';

/** Records one voice note, from the tap that opens the microphone to the tap that releases it. */
export class VoiceRecorder {
	#keep: (recording: VoiceRecording) => Promise<'full' | 'failed' | undefined>;
	#recording: Recording | undefined;
	#stopping: Promise<void> = Promise.resolve();
	#timer: ReturnType<typeof setInterval> | undefined;
	/** The page was left before the browser answered. */
	#isLeft = false;
	state = $state.raw<'idle' | 'asking' | 'recording' | 'keeping'>('idle');
	seconds = $state(0);
	trouble = $state.raw<VoiceTrouble>();
	/** It stopped without a tap: five minutes were over, or the page was hidden. */
	hasEnded = $state(false);
	readonly troubleKey: MessageKey | undefined = $derived(
		this.trouble && (`hope.voice.trouble.${this.trouble}` as const)
	);

	/** @param keep stores the sound on the device; returns why when it cannot */
	constructor(keep: (recording: VoiceRecording) => Promise<'full' | 'failed' | undefined>) {
		this.#keep = keep;
	}

	/** Opens the microphone: only after a tap. */
	start = async (): Promise<void> => {
		if (this.state !== 'idle') return;
		this.trouble = undefined;
		this.hasEnded = this.#isLeft = false;
		this.state = 'asking';
		const recording = await record(() => void this.#ended());
		if ('trouble' in recording) {
			this.state = 'idle';
			this.trouble = recording.trouble;
			return;
		}
		if (this.#isLeft) {
			recording.cancel();
			this.state = 'idle';
			return;
		}
		this.#recording = recording;
		this.seconds = 0;
		this.state = 'recording';
		this.#timer = setInterval(() => (this.seconds = Math.min(this.seconds + 1, longestSeconds)), 1000);
	};

	/** Resolves once the recording is stored, also when that was already under way. */
	stop = (): Promise<void> => {
		const recording = this.#recording;
		if (recording) this.#stopping = this.#stop(recording);
		return this.#stopping;
	};

	/** Ends and stores a running recording; false when that failed. */
	finish = async (): Promise<boolean> => {
		if (this.state !== 'recording' && this.state !== 'keeping') return true;
		await this.stop();
		return !this.trouble;
	};

	async #stop(recording: Recording): Promise<void> {
		this.#over('keeping');
		const made = await recording.stop();
		this.trouble = made ? await this.#keep(made) : 'empty';
		this.state = 'idle';
	}

	cancel = (): void => {
		this.#isLeft = true;
		this.#recording?.cancel();
		if (this.state === 'recording') this.#over('idle');
	};

	/** The page is left: the microphone closes and the recording is stored, then it resolves. Only the person throws words away. */
	leave = (): Promise<void> => {
		this.#isLeft = true;
		return this.stop();
	};

	async #ended(): Promise<void> {
		await this.stop();
		this.hasEnded = this.trouble === undefined;
	}

	#over(next: 'idle' | 'keeping'): void {
		this.#recording = undefined;
		clearInterval(this.#timer);
		this.state = next;
	}
}
