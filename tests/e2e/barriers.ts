import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What stands in the way of a person who cannot see well, cannot use a mouse, or has a screen reader. */
export async function barriers(
	page: Page,
	about: string,
	{ onlyColours = false, width = 360 } = {}
): Promise<string[]> {
	// higher than the page, also when more of it comes late, so that nothing lies under the rows that stay at the top and the bottom
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
			// text that is read for a while asks for more contrast than a link or a button does
			const isShort =
				id === 'color-contrast-enhanced' &&
				(await page
					.locator(String(target[0]))
					.evaluate((element) => element.closest('a, button, aside') !== null));
			if (!isShort) found.push(`${about} ${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`);
		}
	return found;
}
