// What the offline copy is made of: which files pages may ask for, and which of them come first.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allPages } from '../../src/pages.js';

/** @typedef {Record<string, { file: string, imports?: string[], dynamicImports?: string[], css?: string[] }>} Manifest */

/**
 * The pages for whoever needs Envol at once: help, the day, a hard day and what helps through it. They are kept before
 * anything else, so that a network that goes away a moment after the first visit leaves these behind.
 */
export const firstPages = allPages.filter((page) =>
	/^\/(?:(?:en|fr)\/)?(?:(?:help|today|hard-day|here)\/)?$/.test(page)
);

/** The texts of those pages that are not among what each page loads; every other group comes later. */
const firstTexts = /^messages\/..\/(?:activities|hard-day|here|survival|welcome)\.json$/;

/** What the build says of its files. @returns {Manifest} */
export function readManifest() {
	return JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8'));
}

/**
 * Every script and style that these pages may come to ask for, now or later.
 * @param {readonly string[]} pages
 * @param {Manifest} manifest
 * @param {(key: string) => boolean} [isForeign] belongs to another part
 */
export function filesOf(pages, manifest, isForeign = () => false) {
	const keyOf = new Map(Object.entries(manifest).map(([key, { file }]) => [file, key]));
	const asked = /(?:href|src|import\()="?\/(_app\/[^"]+\.(?:js|css))"/g;
	/** @type {Set<string>} */
	const files = new Set();
	const waiting = pages.flatMap((page) =>
		[...readFileSync(join('build', page, 'index.html'), 'utf8').matchAll(asked)].flatMap(([, file = '']) => {
			const key = keyOf.get(file);
			if (key === undefined) files.add(file);
			return key ?? [];
		})
	);
	/** @type {Set<string>} */
	const found = new Set();
	for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
		if (found.has(key) || isForeign(key)) continue;
		found.add(key);
		const { file = '', css = [], imports = [], dynamicImports = [] } = manifest[key] ?? {};
		for (const each of [file, ...css]) files.add(each);
		// the app's own entry names every page there is
		waiting.push(...imports, ...(key.endsWith('client-optimized/app.js') ? [] : dynamicImports));
	}
	return files;
}

/**
 * The files of the copy, those that come first at the front and marked.
 * @template {{ url: string }} Entry
 * @param {readonly Entry[]} entries an address each, a page by its folder: 'en/help/', '/'
 * @returns {(Entry & { isFirst?: true })[]}
 */
export function firstOnesFirst(entries) {
	const files = filesOf(
		firstPages,
		readManifest(),
		(key) => key.startsWith('messages/') && !firstTexts.test(key)
	);
	/** @param {Entry} entry */
	const isFirst = ({ url }) => {
		const path = url.replace(/^\//, '');
		return firstPages.includes(`/${path}`) || files.has(path) || !/^_app\/immutable\/|\/$/.test(path);
	};
	return [
		...entries.filter(isFirst).map((entry) => ({ ...entry, isFirst: /** @type {const} */ (true) })),
		...entries.filter((entry) => !isFirst(entry))
	];
}

/**
 * What is in each file whose address is the same in every version, so that no other can stand in for it.
 * @template {{ url: string, revision?: string | null }} Entry
 * @param {readonly Entry[]} entries
 */
export function withIntegrity(entries) {
	return entries.map((entry) => {
		if (!entry.revision) return entry;
		const file = `build/${entry.url.replace(/^\//, '')}${entry.url.endsWith('/') ? 'index.html' : ''}`;
		return {
			...entry,
			integrity: `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`
		};
	});
}
