import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What the build of the browser's part writes last; it is taken away as a build begins. */
const written = '.svelte-kit/output/client/.vite/manifest.json';

/** Works on the pages once the whole site is written; a build that broke has none, and says itself why. */
export function onceWritten(name: string, work: () => Promise<void>): Plugin {
	let isOfPages = false;
	return {
		name,
		apply: 'build',
		enforce: 'post',
		configResolved({ build }) {
			isOfPages = Boolean(build.ssr);
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				if (isOfPages && existsSync(written)) await work();
			}
		}
	};
}
