import { svelteTesting } from '@testing-library/svelte/vite';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	plugins: [sveltekit(), svelteTesting()],
	test: {
		expect: { requireAssertions: true },
		projects: [
			{
				extends: true,
				test: {
					name: 'plain',
					include: ['tests/unit/{domain,content,messages,scripts}/**/*.test.ts'],
					environment: 'node'
				}
			},
			{
				extends: true,
				test: {
					name: 'browser-like',
					include: ['tests/unit/{storage,features,app,i18n,platform}/**/*.test.ts'],
					environment: 'jsdom',
					setupFiles: ['tests/unit/setup.ts']
				}
			}
		]
	}
});
