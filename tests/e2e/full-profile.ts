import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildProfile, builtOnce } from '../harness/build.ts';
import type { Lang } from './words.ts';

/**
 * Writes {@link import('../support/full-profile.ts').fullProfile}, a profile with something of everything, into the
 * real database of the page. Ends on the page for unknown addresses, where no app runs.
 */
export async function fill(page: Page, lang: Lang): Promise<void> {
	const folder = await builtOnce('profile', buildProfile);
	await page.goto('/404.html');
	// evaluated like code from the developer tools: the page's policy allows no other script
	await page.evaluate(readFileSync(`${folder}/index.html`, 'utf8'));
	await page.evaluate(
		(given) => (globalThis as unknown as { fillProfile: (lang: string) => Promise<void> }).fillProfile(given),
		lang
	);
}
