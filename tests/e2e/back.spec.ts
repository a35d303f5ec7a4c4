import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { say } from './words.ts';

test('the day’s first step gives a feather that stays, seen from my plan', async ({ page }) => {
	await visit(page, '/fr/back/');
	await expect(page.getByText(say('fr', 'back.nothing'))).toBeVisible();
	await beginWith(page, 'fr', 'first-steps');
	await steps(page).first().check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'today.status.done'));
	await page
		.getByRole('main')
		.getByRole('link', { name: say('fr', 'today.links.back') })
		.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('fr', 'back.title'));
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

test('habits, where life happened, and five dots only for who wants them', async ({ page, tolerate }) => {
	// of the test's own reading
	tolerate(/willReadFrequently/);
	await fill(page, 'fr');
	await page.setViewportSize({ width: 360, height: 740 });
	await visit(page, '/fr/back/');
	const habits = page.getByRole('region', { name: say('fr', 'back-more.habits') });
	await expect(habits.getByRole('listitem').first()).toContainText('fois');
	const where = page.getByRole('region', { name: say('fr', 'back-more.where.title') });
	await expect(where.locator('svg').first()).toBeVisible();
	const asked = where.getByText(say('fr', 'back-more.near.ask'));
	await expect(asked).toBeVisible();
	const hope = where.getByRole('group', { name: say('fr', 'back-more.where.hope') });
	await hope.getByRole('radio', { name: say('fr', 'back-more.near.dot', { dot: 3 }) }).check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'shell.status.changed'));
	await page.reload();
	await expect(hope.getByRole('radio').nth(2)).toBeChecked();
	await where.getByRole('checkbox').uncheck();
	await expect(asked).toHaveCount(0);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

	// pictures come on a tap alone, each with its table, in the light and in the dark
	await where.getByText(say('fr', 'back-more.pictures.show')).click();
	const pictures = where.getByRole('figure');
	await expect(pictures).toHaveCount(3);
	const inks = async () =>
		where.locator('canvas').evaluateAll((all) =>
			all.map((each) => {
				const canvas = each as HTMLCanvasElement;
				const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
				return data.reduce((sum, value) => sum + value, 0);
			})
		);
	await expect.poll(async () => (await inks()).every((sum) => sum > 0)).toBe(true);
	const light = await inks();
	await page.evaluate(() => (document.documentElement.dataset.look = 'dark'));
	await expect.poll(async () => (await inks()).every((sum, at) => sum !== light[at])).toBe(true);
	// another window is drawn into the picture that is there; the two that do not depend on it stay as they are
	const dark = await inks();
	const words = await pictures.first().textContent();
	await page.getByRole('radio', { name: say('fr', 'back.spans.year') }).check();
	await expect(pictures.first()).not.toHaveText(words ?? '');
	await expect
		.poll(async () => (await inks()).map((sum, at) => sum !== dark[at]))
		.toEqual([true, false, false]);
	for (const figure of await pictures.all()) {
		await expect(figure.getByRole('img')).toHaveAccessibleName(/./);
		await expect(figure.getByRole('table')).toBeVisible();
	}
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	expect(await barriers(page, 'pictures')).toEqual([]);

	// what an earlier part of the time says is there once it is opened
	await page.getByRole('radio', { name: say('fr', 'back.spans.weeks4') }).check();
	const stretch = page.locator('section[aria-labelledby="forms"] details').nth(1);
	await expect(stretch.locator('p')).toHaveCount(0);
	await stretch.locator('summary').click();
	await expect(stretch.getByText(/Quelque chose pendant/)).toBeVisible();
});
