import { expect, test } from './fixtures.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { say } from './words.ts';

test('the day’s first step gives a feather that stays, seen from my plan', async ({ page }) => {
	await visit(page, '/fr/back/');
	await expect(page.getByText(say('fr', 'back.nothing'))).toBeVisible();
	await beginWith(page, 'fr', 'first-steps');
	await steps(page).first().check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'today.status.done'));
	await visit(page, '/fr/plan/');
	await page.getByRole('link', { name: say('fr', 'plan.back') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'back.title'));
	await expect(page.getByText(say('fr', 'back.days', { days: 1 }))).toBeVisible();
	await expect(page.locator('figure svg g')).toHaveCount(1);
	await expect(page.locator('figcaption')).toContainText('1 plume');
	await page.getByRole('radio', { name: say('fr', 'back.spans.year') }).check();
	const year = new Date().getFullYear();
	await expect(page.getByText(`1er janvier ${year}`)).toBeVisible();
	await expect(page.getByRole('region', { name: say('fr', 'back.steps.title') })).toContainText('1 fois');
});
