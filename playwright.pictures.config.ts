import { defineConfig } from '@playwright/test';
import everyDay from './playwright.config.ts';

/** Pictures of every screen, to be looked at: npm run pictures:review, after a build. */
export default defineConfig({ ...everyDay, testDir: 'tests/pictures', retries: 0, workers: 2 });
