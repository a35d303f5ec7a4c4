import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const icons = '@lucide/svelte/icons/';

/**
 * Which way the layers point. For each folder of `src/lib`, and for the routes: what its files may import (a whole
 * name, or a beginning that ends with a slash), of what they may import types only, and what to do instead of
 * anything else. What stands in the same folder is always allowed, as './name'.
 */
export const LAYERS = {
	domain: {
		may: [],
		instead:
			'The domain is pure: it imports only its own files, as ./name. Let clock, chance, storage and words come in as arguments.'
	},
	codec: {
		may: ['$lib/domain/'],
		instead:
			'The codec is pure: bytes in, values out. It imports the domain only; camera, clock and compression come in from src/lib/platform.'
	},
	content: {
		may: ['$lib/domain/', '$lib/codec/'],
		instead:
			'Content is data by id: it imports the domain and the codec only. Words go to messages/, what is true of them to src/lib/domain.'
	},
	'second-store': {
		may: ['$lib/domain/'],
		instead:
			'The journal is the second store: it imports the domain only. What it keeps comes from src/lib/storage, and its worker is started in src/lib/app.'
	},
	lock: {
		may: ['$lib/domain/', '$lib/codec/', '$lib/copy/', '@noble/ciphers/'],
		instead:
			'The lock is pure: keys, records and rows in, sealed ones out, from the domain, the copy (how its words become a key), a cipher and Web Crypto alone. What is stored is read and written in src/lib/storage.'
	},
	storage: {
		may: ['$lib/domain/', '$lib/second-store/', '$lib/lock/', 'dexie', 'fake-indexeddb'],
		instead:
			'Storage imports the domain, the second store, the lock and its databases (dexie, fake-indexeddb) only. Give it what it needs as an argument, from src/lib/app.'
	},
	copy: {
		may: ['$lib/domain/', '$lib/codec/'],
		instead:
			'A copy is a file: how it is sealed, what is in it and how two are merged are pure, from the domain, the codec and Web Crypto alone. Reading and writing what is kept is done in src/lib/app/copies.'
	},
	platform: {
		may: ['$lib/domain/', '$lib/codec/', 'chart.js', 'fflate', 'qr', 'qr/'],
		instead:
			'Platform is a small door to the browser: it imports the domain and the codec only (qr, to draw and read codes, and fflate, to unpack them, besides). Join it to other layers in src/lib/app.'
	},
	i18n: {
		may: ['$lib/domain/', '$messages/', 'svelte-i18n', 'svelte/', '@formatjs/'],
		instead:
			'i18n imports the messages, svelte-i18n and the domain only. Join it to other layers in src/lib/app or in a feature.'
	},
	ui: {
		may: ['$lib/platform/autosave', '$lib/platform/typed-from', 'svelte', 'svelte/', icons],
		mayTypes: ['$lib/domain/'],
		instead:
			'A ui part knows only svelte, icons, the rules of autosave and types of the domain. Give it its words and values by props, from the feature.'
	},
	paper: {
		may: ['$lib/ui/', 'svelte', 'svelte/'],
		mayTypes: ['$lib/domain/'],
		instead:
			'A paper knows only svelte, parts of ui and types of the domain. Give it its words by props, from the feature.'
	},
	app: {
		may: ['$lib/app/', '$lib/domain/', '$lib/codec/', '$lib/copy/', '$lib/content/', '$lib/second-store/', '$lib/storage', '$lib/storage/', '$lib/platform/', '$lib/i18n', '$lib/i18n/', 'svelte', 'svelte/'], // prettier-ignore
		instead:
			'App puts domain, content, storage, copies, platform and i18n together; it never knows a feature, a part of the screen or a route. What is seen goes to src/lib/features or src/lib/ui.'
	},
	'features/*': {
		may: ['$lib/app/', '$lib/domain/', '$lib/codec/', '$lib/content/', '$lib/platform/', '$lib/i18n', '$lib/i18n/', '$lib/ui/', '$lib/paper/', 'svelte', 'svelte/', '$app/', icons], // prettier-ignore
		mayTypes: ['$lib/storage', '$lib/storage/'],
		instead:
			'A feature is an island: never another feature, and only types of storage. What two features share goes to src/lib/app (what it does) or src/lib/ui (what is seen); data is read and written through src/lib/app.'
	},
	routes: {
		may: ['$lib/features/', '$lib/app/', '$lib/i18n', '$lib/i18n/', '$lib/ui/', '$lib/domain/language', 'svelte', 'svelte/', '$app/', '@sveltejs/kit', '$pages', '$page-words', '../styles/'], // prettier-ignore
		instead:
			'A route is thin: it imports features, app, i18n, ui and domain/language only. Move the work into a feature.'
	}
};

/** @param {readonly string[]} names whole names, or beginnings that end with a slash */
const anyOf = (names) =>
	names.map((name) => name.replace(/[.$/]/g, '\\$&') + (name.endsWith('/') ? '' : '$')).join('|');

const sameFolder = '\\.\\/(?!.*\\.\\.)';
/** In a folder of a feature, one step up is the same feature. */
const sameFeature = '\\.\\.?\\/(?!.*\\.\\.)';

/** Any import but these, and what stands near: in the same folder, unless said otherwise. */
const allBut = (/** @type {readonly string[]} */ names, near = sameFolder) =>
	`^(?!${[near, anyOf(names)].filter(Boolean).join('|')})`;

/** A regular expression written inside a selector cannot hold a slash. */
const inSelector = (/** @type {string} */ expression) => expression.replaceAll('\\/', '\\u002F');

/** Clock, chance and the small mirror have one door each, in `src/lib/platform`. */
const doors = {
	globals: [{ name: 'localStorage', message: 'Use src/lib/platform/mirror.ts.' }],
	properties: [
		{ object: 'Date', property: 'now', message: 'Take the instant as an argument, or use now() of src/lib/platform/clock.ts.' }, // prettier-ignore
		{ object: 'Math', property: 'random', message: 'Take chance as an argument, or use src/lib/platform/random.ts.' } // prettier-ignore
	],
	syntax: [
		{
			selector: ':matches(NewExpression, CallExpression)[callee.name="Date"][arguments.length=0]',
			message: 'Take the day as an argument, or use today() of src/lib/platform/clock.ts.'
		}
	]
};

/** What a component shows comes in by its props, and goes out by what it calls: nobody calls into it. */
const components = [
	{
		selector:
			'SvelteScriptElement > ExportNamedDeclaration > :matches(FunctionDeclaration, VariableDeclaration)',
		message: 'Nothing calls into a component: give it state by a prop, or share a small class with it.'
	},
	{
		selector:
			'SvelteElement[kind="component"] > SvelteStartTag > SvelteDirective[kind="Binding"][key.name.name="this"]',
		message: 'Nothing calls into a component: bind a value of it, or share a small class with it.'
	}
];

/** What loads later may not come: without a network, or when an older version was removed from the server. */
const later = [
	{
		selector: 'SvelteAwaitBlock[catch=null]',
		message: 'Load a part with LoadLater of src/lib/ui, which says so where it does not come, or say in {:catch} what is there instead.' // prettier-ignore
	},
	{
		selector:
			'CallExpression[arguments.length=1][callee.property.name="then"][callee.object.type="ImportExpression"]',
		message: 'Say what happens where it does not come: pass a second function to then().'
	}
];

/** What a feature takes one way only. */
const inFeatures = [
	{
		selector: 'TSInterfaceDeclaration[id.name="Props"] TSPropertySignature[key.name="services"]',
		message: 'A component takes the services from their context: useServices().'
	},
	{
		selector:
			'ImportDeclaration[source.value="$lib/app/keeping/live.svelte"] ImportSpecifier[imported.name="live"]',
		message: 'What is kept is followed by followed(), which waits for the storage to open.'
	}
];

const nothingLeaves = 'Nothing leaves the device: Envol makes no request of its own.';
const leaving = {
	globals: ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
		name,
		message: nothingLeaves
	})),
	properties: [{ object: 'navigator', property: 'sendBeacon', message: nothingLeaves }]
};

/** @param {{ globals: object[], properties: object[], syntax?: object[] }} forbidden */
const restricting = ({ globals, properties, syntax = [] }) => ({
	'no-restricted-globals': ['error', { globals, checkGlobalObject: true, globalObjects: ['window', 'self'] }],
	'no-restricted-properties': ['error', ...properties],
	'no-restricted-syntax': syntax.length > 0 ? ['error', ...syntax] : 'off'
});

/** The rules of one layer: its imports, and the doors of the platform, which only the platform may open. */
const ruleOf = (
	/** @type {string} */ folder,
	/** @type {{ may: string[], mayTypes?: string[], instead: string }} */ { may, mayTypes = [], instead },
	near = sameFolder
) => {
	const open = folder === 'platform' ? { globals: [], properties: [], syntax: [] } : doors;
	const patterns = [
		{ regex: allBut([...may, ...mayTypes, '@lucide/svelte'], near), message: instead, caseSensitive: true }
	];
	const typesOnly = { regex: `^(?:${anyOf(mayTypes)})`, message: instead, allowTypeImports: true };
	return {
		name: `envol/layer ${folder}`,
		files: [`src/${folder === 'routes' ? folder : `lib/${folder}`}/**/*.{ts,svelte}`],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{ patterns: mayTypes.length > 0 ? [...patterns, typesOnly] : patterns }
			],
			...restricting({
				globals: [...leaving.globals, ...open.globals],
				properties: [...leaving.properties, ...open.properties],
				syntax: [
					...open.syntax,
					...components,
					...later,
					...(folder.startsWith('features') ? inFeatures : []),
					// the same for what is imported later on
					{ selector: `ImportExpression[source.value=/${inSelector(allBut(may, near))}/]`, message: instead }
				]
			})
		}
	};
};

const layerRules = Object.entries(LAYERS).flatMap(([folder, layer]) =>
	folder === 'features/*'
		? [ruleOf(folder, layer), ruleOf(`${folder}/*`, layer, sameFeature)]
		: [ruleOf(folder, layer)]
);

export default defineConfig([
	globalIgnores(['build/', '.svelte-kit/', 'test-results/', 'node_modules/']),
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	prettier,
	...svelte.configs.prettier,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig } }
	},
	{
		name: 'envol/source',
		files: ['src/**/*.{js,ts,svelte}'],
		ignores: ['src/sw.ts'],
		rules: {
			'no-console': 'error',
			'svelte/no-at-html-tags': 'error',
			'svelte/no-inline-styles': 'error',
			'no-restricted-imports': [
				'error',
				{ paths: [{ name: '@lucide/svelte', message: 'Import one icon, @lucide/svelte/icons/sun: all of them together slow the build eight times.' }] } // prettier-ignore
			],
			...restricting(leaving)
		}
	},
	...layerRules,
	{
		name: 'envol/tests',
		files: ['tests/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: 'MemberExpression[property.name="waitForTimeout"]',
					message:
						'Wait for what the person would see, or use the clock of the page where time is the subject.'
				},
				{
					selector: 'IfStatement > AwaitExpression > CallExpression[callee.property.name="isVisible"]',
					message: 'Expect it, or leave it: what is looked at only when it is there is not looked at.'
				},
				{
					selector: 'Property[key.name="numRuns"] > Literal',
					message:
						'Say runs(100), of tests/support/property-runs.ts, so that the longer run tries ten times as many.'
				}
			]
		}
	}
]);
