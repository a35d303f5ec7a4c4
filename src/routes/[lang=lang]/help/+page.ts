import { load as loadWords } from '$page-words';
import type { PageLoad } from './$types';

// Help is plain HTML, outside everything that can fail (docs/decisions/0004): it ships no app script, and a link to
// it from the app loads the whole page.
export const csr = false;

export const load: PageLoad = (event) => {
	if (import.meta.env.SSR) return loadWords(event);
	location.assign(event.url.href);
	return new Promise<never>(() => undefined);
};
