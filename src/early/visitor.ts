import { closeDoors, isOverHere, visitorHash } from '../lib/platform/visitor';

/** First of all scripts on the page where a visitor session begins; it does nothing on any other visit. */
export function begin(): void {
	if (location.hash !== visitorHash) {
		// there is no way back into a session; the next one may begin from the door
		if (!isOverHere()) return;
		closeDoors();
		location.replace(`/${visitorHash}`);
		return;
	}
	closeDoors();
	const script = '/_app/visit.js';
	void import(script).catch(() => undefined);
}
