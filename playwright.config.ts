import { existsSync } from 'node:fs';
import { defineConfig, devices } from '@playwright/test';
import { argsForShortVisits, findFirefox, findHeadlessShell } from './scripts/browsers.mjs';

if (!existsSync('build/index.html'))
	throw new Error('There is no build/ to test. Run `npm run build` first, or `npm test`, which does it all.');

// a test that needs the browser itself asks for it: `device`, in tests/e2e/fixtures.ts
const chromium = findHeadlessShell();
if (!chromium) throw new Error('Chromium was not found. Install it, or set CHROMIUM_PATH.');
const firefox = findFirefox();
// once, not in each worker
if (!firefox && process.env.TEST_WORKER_INDEX === undefined)
	console.log('Firefox was not found: its smoke run is left out.');

export default defineConfig({
	testDir: 'tests/e2e',
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	// a browser test mostly waits: three keep two cores busy
	workers: 3,
	// what passes takes no longer for that; a slow computer with other work needs it now and then
	timeout: 180_000,
	// what passes on the second try has failed all the same (scripts/reports.mjs): it tells what wavers from what is broken
	retries: 1,
	expect: { timeout: 20_000 },
	reporter: [['list']],
	use: {
		trace: 'off',
		timezoneId: 'America/Toronto',
		locale: 'en-CA',
		// most tests need no offline copy; those that do ask for it
		serviceWorkers: 'block'
	},
	projects: [
		{
			name: 'chromium',
			testIgnore: /firefox\.spec\.ts$/,
			use: {
				...devices['Desktop Chrome'],
				launchOptions: { executablePath: chromium, args: argsForShortVisits }
			}
		},
		...(firefox
			? [
					{
						name: 'firefox',
						testMatch: /firefox\.spec\.ts$/,
						use: {
							...devices['Desktop Firefox'],
							userAgent: undefined,
							channel: 'moz-firefox',
							launchOptions: { executablePath: firefox }
						}
					}
				]
			: [])
	]
});
