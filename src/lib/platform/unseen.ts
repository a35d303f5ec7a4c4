/** Built from src/unseen.ts, at a fixed address: every page loads it without the app, for those who turned it on. */
const script = '/_app/unseen.js';

/** Does at once, on this page, what the person's choices say about quick hide and the plain name. */
export async function followUnseen(): Promise<void> {
	try {
		((await import(/* @vite-ignore */ script)) as { follow: () => void }).follow();
	} catch {
		// not here yet, and no network: the next page tries again
	}
}
