import type { Handle } from '@sveltejs/kit';
import boot from './boot.js?raw';
import { bootScript } from './boot-script.js';
import { isLang, localeOf } from '$lib/domain/language';

/** Runs at build time only: writes each page's language and the boot script (named by hash in the policy). */
export const handle: Handle = ({ event, resolve }) => {
	const { lang } = event.params;
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%envol.lang%', localeOf[isLang(lang) ? lang : 'en'])
				.replace('%envol.boot%', () => `<script>${bootScript(boot)}</script>`)
	});
};
