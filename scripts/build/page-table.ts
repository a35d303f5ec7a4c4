import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { addressesOf, frameAt, pages } from '../../src/pages.js';

const routes = 'src/routes/[lang=lang]';

/** Pages that have a route but no row in the table. */
async function withoutARow(): Promise<string[]> {
	const files = await readdir(routes, { recursive: true });
	return files
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => file.replaceAll('\\', '/').replace('+page.svelte', ''))
		.filter((path) => !pages.some((page) => page.path === path));
}

const wordsOfAPage = '$page-words';
const virtual = '\0page-words:';

/**
 * Checks that the table of pages and the routes agree. The browser only gets the words of the opened page, as the
 * `load` of its route, and the few frames that differ: the whole table would otherwise ship with every page.
 */
export function pageTable(): Plugin {
	return {
		name: 'envol:page-table',
		async buildStart() {
			const lost = await withoutARow();
			if (lost.length > 0)
				this.error(`No row in src/pages.js for ${lost.join(', ')}: see docs/guides/adding-a-page.md.`);
			const empty = pages.find(({ path }) => !existsSync(join(routes, path, '+page.svelte')));
			if (empty) this.error(`No ${routes}/${empty.path}+page.svelte for that row of src/pages.js.`);
		},
		resolveId: {
			filter: { id: /^\$page-words$/ },
			handler(_id, importer = '') {
				const [, path] =
					/src\/routes\/\[lang=lang\]\/(.*)\+page\.ts$/.exec(importer.replaceAll('\\', '/')) ?? [];
				if (!pages.some((page) => page.path === path))
					throw new Error(
						`${wordsOfAPage} is for the +page.ts of a row of src/pages.js, not for ${importer}`
					);
				return virtual + path;
			}
		},
		load: {
			filter: { id: /^\0page-words:/ },
			handler(id) {
				const { words } = pages.find(({ path }) => path === id.slice(virtual.length))!;
				return `import { loadMessages } from '$lib/i18n';
export const load = ({ params }) => loadMessages(params.lang, ${JSON.stringify(words)});`;
			}
		},
		transform: {
			filter: { id: /\/src\/pages\.js$/ },
			handler() {
				if (this.environment.name !== 'client' || this.environment.mode !== 'build') return;
				const frames = pages.flatMap((page) => {
					const [address] = addressesOf(page);
					const frame = frameAt(address!);
					return Object.keys(frame).length > 0 ? [[page.path, frame] as const] : [];
				});
				return `const frames = ${JSON.stringify(Object.fromEntries(frames))};
export const frameAt = (address) => frames[address.slice(4)];`;
			}
		}
	};
}
