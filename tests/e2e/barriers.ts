import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Reports the accessibility barriers that axe finds on a page. */
export async function barriers(
	page: Page,
	about: string,
	{ onlyColours = false, width = 360 } = {}
): Promise<string[]> {
	// the window is higher than the page, even when more content loads late, so that nothing is under the sticky bars
	const height = await page.evaluate(() => document.documentElement.scrollHeight);
	await page.setViewportSize({ width, height: Math.max(6000, height + 400) });
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode()
		.options({
			...(onlyColours
				? {
						runOnly: {
							type: 'rule',
							values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']
						}
					}
				: {
						runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
						rules: { 'color-contrast-enhanced': { enabled: true } }
					}),
			resultTypes: ['violations']
		})
		.analyze();
	const found: string[] = [];
	for (const { id, nodes } of violations)
		for (const { target, html, any } of nodes) {
			// body text needs more contrast than a link or a button
			const isShort =
				id === 'color-contrast-enhanced' &&
				(await page
					.locator(String(target[0]))
					.evaluate((element) => element.closest('a, button, aside') !== null));
			if (!isShort) found.push(`${about} ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
		}
	return found;
}
