let isGoing = false;

// registered in the capture phase, so that other pagehide listeners already see it
addEventListener('pagehide', () => (isGoing = true), { capture: true });
addEventListener('pageshow', () => (isGoing = false), { capture: true });

/**
 * Whether the page is being closed, or is hidden and may be closed without notice: asynchronous work may never
 * finish.
 */
export function isLeaving(): boolean {
	return isGoing || document.visibilityState === 'hidden';
}
