import { allPages } from '../../src/pages.js';
import { expect, testOffline as test } from './fixtures.ts';
import { awake, beginWith, status, steps, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';
import { kept } from './worker.ts';

for (const first of ['/', '/en/today/', '/fr/help/'])
	test(`after one visit to ${first}, every page opens with no network`, async ({ page, server }) => {
		test.setTimeout(90_000);
		await visit(page, first);
		await kept(page);
		await server.stop();

		// the door of the hard day, which keeps a person there, comes last
		for (const address of [...allPages.filter((each) => each !== '/hard-day/'), '/hard-day/']) {
			await page.goto(address);
			const lang = /^\/(en|fr)\//.exec(page.url().replace(server.url, ''))?.[1] ?? 'en';
			await expect(page.locator('html'), address).toHaveAttribute('lang', `${lang}-CA`);
			await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible();
			await awake(page);
			await expect(page.locator('a[href="tel:988"]').first(), address).toBeVisible();
		}
		for (const address of ['/en/nowhere/', '/fr/nulle-part', '/de/', '/x?y=1#z']) {
			await page.goto(address);
			for (const href of ['tel:911', 'tel:988', 'sms:988'])
				await expect(page.locator(`a[href="${href}"]`).first(), address).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Cette page n’est pas ici' })).toBeVisible();
		}
		await page.goto('/fr/settings?a=1');
		await expect(page).toHaveURL('/fr/settings/?a=1');
		await awake(page);
	});

for (const lang of langs)
	test(`with no network a person ticks, and finds it again, ${lang}`, async ({ page, server }) => {
		const say = wordsOf(lang);
		await beginWith(page, lang, 'first-steps');
		await kept(page);
		await server.stop();
		await page.reload();
		await steps(page).nth(1).check();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		await page.reload();
		await expect(steps(page).nth(1)).toBeChecked();
		// and through every link on the way to choosing
		await page.getByRole('link', { name: say('today.links.change') }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('prescription.title'));
		await page
			.getByRole('complementary')
			.getByRole('link', { name: say('shell.banner.all') })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.heading'));
	});

test('the first visit says, once, that Envol now works offline', async ({ page }) => {
	await visit(page, '/en/today/');
	await expect(status(page, 'en')).toContainText(wordsOf('en')('shell.offline.text'), { timeout: 15_000 });
	await page.reload();
	await awake(page);
	await expect(status(page, 'en')).toBeEmpty();
});
