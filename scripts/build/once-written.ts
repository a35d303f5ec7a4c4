import type { Plugin } from 'vite';

/** Works on the pages once the whole site is written; a build that broke has none. */
export function onceWritten(name: string, work: () => Promise<void>): Plugin {
	let isOfPages = false;
	let isBroken = false;
	return {
		name,
		apply: 'build',
		enforce: 'post',
		configResolved({ build }) {
			isOfPages = Boolean(build.ssr);
		},
		buildEnd(error) {
			isBroken = error !== undefined;
		},
		closeBundle: {
			sequential: true,
			order: 'post',
			async handler() {
				if (isOfPages && !isBroken) await work();
			}
		}
	};
}
