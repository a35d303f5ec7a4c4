/** An open camera. It never starts unasked: open it after a tap, and stop it as soon as it is no longer needed. */
export interface Camera {
	/** The current frame; undefined while there is none yet. */
	look(): Promise<ImageBitmap | undefined>;
	stop(): void;
}

/** Whether there is a camera, as far as the browser tells without asking for permission. */
export async function hasCamera(): Promise<boolean> {
	try {
		const devices = await navigator.mediaDevices.enumerateDevices();
		return devices.some(({ kind }) => kind === 'videoinput');
	} catch {
		// plain http, or an old browser
		return false;
	}
}

/**
 * Shows what the camera sees, preferring the one on the back.
 * @returns undefined when the person or the browser denies it
 */
export async function openCamera(video: HTMLVideoElement): Promise<Camera | undefined> {
	let stream: MediaStream;
	try {
		stream = await navigator.mediaDevices.getUserMedia({
			audio: false,
			video: { facingMode: 'environment', width: { ideal: 1280 } }
		});
	} catch {
		return undefined;
	}
	const stop = () => {
		stream.getTracks().forEach((track) => track.stop());
		video.srcObject = null;
	};
	try {
		video.srcObject = stream;
		await video.play();
	} catch {
		stop();
		return undefined;
	}
	return {
		look: async () => (video.videoWidth > 0 ? await createImageBitmap(video) : undefined),
		stop
	};
}
