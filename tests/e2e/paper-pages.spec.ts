import { expect, test } from './fixtures.ts';
import { troublesOnPages } from './paper-pages.ts';

test('all ideas, Help and forms for a pen print with every word whole in its place', async ({ page }) => {
	expect(await troublesOnPages(page)).toEqual([]);
});
