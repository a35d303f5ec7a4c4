import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { plainIcons } from '../../scripts/build/plain-icons.ts';

/** Builds a page with one part of the app on it into a folder, to be served like the app: its storage, or its pictures. */
export async function buildHarness(
	outDir: string,
	part: 'storage' | 'picture' = 'storage',
	/** What else stands on it. */
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
