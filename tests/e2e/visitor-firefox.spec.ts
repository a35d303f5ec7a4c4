import { expect, test } from './fixtures.ts';
import { goThroughVisit, sentence } from './visitor-walk.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

test('in Firefox a visitor session works, and leaves no table, key or cache behind', async ({ page }) => {
	await goThroughVisit(page, 'fr');
	await page.getByRole('button', { name: say('visitor.end') }).click();
	await expect(page.getByText('This session is over')).toBeVisible();
	await page.goBack();
	await expect(page.getByText(sentence)).toHaveCount(0);
	await expect(page.getByText('This session is over')).toBeVisible();
	// a page that keeps nothing itself, and closes no door
	await page.goto('/404.html');
	expect(
		await page.evaluate(async () => [
			(await indexedDB.databases()).length,
			Object.keys(localStorage),
			(await caches.keys()).length,
			(await navigator.serviceWorker.getRegistrations()).length
		])
	).toEqual([0, [], 0, 0]);
});
