import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect } from './fixtures.ts';
import { misfitsOnEachScreen, openAll } from './misfits.ts';

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

/** Before any page of its own: light, and nothing moves. */
export function calmLight(): void {
	try {
		const given = { look: 'light', textSize: 100, motion: 'reduced' };
		localStorage.setItem('envol.preferences', JSON.stringify(given));
	} catch {
		// a frame of the checker's own
	}
}

/** As the page would stand with another look: nothing but this attribute of it changes. */
export async function wear(page: Page, look: Look): Promise<void> {
	await page.evaluate((name) => (document.documentElement.dataset.look = name), look);
}

/** One visit to a page as it comes: all rules in light, colours again in the other looks, then each screen. */
export async function troublesOfPage(
	page: Page,
	address: string,
	otherLooks: readonly Look[]
): Promise<string[]> {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(address);
	if (address !== '/404.html') await expect(page.locator('html[data-ready]')).toBeAttached();
	await openAll(page);
	const found = await barriers(page, address);
	for (const look of otherLooks) {
		await wear(page, look);
		found.push(...(await barriers(page, `${address} ${look}`, { onlyColours: true })));
	}
	if (otherLooks.length > 0) await wear(page, 'light');
	found.push(...(await misfitsOnEachScreen(page, address)));
	return found;
}
