import type { Motion } from '$lib/domain/shake';

/** On Apple devices, a page may read the motion sensor only after the person allowed it with a tap. */
interface Asking {
	requestPermission?: () => Promise<PermissionState>;
}
const asking = () => window.DeviceMotionEvent as unknown as Asking | undefined;

/** Whether this device may have a motion sensor. Neither asks for permission nor starts listening. */
export function mayFeelShaking(): boolean {
	return 'DeviceMotionEvent' in window && navigator.maxTouchPoints > 0;
}

/** Whether permission must be asked for on each visit. */
export function mustAskForMotion(): boolean {
	return asking()?.requestPermission !== undefined;
}

/** Asks for permission where the device requires it; call it after a tap. */
export async function askForMotion(): Promise<boolean> {
	try {
		return ((await asking()?.requestPermission?.()) ?? 'granted') === 'granted';
	} catch {
		return false;
	}
}

/** Calls back with each sensor reading; returns a function that stops it. */
export function onMotion(listener: (motion: Motion) => void): () => void {
	const heard = ({ accelerationIncludingGravity: felt, timeStamp }: DeviceMotionEvent) => {
		// a computer without the sensor sends one empty event
		if (felt?.x == null || felt.y == null || felt.z == null) return;
		listener({ at: timeStamp, x: felt.x, y: felt.y, z: felt.z });
	};
	addEventListener('devicemotion', heard);
	return () => removeEventListener('devicemotion', heard);
}
