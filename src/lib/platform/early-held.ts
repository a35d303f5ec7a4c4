/** What the page found of an open lock before the app was awake; see `src/held.ts`. Undefined where it did not ask. */
export const earlyKey = (): Promise<Uint8Array | undefined> | undefined => globalThis.window?.envolHeld?.key;

/** What somebody may see, since the lock is open, is on the page already. */
export const isShownEarly = (): boolean => document.documentElement.dataset.early !== undefined;

/** The app follows other pages by itself now, or nothing is open. */
export function endEarlyHeld(): void {
	globalThis.window?.envolHeld?.end();
	if (globalThis.window) delete window.envolHeld;
}
