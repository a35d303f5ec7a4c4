import { sveltekit } from '@sveltejs/kit/vite';
import { VitePWA, type VitePluginPWAAPI, type VitePWAOptions } from 'vite-plugin-pwa';
import { defineConfig, type Plugin, type ResolvedConfig } from 'vite';
import { compiledTexts } from './scripts/build/compiled-texts.ts';
import { plainIcons } from './scripts/build/plain-icons.ts';
import { inlineStyles } from './scripts/build/inline-styles.ts';
import { onceWritten } from './scripts/build/once-written.ts';
import { precompress } from './scripts/build/precompressed.mjs';
import { pageTable } from './scripts/build/page-table.ts';
import { firstOnesFirst, withIntegrity } from './scripts/build/offline-copy.mjs';
import { preloadFirst } from './scripts/build/preload-first.ts';
import { manifest } from './src/manifest.ts';
import { addressesOf, pages } from './src/pages.js';

/** Few files rather than many small ones: each costs a line in every page and a turn on a slow network. */
const chunkGroups = [
	// what every page of the app needs: the libraries, the frame around the page, the page for an unknown address
	{
		name: 'base',
		priority: 9,
		test: /node_modules\/(svelte|esm-env|clsx|devalue|@sveltejs\/kit|svelte-i18n|intl-messageformat|@formatjs|deepmerge|tslib)\/|virtual:__sveltekit|src\/lib\/(i18n|features\/(shell|door))\/(?!status-keys|field-notices)|src\/lib\/(app\/services|platform\/place)|src\/routes\/(\[lang=lang\]\/)?\+(layout|error)\./
	},
	// shared with the pages that come without the app: small, and free of everything else
	{
		name: 'plain',
		priority: 10,
		test: /src\/lib\/(domain\/(language|local-day|preferences|tidy-words|graphemes|isolated|side)|platform\/(clock|mirror|service-worker|idle|copy|database-there|address|print))\.ts|vite\/preload-helper/
	},
	// what the day's list shares with everything else: taken first, since a group takes along all that its files import
	{
		name: 'day',
		priority: 8,
		test: /src\/lib\/(domain\/(step|new-step|day|habit|activity)|content\/pictograms|storage\/(storage-error)|platform\/(random|autosave)|app\/(keeping\/(commit|followed\.svelte|live\.svelte)|starts|words\/step-words|keepers\/plan-keeper\.svelte)|ui\/(Pictogram|StepToggle|ExampleNotice|Notice))\.(ts|svelte)/
	},
	{
		name: 'hard-day',
		priority: 8,
		test: /src\/lib\/(domain\/hard-day|app\/keepers\/hard-day-keeper\.svelte)\.ts/
	},
	// what a hard day shares with the papers of the plan: a few lines, and nothing of either
	{ name: 'numbers', priority: 8, test: /src\/lib\/(domain\/crisis-plan|app\/words\/paper-numbers)\.ts/ },
	{ name: 'icons', priority: 8, test: /@lucide\/svelte\//, minShareCount: 3 },
	// what storage reads of the journal, apart from the journal's own pages
	{ name: 'note', priority: 8, test: /src\/lib\/domain\/(note|photo|kept-lines|journal-prompt)\.ts/ },
	{ name: 'search', priority: 8, test: /src\/lib\/domain\/search\.ts/ },
	{ name: 'habits', priority: 7, test: /src\/lib\/content\/habits\.ts/ },
	// taken before the sheets that begin with them: the first choices on Today bring nothing of codes
	{ name: 'presets', priority: 7, test: /src\/lib\/content\/presets\.ts/ },
	// taken before the catalogue, whose codes import them: My early signs needs no activity
	{ name: 'early-signs', priority: 7, test: /src\/lib\/content\/early-signs\.ts/ },
	// what a hard day offers, apart from the catalogue
	{ name: 'tiny', priority: 7, test: /src\/lib\/content\/tiny-activities\.ts/ },
	{ name: 'catalogue', priority: 6, test: /src\/lib\/content\/activities\.ts/ },
	// chance, for whatever draws one of several: free of dice
	{ name: 'draw', priority: 5, test: /src\/lib\/domain\/draw\.ts/ },
	// what the dice share with their code: taken first, so that a roll brings in nothing of codes
	{ name: 'die', priority: 4, test: /src\/lib\/domain\/(die|shared-die)\.ts/ },
	{
		name: 'handover',
		priority: 2,
		test: /src\/lib\/(app\/sheet-code|codec\/(bytes|sheet-code|dice-code|code-link|code-error|short-code))/
	},
	// what only sheets and codes need stays out of the day's list
	{
		name: 'sheets',
		priority: 3,
		test: /src\/lib\/(app\/words\/(frequency-choices|sheet-words)|content\/sheet-presets)/,
		minShareCount: 2
	},
	// what draws and reads codes: once one is asked for
	{ name: 'codes', priority: 3, test: /src\/lib\/platform\/(qr|deflate|photo|camera)\./, minShareCount: 2 },
	// what storage reads of a sheet, and how one is joined to one's own: free of what draws and reads codes
	{ name: 'joining', priority: 4, test: /src\/lib\/domain\/(join-sheet|prescription|petal|kept-sheet)\./ },
	// questions of the journal and what they are called: all that the page for writing needs of it
	{
		name: 'questions',
		priority: 4,
		test: /src\/lib\/(app\/words\/note-words|content\/(pillars|journal-prompts)|platform\/locks)\./
	},
	// what only the hope journal uses; what storage reads of it stays apart
	{
		name: 'hope',
		priority: 3,
		test: /src\/lib\/(domain\/(journal-search|stitch)|features\/hope\/journal|content\/offered-lines)\./,
		minShareCount: 2
	},
	// what Help reads of my people, once there are some: free of everything else
	{ name: 'people', priority: 9, test: /src\/lib\/domain\/(people|phone|listed|my-plan)\.ts/ },
	// what a reader hears: free of everything else
	{ name: 'live', priority: 8, test: /src\/lib\/ui\/LiveRegion\.svelte/ },
	// fields that keep themselves, for the pages that write
	{
		name: 'writing',
		priority: 3,
		test: /src\/lib\/ui\/(AutoText|kept-text)/,
		minShareCount: 2
	},
	// what only the parts of the plan share stays with them
	{
		name: 'plan',
		priority: 3,
		test: /src\/lib\/(features\/plan\/(paper|PartHead|HelpNow|EntryRows|AutoLines|EntryCard|PaperPart|notes-keeper|person-words|entry-words)|ui\/FoldedRow|app\/keepers\/(list-keeper|record-writer))/,
		minShareCount: 2
	},
	// what only the dice use stays with the dice, however many pages they have
	{
		name: 'app',
		test: /src\/lib\/(?!domain\/(balance|die|done|draw|fit|idea|kept-dice|season|step-from-idea|note|photo|kept-lines|shared-die)\.|platform\/motion\.|ui\/(FromSheet|FrequencyField|Dialog|CodeDialog|CodePicture|RegionSelect|ChoiceGroup)\.)(app|codec|domain|paper|platform|ui)\//,
		minShareCount: 3
	},
	// the texts that the first page needs come in one file
	{ name: 'words-en', priority: 10, test: /messages\/en\/(shell|today|habits)\.json/ },
	{ name: 'words-fr', priority: 10, test: /messages\/fr\/(shell|today|habits)\.json/ }
];

/** The one script of the pages that come without the app's: built beside it, at a fixed address. */
function plainPages(): Plugin {
	return {
		name: 'envol:plain-pages',
		apply: 'build',
		configEnvironment: (name) =>
			name === 'client'
				? { build: { rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } } } }
				: undefined,
		buildStart() {
			if (this.environment.name === 'client')
				this.emitFile({ type: 'chunk', id: '/src/plain-pages.ts', fileName: '_app/plain-pages.js' });
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
		// old phones get colours too: the style minifier rewrites light-dark() for browsers that lack it
		cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
		rolldownOptions: { checks: { bundlerTimings: false } }
	},
	// one copy only, in the shape for today's browsers
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	plugins: [
		plainIcons(),
		compiledTexts(),
		pageTable(),
		sveltekit(),
		plainPages(),
		preloadFirst(),
		inlineStyles(pages.filter((page) => page.isStyledInside).flatMap(addressesOf)),
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
				globIgnores: ['sw.js', '_app/version.json', 'screenshots/**', 'open-copy.html'],
				dontCacheBustURLsMatching: /_app\/immutable\//,
				minify: true,
				sourcemap: false,
				target: 'es2022',
				rollupFormat: 'iife',
				manifestTransforms: [
					(entries) => ({
						warnings: [],
						manifest: withIntegrity(
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
