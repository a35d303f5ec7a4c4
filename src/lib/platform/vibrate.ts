/** Whether this browser knows how to; a device without a motor does nothing all the same. */
export function canVibrate(): boolean {
	return 'vibrate' in navigator;
}

/** As short and light as a key. */
export function vibrateLightly(): void {
	if (canVibrate()) navigator.vibrate(12);
}
