import type { Handle } from '@sveltejs/kit';
import boot from './boot.js?raw';
import { bootScript } from './boot-script.js';
import { isLang, localeOf } from '$lib/domain/language';
import { doors, pageAt } from '$pages';

/** The one small script for pages without the app's. */
const plainScript = import.meta.env.DEV ? '/src/plain-pages.ts' : '/_app/plain-pages.js';

/** Runs at build time only: writes each page's language and the boot script (allowed by its hash in the policy). */
export const handle: Handle = ({ event, resolve }) => {
	const { lang } = event.params;
	const { pathname } = event.url;
	const isPlain = pageAt(pathname)?.isPlain || doors.includes(pathname.slice(1));
	const scripts = [
		`<script>${bootScript(boot)}</script>`,
		...(isPlain ? [`<script type="module" src="${plainScript}"></script>`] : [])
	].join('\n\t\t');
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			// hydration markers are useless where the app's script does not run
			(isPlain ? html.replace(/<!--.*?-->/g, '') : html)
				.replace('%envol.lang%', localeOf[isLang(lang) ? lang : 'en'])
				.replace('%envol.boot%', () => scripts)
	});
};
