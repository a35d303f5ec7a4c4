import { expect, testOffline as test } from './fixtures.ts';
import { awake, beginWith, status, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';
import { kept } from './worker.ts';

for (const lang of only('fr'))
	test(`in Firefox a person ticks, reloads, loses the network, and finds it all again, ${lang}`, async ({
		page,
		server
	}) => {
		// three browsers at once on two cores: the copy takes its time
		const say = wordsOf(lang);
		await beginWith(page, lang, 'first-steps');
		await steps(page).nth(1).check();
		await expect(status(page, lang)).toContainText(say('today.status.done'));
		await page.reload();
		await awake(page);
		await expect(steps(page).nth(1)).toBeChecked();
		await kept(page);
		await server.stop();
		await visit(page, `/${lang}/today/`);
		await expect(steps(page).nth(1)).toBeChecked();
		await page.goto(`/${lang}/help/`);
		for (const href of ['tel:911', 'tel:988', 'sms:988'])
			await expect(page.locator(`a[href="${href}"]`).first()).toBeVisible();
	});

for (const lang of only('en'))
	test(`in Firefox a clinician writes a sheet and shows its code, ${lang}`, async ({ page }) => {
		const say = wordsOf(lang);
		await visit(page, `/${lang}/prescribe/`);
		await page.getByRole('button', { name: say('prescribe.start.first-steps'), exact: true }).click();
		await expect(page.locator('main ol > li')).toHaveCount(5);
		await expect(page.getByText(say('prescribe.out.fits'))).toBeVisible();
		await page.getByRole('button', { name: say('prescribe.out.code') }).click();
		await expect(
			page.getByRole('dialog').getByLabel(say('sheet-tools.code.link'), { exact: true })
		).toHaveValue(new RegExp(`/${lang}/receive/#1`));
	});
