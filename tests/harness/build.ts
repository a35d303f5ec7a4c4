import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the page with the app's storage on it into a folder, to be served like the app. */
export async function buildHarness(outDir: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		root: fileURLToPath(new URL('.', import.meta.url)),
		resolve: { alias: { $lib: fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
		build: {
			outDir,
			emptyOutDir: true,
			lib: {
				entry: fileURLToPath(new URL('storage-page.ts', import.meta.url)),
				formats: ['es'],
				fileName: () => 'storage.js'
			}
		}
	});
	mkdirSync(outDir, { recursive: true });
	writeFileSync(
		`${outDir}/index.html`,
		'<!doctype html><html lang="en"><title>Storage</title><link rel="icon" href="data:,"><script type="module" src="/storage.js"></script></html>'
	);
}
