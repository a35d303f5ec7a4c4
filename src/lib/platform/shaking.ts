import type { Motion } from '$lib/domain/shake';

/** On Apple devices, a page may feel motion only where the person allowed it, on a tap. */
interface Asking {
	requestPermission?: () => Promise<PermissionState>;
}
const asking = () => window.DeviceMotionEvent as unknown as Asking | undefined;

/** Might this device feel a shake? Nothing is asked, and nothing is listened to yet. */
export function mayFeelShaking(): boolean {
	return 'DeviceMotionEvent' in window && navigator.maxTouchPoints > 0;
}

/** Must the person be asked on each visit? */
export function mustAskForMotion(): boolean {
	return asking()?.requestPermission !== undefined;
}

/** Asks where the device wants it; call it on a tap. */
export async function askForMotion(): Promise<boolean> {
	try {
		return ((await asking()?.requestPermission?.()) ?? 'granted') === 'granted';
	} catch {
		return false;
	}
}

/** Calls back with what the device feels, moment by moment; returns the way to stop. */
export function onMotion(listener: (motion: Motion) => void): () => void {
	const heard = ({ accelerationIncludingGravity: felt, timeStamp }: DeviceMotionEvent) => {
		// a computer without the sensor sends one empty moment
		if (felt?.x == null || felt.y == null || felt.z == null) return;
		listener({ at: timeStamp, x: felt.x, y: felt.y, z: felt.z });
	};
	addEventListener('devicemotion', heard);
	return () => removeEventListener('devicemotion', heard);
}
