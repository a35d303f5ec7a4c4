import { allPages } from '../../src/pages.js';
import { expect, test } from '../e2e/fixtures.ts';

test('S8: quick hide blanks every page at once, and no way back shows anything of ours', async ({ page }) => {
	test.setTimeout(900_000);
	await page.addInitScript(() => {
		localStorage['envol.preferences'] ??=
			'{"look":"system","textSize":100,"motion":"system","hidesQuickly":true}';
	});
	for (const address of [...allPages, '/404.html', '/erase/']) {
		await page.goto(address);
		// where the person ends up: a door may lead on
		await expect(page.locator('button.quick-hide'), address).toBeVisible();
		const seen = await page.evaluate(() => {
			for (let press = 0; press < 3; press += 1)
				document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
			return [getComputedStyle(document.documentElement).display, document.title];
		});
		expect(seen, address).toEqual(['none', '']);
		await expect(page).toHaveURL('/numbers/');
		await page.goto('/en/plan/');
		await expect(page).toHaveURL('/numbers/');
		await page.goBack();
		await expect(page).toHaveURL('/numbers/');
		await page.evaluate(() => sessionStorage.clear());
	}
});
