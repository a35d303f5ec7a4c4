import { defineConfig } from '@playwright/test';
import everyDay from './playwright.config.ts';

/** The longer runs, `npm run test:endurance`: the same browser and the same rules, hundreds of times over. */
export default defineConfig({
	...everyDay,
	testDir: 'tests/endurance',
	timeout: 20 * 60_000,
	retries: 0
});
