import { loadMessages } from '$lib/i18n';
import type { PageLoad } from './$types';

// Help is plain HTML, outside everything that can fail (docs/decisions/0004): no app script comes with it,
// and a step from inside the app to it loads the whole page.
export const csr = false;

export const load: PageLoad = async ({ params, url }) => {
	if (import.meta.env.SSR) return loadMessages(params.lang, ['help', 'help-lines', 'regions', 'survival']);
	location.assign(url.href);
	return new Promise<never>(() => undefined);
};
