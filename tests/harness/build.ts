import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { plainIcons } from '../../scripts/build/plain-icons.ts';

/** The folder of such a page, built once for all workers of a run: the first one builds it, the others wait. */
export async function builtOnce(name: string, build: (folder: string) => Promise<void>): Promise<string> {
	// all workers have the same parent process
	const folder = resolve(`test-results/harness-${process.ppid}/${name}`);
	const lock = `${folder}.lock`;
	mkdirSync(dirname(folder), { recursive: true });
	// written last
	const isBuilt = () => existsSync(`${folder}/index.html`);
	while (!isBuilt()) {
		try {
			mkdirSync(lock);
		} catch {
			await pause(100);
			continue;
		}
		try {
			if (!isBuilt()) await build(folder);
		} finally {
			rmdirSync(lock);
		}
	}
	return folder;
}

/** Builds a page with one part of the app on it into a folder, to be served like the app: its storage, or its pictures. */
export async function buildHarness(
	outDir: string,
	part: 'storage' | 'picture' | 'copy' = 'storage',
	/** Additional HTML of the page. */
	html = ''
): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: fileURLToPath(new URL('.', import.meta.url)),
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		build: {
			outDir,
			emptyOutDir: true,
			lib: {
				entry: fileURLToPath(new URL(`${part}-page.ts`, import.meta.url)),
				formats: ['es'],
				fileName: () => `${part}.js`
			}
		}
	});
	mkdirSync(outDir, { recursive: true });
	writeFileSync(
		`${outDir}/index.html`,
		`<!doctype html><html lang="en"><title>${part}</title><link rel="icon" href="data:,">${html}<script type="module" src="/${part}.js"></script></html>`
	);
}

/** Builds the page with both stores, the worker of the second one beside it, as the app has it; or that with a lock too. */
export async function buildBothStores(outDir: string, part: 'both' | 'lock' = 'both'): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: fileURLToPath(new URL('.', import.meta.url)),
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		worker: { rolldownOptions: { output: { entryFileNames: '_app/immutable/workers/[name]-[hash].js' } } },
		build: {
			outDir,
			emptyOutDir: true,
			modulePreload: false,
			rolldownOptions: {
				input: fileURLToPath(new URL(`${part}-page.ts`, import.meta.url)),
				output: { entryFileNames: `${part}.js` }
			}
		}
	});
	writeFileSync(
		`${outDir}/index.html`,
		`<!doctype html><html lang="en"><title>${part}</title><link rel="icon" href="data:,"><script type="module" src="/${part}.js"></script></html>`
	);
}

/** Builds one script that writes a person with something of everything into the app's own database. */
export async function buildProfile(outDir: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: fileURLToPath(new URL('.', import.meta.url)),
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		build: {
			outDir,
			emptyOutDir: true,
			lib: {
				entry: fileURLToPath(new URL('profile-page.ts', import.meta.url)),
				formats: ['iife'],
				name: 'profile',
				// the name that says that a folder is whole
				fileName: () => 'index.html'
			}
		}
	});
}

/** Builds the page that shows the app's printed sheets into a folder, with the app's own letters and pictograms. */
export async function buildPaperHarness(outDir: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: fileURLToPath(new URL('../..', import.meta.url)),
		plugins: [plainIcons(), svelte({ configFile: false, preprocess: [] })],
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		publicDir: 'static',
		build: {
			outDir,
			emptyOutDir: true,
			cssTarget: 'chrome123',
			rolldownOptions: { checks: { bundlerTimings: false } },
			lib: {
				entry: fileURLToPath(new URL('paper-page.ts', import.meta.url)),
				formats: ['es'],
				fileName: () => 'paper.js',
				cssFileName: 'paper'
			}
		}
	});
	writeFileSync(
		`${outDir}/index.html`,
		'<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Paper</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/paper.css"><script type="module" src="/paper.js"></script></html>'
	);
}
