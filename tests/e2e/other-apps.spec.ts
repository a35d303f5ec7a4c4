import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { awake, rowsOf, status, undo, visit } from './person.ts';
import { say } from './words.ts';

test('habits of another app come in once they were seen, and one undo takes them out; what was ticked on paper too', async ({
	page
}) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await visit(page, '/fr/copy/back/');
	await page.getByText(say('fr', 'copies.otherApps')).click();
	const fold = page.locator('details.card').filter({ hasText: say('fr', 'other-apps.choose') });
	const file = fold.locator('input[type="file"]');
	await file.setInputFiles('package.json');
	await expect(fold.locator('p:focus')).toHaveText(say('fr', 'other-apps.unknown'));
	await file.setInputFiles('tests/vectors/other-apps/loop.db');
	await expect(fold.getByRole('heading', { name: say('fr', 'other-apps.preview') })).toBeFocused();
	await expect(fold.getByRole('listitem')).toHaveCount(4);
	await expect(fold.getByRole('listitem').nth(1)).toContainText(say('fr', 'other-apps.days', { days: 20 }));
	expect(await barriers(page, 'other apps')).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	expect(await rowsOf(page, 'steps')).toEqual([]);
	await fold.getByRole('checkbox', { name: 'Smoke' }).uncheck();
	const bring = fold.getByRole('button', { name: say('fr', 'other-apps.bring', { count: 3 }) });
	await bring.click();
	await expect(status(page, 'fr')).toContainText(say('fr', 'shell.status.added'));
	expect(await rowsOf(page, 'steps')).toHaveLength(3);
	await undo(page, 'fr');
	expect([await rowsOf(page, 'steps'), await rowsOf(page, 'days')]).toEqual([[], []]);
	await bring.click();
	await fold.getByRole('link', { name: say('fr', 'other-apps.see') }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'back.title'));
	const steps = page.getByRole('region', { name: say('fr', 'back.steps.title') });
	await expect(steps.getByRole('listitem').filter({ hasText: 'Méditer' })).toContainText('134');

	// and what was ticked by pen, from the page of yesterday
	await visit(page, '/fr/today/yesterday/');
	await page.getByRole('link', { name: say('fr', 'today.links.earlier') }).click();
	await awake(page);
	const week = page.getByRole('group', { name: 'Walk' }).getByRole('checkbox');
	await expect(week).toHaveCount(7);
	await page.getByRole('button', { name: say('fr', 'back-paper.before') }).click();
	await expect(week.first()).toBeEnabled();
	await week.nth(2).check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'shell.status.added'));
	await expect(steps.getByRole('listitem').filter({ hasText: 'Walk' })).toContainText('21');
	expect(await barriers(page, 'paper ticks')).toEqual([]);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	await page.reload();
	await page.locator('#paper[open]').waitFor();
	await page.getByRole('button', { name: say('fr', 'back-paper.before') }).click();
	// what is there stays: it is no choice any more
	await expect(week.nth(2)).toBeChecked();
	await expect(week.nth(2)).toBeDisabled();
});
