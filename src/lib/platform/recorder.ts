/** A voice note as the browser recorded it. */
export interface VoiceRecording {
	blob: Blob;
	/** 'audio/webm' or 'audio/mp4', whichever the browser supports. */
	type: string;
	/** Its length in whole seconds, at least 1. */
	seconds: number;
}

export interface Recording {
	/**
	 * Ends the recording and releases the microphone; undefined when nothing was recorded. Calling it again gives the
	 * same result.
	 */
	stop(): Promise<VoiceRecording | undefined>;
	/** Ends the recording, releases the microphone, and discards everything. */
	cancel(): void;
}

export type RecordingTrouble =
	/** The person or the browser denied it. */
	| 'denied'
	/** There is no microphone. */
	| 'none'
	/** Another app uses it, or it does not work. */
	| 'busy';

export const longestSeconds = 5 * 60;
/** Speech stays clear; five minutes take about 1.2 MB. */
const bitsPerSecond = 32_000;
const types = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/webm', 'audio/ogg;codecs=opus'];

/** Whether this browser can record at all. Does not ask for permission. */
export function canRecord(): boolean {
	return typeof MediaRecorder !== 'undefined' && navigator.mediaDevices?.getUserMedia !== undefined;
}

function troubleOf(error: unknown): RecordingTrouble {
	const name = error instanceof DOMException ? error.name : '';
	if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
	return name === 'NotAllowedError' || name === 'SecurityError' ? 'denied' : 'busy';
}

/**
 * Opens the microphone and records for at most five minutes. Call it only after a tap. Recording stops when the page
 * is hidden; what was said until then is available from `stop`.
 * @param onEnded called when it ended by itself: after five minutes, when the page was hidden, or when the microphone
 * went away
 */
export async function record(onEnded: () => void): Promise<Recording | { trouble: RecordingTrouble }> {
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: false });
	} catch (error) {
		return { trouble: troubleOf(error) };
	}
	const letGo = () => stream.getTracks().forEach((track) => track.stop());
	const pieces: Blob[] = [];
	let recorder: MediaRecorder;
	try {
		const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
		recorder = new MediaRecorder(stream, {
			...(mimeType && { mimeType }),
			audioBitsPerSecond: bitsPerSecond
		});
		recorder.ondataavailable = ({ data }) => void (data.size > 0 && pieces.push(data));
		// in chunks, so that little is lost when the browser stops it
		recorder.start(1000);
	} catch {
		letGo();
		return { trouble: 'busy' };
	}
	const start = performance.now();
	let isAsked = false;
	const whole = new Promise<VoiceRecording | undefined>((resolve) => {
		const hidden = () => document.hidden && end();
		const end = () => {
			if (recorder.state !== 'inactive') recorder.stop();
		};
		const timer = setTimeout(end, longestSeconds * 1000);
		document.addEventListener('visibilitychange', hidden);
		addEventListener('pagehide', end);
		recorder.onerror = end;
		recorder.onstop = () => {
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', hidden);
			removeEventListener('pagehide', end);
			letGo();
			const [type = ''] = recorder.mimeType.split(';');
			const blob = new Blob(pieces, { type });
			const seconds = Math.max(1, Math.round((performance.now() - start) / 1000));
			resolve(blob.size > 0 ? { blob, type, seconds: Math.min(seconds, longestSeconds) } : undefined);
			if (!isAsked) onEnded();
		};
	});
	const stop = () => {
		isAsked = true;
		if (recorder.state !== 'inactive') recorder.stop();
		// at once, not only when the last chunk is written
		letGo();
		return whole;
	};
	return { stop, cancel: () => void stop() };
}
