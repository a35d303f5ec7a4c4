/** Whether this device can tremble in the hand. */
export function canVibrate(): boolean {
	return 'vibrate' in navigator;
}

/** A light tremble: once, or twice for the other of two. Does nothing where the device cannot. */
export function vibrate(isTwice: boolean): void {
	if (canVibrate()) navigator.vibrate(isTwice ? [40, 120, 40] : 60);
}

let context: AudioContext | undefined;

/** A soft tone of about a second, higher for the first of two. Does nothing where no sound can be made. */
export function softTone(isHigh: boolean): void {
	try {
		context ??= new AudioContext();
		const now = context.currentTime;
		const tone = new OscillatorNode(context, { frequency: isHigh ? 330 : 247 });
		const loudness = new GainNode(context, { gain: 0 });
		loudness.gain.linearRampToValueAtTime(0.08, now + 0.25);
		loudness.gain.linearRampToValueAtTime(0, now + 1.2);
		tone.connect(loudness).connect(context.destination);
		tone.start(now);
		tone.stop(now + 1.3);
	} catch {
		// no sound here: the words lead
	}
}
