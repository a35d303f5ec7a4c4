import { existsSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The file that the client build writes last; it is removed when a build starts. */
const written = '.svelte-kit/output/client/.vite/manifest.json';

/** Processes the pages once the whole site is written; a failed build has none, and reports that itself. */
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
