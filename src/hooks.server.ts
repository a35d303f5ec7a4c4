import type { Handle } from '@sveltejs/kit';
import boot from './boot.js?raw';
import { bootScript, shortened } from './boot-script.js';
import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import first from './first-read.js?raw';
import early from './early-list.js?raw';
import { isLang, localeOf } from '$lib/domain/language';
import { schemaVersion } from '$lib/storage/schema-version';
import EarlyRows from '$lib/features/today/EarlyRows.svelte';
import { setLang } from '$lib/i18n';
import { doors, pageAt } from '$pages';

/** The one small script for pages without the app's. */
const plainScript = import.meta.env.DEV ? '/src/plain-pages.ts' : '/_app/plain-pages.js';

const earlyScript = shortened(early);
const firstScript = shortened(first).replace('SCHEMA_VERSION', String(schemaVersion));
const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
/** The policy names both scripts. */
const hashes = [earlyScript, firstScript].map(hashOf).join(' ');
const earlyPlace = /(<div id="early"[^>]*>)<\/div>/;

/** Gives Today its first read, and the rows and the script of its early list. */
function withEarlyList(html: string, lang: string | undefined): string {
	if (!earlyPlace.test(html)) return html;
	setLang(isLang(lang) ? lang : 'en');
	const rows = render(EarlyRows).body.replace(/<!--.*?-->/g, '');
	return html
		.replace("script-src 'self'", (policy) => `${policy} ${hashes}`)
		.replace('</head>', () => `<script>${firstScript}</script></head>`)
		.replace(
			earlyPlace,
			(_, start: string) => `${start}<template>${rows}</template><script>${earlyScript}</script></div>`
		);
}

/** Runs at build time only: writes each page's language and the boot script (allowed by its hash in the policy). */
export const handle: Handle = ({ event, resolve }) => {
	const { lang } = event.params;
	const { pathname } = event.url;
	const isPlain = pageAt(pathname)?.isPlain || doors.includes(pathname.slice(1)) || pathname === '/erase/';
	const scripts = [
		`<script>${bootScript(boot)}</script>`,
		...(isPlain ? [`<script type="module" src="${plainScript}"></script>`] : [])
	].join('\n\t\t');
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			// hydration markers are useless where the app's script does not run
			(isPlain ? html.replace(/<!--.*?-->/g, '') : withEarlyList(html, lang))
				.replace('%envol.lang%', localeOf[isLang(lang) ? lang : 'en'])
				.replace('%envol.boot%', () => scripts)
	});
};
