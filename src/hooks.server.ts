import type { Handle } from '@sveltejs/kit';
import boot from './boot.js?raw';
import { bootScript } from './boot-script.js';
import { isLang, localeOf } from '$lib/domain/language';

/** Pages that come without the app's script: one small script wakes them (see `src/plain-pages.ts`). */
const plainRoutes: readonly (string | null)[] = ['/', '/today', '/help', '/hard-day', '/[lang=lang]/help'];
const plainScript = import.meta.env.DEV ? '/src/plain-pages.ts' : '/_app/plain-pages.js';

/** Runs at build time only: writes each page's language and the boot script (named by hash in the policy). */
export const handle: Handle = ({ event, resolve }) => {
	const { lang } = event.params;
	const isPlain = plainRoutes.includes(event.route.id);
	const scripts = [
		`<script>${bootScript(boot)}</script>`,
		...(isPlain ? [`<script type="module" src="${plainScript}"></script>`] : [])
	].join('\n\t\t');
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			// the marks that the app's script looks for are of no use where it does not come
			(isPlain ? html.replace(/<!--.*?-->/g, '') : html)
				.replace('%envol.lang%', localeOf[isLang(lang) ? lang : 'en'])
				.replace('%envol.boot%', () => scripts)
	});
};
