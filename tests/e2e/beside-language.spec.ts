import { troublesBeside } from './beside-language.ts';
import { expect } from './fixtures.ts';
import { test } from './paper-page.ts';

test('a sheet takes a third language beside French or English, from right to left too', async ({ page }) => {
	await page.goto('/');
	expect(await troublesBeside(page)).toEqual([]);
});
