import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { versionName } from './scripts/build/version-name.mjs';
import { bootScript } from './src/boot-script.js';
import { allPages } from './src/pages.js';

/** `src/boot.js` stands inline in every page (see hooks.server.ts), so the policy names it by its hash. */
const boot = bootScript(readFileSync(new URL('./src/boot.js', import.meta.url), 'utf8'));
/** @type {`sha256-${string}`} */
const bootHash = `sha256-${createHash('sha256').update(boot).digest('base64')}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: ({ filename }) => (filename.split(/[/\\]/).includes('node_modules') ? undefined : true)
	},
	kit: {
		// the one route that is not written, /parts/, is for people who build Envol
		adapter: adapter({ strict: false }),
		paths: { base: '', relative: false },
		alias: { $messages: 'messages', $pages: 'src/pages.js' },
		serviceWorker: { register: false },
		version: { name: versionName(new URL('./', import.meta.url)), pollInterval: 0 },
		prerender: {
			// what stands after # there says what to write about, or which note to show, and is no place on the page
			handleMissingId: ({ path, id, message }) => {
				// nor do these two: they begin a visitor session, and end quick hide
				const isMark = ['visitor', 'back'].includes(id);
				if (!isMark && !/\/hope\/(write|note)\/$/.test(path)) throw new Error(message);
			},
			entries: [...allPages, '/404.html', '/erase/', '/numbers/']
		},
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', bootHash],
				'style-src': ['self'],
				// kit's route announcer carries this one style attribute
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self', 'data:', 'blob:'],
				// a voice note, from this device only
				'media-src': ['blob:'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'envol-worker-url']
			}
		}
	}
};
