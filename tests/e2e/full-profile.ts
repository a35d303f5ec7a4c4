import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildProfile, builtOnce } from '../harness/build.ts';
import type { Lang } from './words.ts';

/**
 * A person with something of everything: what {@link import('../support/full-profile.ts').fullProfile} says, written
 * into the real database of the page. Leaves the page on the page for unknown addresses, where no app runs.
 */
export async function fill(page: Page, lang: Lang): Promise<void> {
	const folder = await builtOnce('profile', buildProfile);
	await page.goto('/404.html');
	// as the browser's own tools would: the policy of the page lets no other script in
	await page.evaluate(readFileSync(`${folder}/index.html`, 'utf8'));
	await page.evaluate(
		(given) => (globalThis as unknown as { fillProfile: (lang: string) => Promise<void> }).fillProfile(given),
		lang
	);
}
