/** A camera at work. It never starts unasked: open it from a tap, and stop it as soon as it is not needed. */
export interface Camera {
	/** What it sees now; undefined while there is nothing to see yet. */
	look(): Promise<ImageBitmap | undefined>;
	stop(): void;
}

/** Is there a camera, as far as the browser tells before it is asked to use one? Asks the person nothing. */
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
 * Shows what the camera sees, the one on the back where there are two.
 * @returns undefined when the person or the browser says no
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
