import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, openEveryFold } from './fixtures.ts';
import { misfitsOnEachScreen } from './misfits.ts';

export const looks = ['light', 'dark', 'contrast'] as const;
export type Look = (typeof looks)[number];

/** Set before any page loads: light theme, reduced motion. */
export function calmLight(): void {
	try {
		const given = { look: 'light', textSize: 100, motion: 'reduced' };
		localStorage.setItem('envol.preferences', JSON.stringify(given));
	} catch {
		// a frame of the checker itself
	}
}

/** Switches the theme of an open page by its attribute alone. */
export async function wear(page: Page, look: Look): Promise<void> {
	await page.evaluate((name) => (document.documentElement.dataset.look = name), look);
}

/** Opens a page without data, on a small phone, with every folded section open. */
async function open(page: Page, address: string): Promise<void> {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(address);
	if (address !== '/404.html') await expect(page.locator('html[data-ready]')).toBeAttached();
	await openEveryFold(page);
}

/** Visits a page without data once: all rules in light, and colours again where another look is given. */
export async function barriersOfPage(page: Page, address: string, other?: Look): Promise<string[]> {
	await open(page, address);
	const found = await barriers(page, address);
	if (other) {
		await wear(page, other);
		found.push(...(await barriers(page, `${address} ${other}`, { onlyColours: true })));
		await wear(page, 'light');
	}
	return found;
}

/** Visits a page without data once: all rules in light, colours again in the other looks, then each screen. */
export async function troublesOfPage(page: Page, address: string): Promise<string[]> {
	await open(page, address);
	const found = await barriers(page, address);
	for (const look of looks.filter((each) => each !== 'light')) {
		await wear(page, look);
		found.push(...(await barriers(page, `${address} ${look}`, { onlyColours: true })));
	}
	await wear(page, 'light');
	found.push(...(await misfitsOnEachScreen(page, address)));
	return found;
}
