import { svelteTesting } from '@testing-library/svelte/vite';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit()],
	// the Dexie that people get
	resolve: { alias: [{ find: /^dexie$/, replacement: 'dexie/dist/modern/dexie.mjs' }] },
	test: {
		// how long something may take says nothing on a busy machine
		expect: { requireAssertions: true, poll: { timeout: 20_000 } },
		pool: 'threads',
		unstubGlobals: true,
		restoreMocks: true,
		// no time is promised by a unit test: on a busy machine a property tried a hundred times takes its while
		testTimeout: process.env.ENVOL_PROPERTIES === 'fresh' ? 600_000 : 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'plain',
					include: ['tests/unit/{domain,codec,copy,lock,second-store,content,messages,scripts}/**/*.test.ts'],
					environment: 'node',
					setupFiles: ['tests/support/property-runs.ts'],
					isolate: false
				}
			},
			{
				extends: true,
				test: {
					// a real Dexie on a database in memory; no page
					name: 'storage',
					include: ['tests/unit/storage/**/*.test.ts'],
					environment: 'node',
					setupFiles: ['tests/support/property-runs.ts', 'tests/unit/setup.ts']
				}
			},
			{
				extends: true,
				plugins: [svelteTesting()],
				test: {
					name: 'browser-like',
					include: ['tests/unit/{features,app,ui,i18n,platform}/**/*.test.ts'],
					environment: 'jsdom',
					isolate: false,
					setupFiles: ['tests/support/property-runs.ts', 'tests/unit/setup.ts']
				}
			}
		]
	}
});
