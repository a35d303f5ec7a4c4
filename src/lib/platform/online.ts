/** Calls once, when the network comes back. */
export function whenOnline(listener: () => void): void {
	window.addEventListener('online', listener, { once: true });
}
