import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import { VitePWA, type VitePluginPWAAPI, type VitePWAOptions } from 'vite-plugin-pwa';
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';
import { compiledTexts } from './scripts/build/compiled-texts.ts';
import { plainIcons } from './scripts/build/plain-icons.ts';
import { inlineStyles } from './scripts/build/inline-styles.ts';
import { inlinedScripts, textOf } from './scripts/build/inlined.ts';
import { onceWritten } from './scripts/build/once-written.ts';
import { precompress } from './scripts/build/precompressed.mjs';
import { pageTable } from './scripts/build/page-table.ts';
import { sharedChunks } from './scripts/build/shared-chunks.ts';
import { firstOnesFirst, withSums } from './scripts/build/offline-copy.mjs';
import { preloadFirst } from './scripts/build/preload-first.ts';
import { manifest } from './src/manifest.ts';
import { addressesOf, pages } from './src/pages.js';

/** The texts of the frame and of Today come in one file: most visits begin with them. */
const firstWords = ['shell', ...pages.find(({ path }) => path === 'today/')!.words].join('|');
const firstTexts = Object.fromEntries(
	['en', 'fr'].map((lang) => [`words-${lang}`, new RegExp(`messages/${lang}/(${firstWords})\\.json`)])
);

/** What opens a sealed row: Today asks for it before the app, and for nothing else of the lock (src/opened.ts). */
const sealing = /\/src\/lib\/lock\/(bytes|seal-row)\.ts$|\/@noble\/ciphers\//;

/**
 * The one script of the pages that come without the app's, and the one of those who may be looked at: built beside it, at fixed
 * addresses.
 */
function scriptsOfTheirOwn(): Plugin {
	return {
		name: 'envol:scripts-of-their-own',
		async buildStart() {
			if (this.environment.name !== 'client' || this.environment.mode !== 'build') return;
			// it must be there soon, and shares no file with the app
			const source = await textOf(fileURLToPath(new URL('src/held.ts', import.meta.url)));
			this.emitFile({ type: 'asset', fileName: '_app/held.js', source });
			for (const name of ['plain-pages', 'unseen', 'visit', 'opened'])
				this.emitFile({
					type: 'chunk',
					id: `/src/${name}.ts`,
					fileName: `_app/${name}.js`,
					preserveSignature: 'strict'
				});
		},
		configureServer(server) {
			server.middlewares.use((request, _, next) => {
				request.url = request.url?.replace(/^\/_app\/(unseen|visit|opened)\.js(?=$|\?)/, '/src/$1.ts');
				next();
			});
		}
	};
}

/** vite-plugin-pwa driven by kit 2's build order: manifest in the client build, service worker once the site is written. */
function kitPWA(options: Partial<VitePWAOptions>): Plugin[] {
	const plugins = VitePWA(options);
	const api = plugins.find((plugin) => plugin.name === 'vite-plugin-pwa')!.api as VitePluginPWAAPI;
	let config: ResolvedConfig;
	return [
		...plugins.filter((plugin) => plugin.name !== 'vite-plugin-pwa:build'),
		{
			name: 'envol:pwa-build',
			apply: 'build',
			enforce: 'post',
			configResolved(resolved) {
				config = resolved;
			},
			generateBundle(_options, bundle) {
				if (!config.build.ssr) api.generateBundle(bundle as never, this as never);
			}
		},
		onceWritten('envol:pwa-worker', () => api.generateSW())
	];
}

export default defineConfig({
	build: {
		reportCompressedSize: false,
		// a part that comes later waits for its styles only: lists of its scripts would weigh 2 kB in every page (decision 13)
		modulePreload: {
			resolveDependencies: (_file, deps, { hostType }) =>
				hostType === 'js' ? deps.filter((dep) => dep.endsWith('.css')) : deps
		},
		// old phones get colours too: the style minifier rewrites light-dark() for browsers that lack it
		cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
		rolldownOptions: {
			checks: { bundlerTimings: false },
			// at fixed addresses: see scriptsOfTheirOwn
			external: /^\/_app\/\w+\.js$/
		}
	},
	// one copy only, in the shape for today's browsers
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	plugins: [
		plainIcons(),
		compiledTexts(),
		inlinedScripts(),
		pageTable(),
		sveltekit(),
		scriptsOfTheirOwn(),
		sharedChunks({ ...firstTexts, sealing }),
		preloadFirst(),
		inlineStyles(pages.filter((page) => page.isStyledInside).flatMap(addressesOf)),
		// a host may answer /erase/ by emptying the browser, so the offline copy never asks for it: it takes the same page from here
		onceWritten('envol:erased', () => cp('build/erase', 'build/erased', { recursive: true })),
		kitPWA({
			registerType: 'prompt',
			injectRegister: false,
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'sw.ts',
			base: '/',
			scope: '/',
			outDir: 'build',
			includeManifestIcons: false,
			manifest,
			injectManifest: {
				globDirectory: 'build',
				globPatterns: ['**/*.{html,js,css,svg,woff2}'],
				// the page that opens a copy without Envol is put beside the copy, and is needed where Envol is not
				globIgnores: ['sw.js', '_app/version.json', 'screenshots/**', 'open-copy.html', 'erase/**'],
				dontCacheBustURLsMatching: /_app\/immutable\//,
				minify: true,
				sourcemap: false,
				target: 'es2022',
				rollupFormat: 'iife',
				manifestTransforms: [
					(entries) => ({
						warnings: [],
						manifest: withSums(
							firstOnesFirst(
								entries.map((entry) => ({
									...entry,
									url: entry.url.replace(/(^|\/)index\.html$/, '$1') || '/'
								}))
							)
						)
					})
				]
			}
		}),
		onceWritten('envol:precompressed', () => precompress('build'))
	]
});
