import { expect, inBoth, onlyIn, test } from './fixtures.ts';
import { awake, status, steps, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

const languageNames = { en: 'English', fr: 'Français' } as const;
const locales = { en: 'en-CA', fr: 'fr-CA' } as const;

for (const lang of langs) {
	const say = wordsOf(lang);

	test.describe(`arriving, ${lang}`, () => {
		const test = onlyIn('fr', lang);
		inBoth('the door speaks both languages and leads to the welcome', async ({ page }) => {
			await visit(page, '/');
			const help = page.getByRole('complementary');
			await expect(help.locator('a[href="tel:911"]')).toBeVisible();
			await expect(help.locator('a[href="tel:988"]')).toBeVisible();
			await expect(help.locator('a[href="sms:988"]')).toBeVisible();
			for (const name of Object.values(languageNames))
				await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
			await page.getByRole('link', { name: languageNames[lang], exact: true }).click();
			await expect(page).toHaveURL(`/${lang}/`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('welcome.what.title'));
			await expect(page.locator('html')).toHaveAttribute('lang', locales[lang]);
		});

		inBoth('three short screens lead to the first steps, with help on each', async ({ page }) => {
			await visit(page, `/${lang}/`);
			const help = page.getByRole('complementary', { name: say('shell.banner.label') });
			for (const screen of ['what', 'place', 'start'] as const) {
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(`welcome.${screen}.title`));
				await expect(help.locator('a[href="tel:911"]:visible')).toHaveCount(1);
				await expect(help.locator('a[href="tel:988"]:visible')).toHaveCount(1);
				await expect(page.getByRole('link', { name: say('welcome.skip') })).toBeVisible();
				if (screen !== 'start') await page.getByRole('link', { name: say('welcome.next') }).click();
			}
			await page.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(steps(page)).toHaveCount(5);
			await expect(status(page, lang)).toContainText(say('shell.status.started'));
		});

		test('each of the three screens can be skipped', async ({ page }) => {
			for (const path of ['', 'welcome/place/', 'welcome/start/']) {
				await visit(page, `/${lang}/${path}`);
				await page.getByRole('link', { name: say('welcome.skip') }).click();
				await expect(page).toHaveURL(`/${lang}/today/`);
				await expect(page.getByRole('heading', { name: say('today.empty.title') })).toBeVisible();
			}
		});

		test('the next visit goes straight to Today, in the same language', async ({ page }) => {
			await visit(page, '/');
			await page.getByRole('link', { name: languageNames[lang], exact: true }).click();
			await expect(page).toHaveURL(`/${lang}/`);
			await awake(page);
			await page.goto('about:blank');
			await page.goto('/');
			await expect(page).toHaveURL(`/${lang}/today/`);
			await awake(page);
		});

		test('the shortcuts of the home screen open in the remembered language', async ({ page }) => {
			await visit(page, `/${lang}/about/`);
			await page.goto('/help/');
			await expect(page).toHaveURL(`/${lang}/help/`);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.heading'));
			await page.goto('/today/');
			await expect(page).toHaveURL(`/${lang}/today/`);
			await awake(page);
		});

		inBoth(
			'someone who lives in Quebec has its lines at the top of every page, at once and after',
			async ({ page }) => {
				await visit(page, `/${lang}/welcome/place/`);
				const help = page.getByRole('complementary', { name: say('shell.banner.label') });
				const numbers = help.locator('li a:visible');
				await expect(numbers).toHaveText([/9-1-1/, /9-8-8/, /9-8-8/]);
				await page.getByLabel(say('welcome.place.label')).selectOption('CA-QC');
				await expect(numbers).toHaveText([/9-1-1/, /1\s866 APPELLE/, /535353/, /9-8-8/]);
				for (const path of ['today/', 'help/', 'plan/']) {
					await visit(page, `/${lang}/${path}`);
					await expect(numbers.nth(1)).toHaveAttribute('href', 'tel:+18662773553');
					await expect(numbers.nth(2)).toHaveAttribute('href', 'sms:535353');
				}
			}
		);

		// what each of the starts holds is held by a unit test
		test('a start fills the plan with its steps', async ({ page }) => {
			await visit(page, `/${lang}/welcome/start/`);
			await page.getByRole('button', { name: say('prescription.starts.sleep') }).click();
			await expect(page).toHaveURL(`/${lang}/today/`);
			await expect(steps(page).first()).toBeVisible();
			await visit(page, `/${lang}/plan/`);
			await page.getByText(say('plan.seeSteps')).click();
			const chosen = page.getByRole('region', { name: say('plan.steps') }).getByRole('listitem');
			await expect(chosen).toHaveCount(6);
		});

		test('a blank start leads to choosing', async ({ page }) => {
			await visit(page, `/${lang}/welcome/start/`);
			await page.getByRole('button', { name: say('prescription.starts.blank') }).click();
			await expect(page).toHaveURL(`/${lang}/prescription/`);
			await expect(page.getByLabel(say('prescription.own.label'))).toBeVisible();
		});
	});
}

test('whoever asks to choose again at the door is not sent on', async ({ page }) => {
	await visit(page, '/fr/today/');
	await page.goto('/#choose');
	await expect(page.getByRole('link', { name: 'English', exact: true })).toBeVisible();
	await expect(page).toHaveURL('/#choose');
});

test('an unknown language is a page that is not here, with help', async ({ page, tolerate }) => {
	tolerate(/status of 404/);
	const answer = await page.goto('/de/today/');
	expect(answer?.status()).toBe(404);
	await expect(page.locator('a[href="tel:988"]').first()).toBeVisible();
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	for (const lang of langs) {
		const say = wordsOf(lang);
		test(`a person can arrive, read on and reach help, ${lang}`, async ({ page }) => {
			await page.goto('/');
			await page.getByRole('link', { name: languageNames[lang], exact: true }).click();
			await expect(page).toHaveURL(`/${lang}/`);
			await page.getByRole('link', { name: say('welcome.next') }).click();
			await expect(page.getByRole('link', { name: say('welcome.place.noScript') })).toBeVisible();
			await page.getByRole('link', { name: say('welcome.next') }).click();
			await expect(page.locator('noscript p')).toHaveText(say('welcome.start.noScript'));
			await page.getByRole('link', { name: say('welcome.skip') }).click();
			await expect(page.locator('noscript p')).toHaveText(say('today.noScript'));
			await page
				.getByRole('complementary')
				.getByRole('link', { name: say('shell.banner.all') })
				.click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('help.heading'));
		});
	}
});
