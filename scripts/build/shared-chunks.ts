import type { Plugin } from 'vite';
import { pages as table } from '../../src/pages.js';
import { sharedFiles, type Graph, type Module } from './chunks.ts';

/**
 * One more file counts as much as about 12,000 characters of source, 1.4 kB on the wire: a line of 70 bytes in every page
 * that loads it, what a compressor cannot share with other files, and a turn on a network that brings six files at a time.
 * No page loads more than 11,000 characters, 1.3 kB on the wire, that it does not need.
 */
const costs = { file: 12_000, needless: 11_000 };
/** A page that people need at once counts as much as this many others. */
const weightOfFirst = 8;

/** Names of modules that the framework writes, and of ours that the build asks for by name. */
const patterns = {
	app: /\/client-optimized\/app\.js$/,
	node: /\/client-optimized\/nodes\/\d+\.js$/,
	start: /\/runtime\/client\/entry\.js$/,
	page: /\/\+page\.svelte$/,
	row: /\/src\/routes\/\[lang=lang\]\/(.*)\+page\.svelte$/,
	plainPages: /\/src\/plain-pages\.ts$/,
	/** Asked for by who has a lock: a part of its own (scripts/build/offline-copy.mjs). */
	lock: /\/src\/lib\/(?:storage\/(?:lock|under-lock)\.ts|app\/lock\/|features\/(?:shell|settings)\/lock\/)/
};

type Modules = Graph['modules'];

/** All that these may come to ask for, now or later; the app's own entry names every page there is. */
function closureOf(starts: readonly string[], modules: Modules): Set<string> {
	const found = new Set<string>();
	const waiting = [...starts];
	for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
		const module = modules.get(id);
		if (!module || found.has(id) || patterns.lock.test(id)) continue;
		found.add(id);
		waiting.push(...module.imports, ...(patterns.app.test(id) ? [] : module.dynamicImports));
	}
	return found;
}

/** What the bundler read, with what the table of pages says of it. */
export function graphOf(modules: Modules): Graph {
	const found = (pattern: RegExp) => [...modules.keys()].filter((id) => pattern.test(id)).sort();
	const nodes = found(patterns.node).map((id) => {
		const shown = modules.get(id)!.imports.find((imported) => patterns.page.test(imported));
		const path = patterns.row.exec(shown ?? '')?.[1];
		return { id, isPage: shown !== undefined, row: table.find((page) => page.path === path) };
	});
	const frame = [
		...nodes.flatMap(({ id, isPage }) => (isPage ? [] : id)),
		...found(patterns.app),
		...found(patterns.start)
	];
	const alone = found(patterns.plainPages);
	const ofPages = nodes.filter(({ isPage }) => isPage);
	const rows = ofPages.flatMap(({ id, row }) => (row && !row.isPlain ? { id, row } : []));
	if (frame.length < 4 || alone.length === 0 || rows.length === 0)
		throw new Error(
			'The framework names its modules in another way now: see patterns in scripts/build/shared-chunks.ts.'
		);
	const copyOf = (isOfIt: (row: (typeof rows)[number]['row']) => boolean | undefined) =>
		closureOf([...frame, ...alone, ...rows.flatMap(({ id, row }) => (isOfIt(row) ? id : []))], modules);
	const first = copyOf(({ isFirst }) => isFirst);
	const daily = copyOf(({ part }) => part === 'daily');
	return {
		modules,
		pages: rows.map(({ id, row }) => ({ starts: [...frame, id], weight: row.isFirst ? weightOfFirst : 1 })),
		alone,
		unused: ofPages.flatMap(({ id, row }) => (row && !row.isPlain ? [] : id)),
		partOf: (id) => `${first.has(id)} ${daily.has(id)}`
	};
}

/** A name for each file, after its largest module: it is the same in the next version unless that module left. */
function namesOf(files: readonly (readonly string[])[], modules: Modules): Map<string, string> {
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const ids of files) {
		const largest = ids.reduce((one, two) => (modules.get(two)!.size > modules.get(one)!.size ? two : one));
		const base = /([\w-]+)[^/]*$/.exec(largest)?.[1] ?? 'shared';
		let name = base;
		for (let number = 2; taken.has(name); number++) name = `${base}-${number}`;
		taken.add(name);
		for (const id of ids) names.set(id, name);
	}
	return names;
}

/**
 * Tells the bundler which modules share a file: few files rather than many small ones. Nothing is listed by hand; it follows
 * from the table of pages and from what imports what. See docs/decisions/0013.
 * @param together modules that come in one file whatever asks for them, by their ids; the key is the name of that file
 */
export function sharedChunks(together: Readonly<Record<string, RegExp>>): Plugin {
	let nameOf = new Map<string, string>();
	let root = '';
	const groups = [
		...Object.entries(together).map(([name, test]) => ({
			name,
			test,
			priority: 1,
			includeDependenciesRecursively: false
		})),
		{ name: (id: string) => nameOf.get(id) ?? null, includeDependenciesRecursively: false }
	];
	return {
		name: 'envol:shared-chunks',
		apply: 'build',
		configEnvironment: (name) =>
			name === 'client'
				? {
						build: {
							rolldownOptions: {
								preserveEntrySignatures: 'allow-extension',
								output: { codeSplitting: { groups } }
							}
						}
					}
				: undefined,
		configResolved: (config) => void (root = config.root),
		buildEnd(error) {
			if (error || this.environment.name !== 'client') return;
			const modules = new Map<string, Module>();
			for (const id of this.getModuleIds()) {
				const info = this.getModuleInfo(id)!;
				modules.set(id, {
					// the code names the folder of the project: its length must not decide
					size: info.code?.replaceAll(root, '').length ?? 0,
					imports: info.importedIds,
					dynamicImports: info.dynamicallyImportedIds
				});
			}
			nameOf = namesOf(sharedFiles(graphOf(modules), costs), modules);
		}
	};
}
