let isGoing = false;

// registered in the capture phase, so that other pagehide listeners already see it; nowhere while pages are made ahead
globalThis.addEventListener?.('pagehide', () => (isGoing = true), { capture: true });
globalThis.addEventListener?.('pageshow', () => (isGoing = false), { capture: true });

/**
 * Whether the page is being closed, or is hidden and may be closed without notice: asynchronous work may never
 * finish.
 */
export function isLeaving(): boolean {
	return isGoing || document.visibilityState === 'hidden';
}

/** Calls back when the page is closed or left; `isLeaving` is true by then. */
export function onGoing(listener: () => void): void {
	addEventListener('pagehide', listener);
}
