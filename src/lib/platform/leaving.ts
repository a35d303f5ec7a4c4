let isGoing = false;

// first of all that listen: what they begin asks
addEventListener('pagehide', () => (isGoing = true), { capture: true });
addEventListener('pageshow', () => (isGoing = false), { capture: true });

/** The page is going, or out of sight and may go unasked: what has to wait for an answer may never be done. */
export function isLeaving(): boolean {
	return isGoing || document.visibilityState === 'hidden';
}
