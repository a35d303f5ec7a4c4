// The contents of the offline copy: which files pages may request, and which of them come first.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf, doors, pages } from '../../src/pages.js';

/** @typedef {Record<string, { file: string, name?: string, imports?: string[], dynamicImports?: string[], css?: string[] }>} Manifest */

/**
 * The pages for people who need Envol at once: help, the day, a hard day and what helps through it. They are stored
 * before anything else, so that they are there when the network goes a moment after the first visit.
 */
const firstRows = pages.filter((page) => page.isFirst);
export const firstPages = [...doors.map((door) => `/${door}`), ...firstRows.flatMap(addressesOf)];

/** Pages with numbers to call and no script that could fail: without these there is no copy at all. */
const helpPages = new Set([
	'/404.html',
	...doors.map((door) => `/${door}`),
	...firstRows.filter((page) => page.isPlain).flatMap(addressesOf)
]);

/** The message groups of those pages; every other group comes later. Those of a plain page are in its HTML. */
const firstTexts = new Set(
	firstRows
		.filter((page) => !page.isPlain)
		.flatMap(({ words, wordsLater = [] }) =>
			[...words, ...wordsLater].flatMap((group) => [`messages/en/${group}.json`, `messages/fr/${group}.json`])
		)
);

/** What somebody with a lock loads, or who turns one on, and nobody else: these, and what they alone ask for. */
export const lockKeys = [
	'src/lib/features/shell/lock/Lock.svelte',
	'src/lib/features/settings/lock/LockSection.svelte',
	'src/lib/app/lock/find-key.ts',
	'src/lib/app/lock/recovery-words.ts',
	'src/lib/storage/lock.ts',
	'src/lib/storage/under-lock.ts',
	'src/opened.ts',
	...['en', 'fr'].flatMap((lang) => [`messages/${lang}/lock.json`, `messages/${lang}/lock-setting.json`])
];

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
	const asked = /(?:href|src|import\()="?\/(_app\/[^"\s>]+\.(?:js|css))(?=["\s>])/g;
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
 * The files of the copy, those that come first at the front and marked, and among them those that nobody may be without.
 * @template {{ url: string }} Entry
 * @param {readonly Entry[]} entries an address each, a page by its folder: 'en/help/', '/'
 * @returns {(Entry & { isFirst?: true, isHelp?: true })[]}
 */
export function firstOnesFirst(entries) {
	const files = filesOf(
		firstPages,
		readManifest(),
		// the message of a full field may come a moment later
		(key) =>
			(key.startsWith('messages/') && !firstTexts.has(key)) ||
			key.endsWith('/field-notices.ts') ||
			// so may Today ask for a copy, which itself waits for a tap
			key.endsWith('/AskForCopy.svelte') ||
			key.endsWith('/storage/copies.ts') ||
			// nobody has a lock before a first visit
			lockKeys.includes(key) ||
			// a first visit that asks for an example has a network
			key.endsWith('/app/example-life.ts') ||
			// a poster is made at a desk
			key.endsWith('/wake-poster.ts') ||
			// and what a crash took is given back on a visit after this one
			key.endsWith('/storage/rebuilt.ts') ||
			key.endsWith('/copies/join-rows.ts')
	);
	/** @param {Entry} entry */
	const isHelp = ({ url }) => helpPages.has(`/${url.replace(/^\//, '')}`);
	/** @param {Entry} entry */
	const isFirst = ({ url }) => {
		const path = url.replace(/^\//, '');
		// a visitor session begins where nothing of Envol is yet, and nobody has a lock there
		const isLater = /^_app\/(immutable\/|(visit|held|opened)\.js$)|\/$/.test(path);
		return firstPages.includes(`/${path}`) || files.has(path) || !isLater;
	};
	return [
		...entries.filter(isFirst).map((entry) => ({
			...entry,
			isFirst: /** @type {const} */ (true),
			...(isHelp(entry) && { isHelp: /** @type {const} */ (true) })
		})),
		...entries.filter((entry) => !isFirst(entry))
	];
}

/**
 * The beginning of the SHA-256 of each file, so that no other can stand in for it, and damage is noticed: 12 bytes, as base64.
 * @template {{ url: string }} Entry
 * @param {readonly Entry[]} entries
 */
export function withSums(entries) {
	return entries.map((entry) => {
		const file = `build/${entry.url.replace(/^\//, '')}${entry.url.endsWith('/') ? 'index.html' : ''}`;
		const digest = createHash('sha256').update(readFileSync(file)).digest();
		return { ...entry, sum: digest.subarray(0, 12).toString('base64') };
	});
}
