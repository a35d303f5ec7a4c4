import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** The numbers that stand on every page. */
const numbersOfEveryPage = ['tel:911', 'tel:988', 'sms:988'] as const;

/** Each number can be seen whole and tapped, without scrolling, within the time given. */
export async function expectHelpInView(page: Page, about: string, timeout = 1000): Promise<void> {
	for (const href of numbersOfEveryPage) {
		const link = page.locator(`a[href="${href}"]:visible`).first();
		await expect(link, `${about} ${href}`).toBeInViewport({ ratio: 1, timeout });
	}
}

/**
 * Goes to an address and looks for the numbers, for one second. A computer busy with other work may need another try;
 * a page that keeps help waiting fails every one.
 */
export async function expectHelpAtOnce(page: Page, address: string): Promise<void> {
	await expect(async () => {
		await page.goto(address, { waitUntil: 'commit' });
		await expectHelpInView(page, address);
	}).toPass({ timeout: 8000 });
}
