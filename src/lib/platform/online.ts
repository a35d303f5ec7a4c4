/** Calls back once, when the network is back. */
export function whenOnline(listener: () => void): void {
	window.addEventListener('online', listener, { once: true });
}
