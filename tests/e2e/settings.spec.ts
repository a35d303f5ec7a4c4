import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { awake, beginWith, status, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';

/** What a person sees of their choices, on any page. */
async function looksOf(page: Page) {
	return page.evaluate(() => {
		const { backgroundColor } = getComputedStyle(document.body);
		const background =
			backgroundColor === 'rgba(0, 0, 0, 0)'
				? getComputedStyle(document.documentElement).backgroundColor
				: backgroundColor;
		return { background, text: parseFloat(getComputedStyle(document.querySelector('main p')!).fontSize) };
	});
}

for (const lang of only('en')) {
	const say = wordsOf(lang);

	test.describe(`settings, ${lang}`, () => {
		test('look, text size, motion and place are kept over a reload and on every page', async ({ page }) => {
			await visit(page, `/${lang}/settings/`);
			const before = await looksOf(page);
			const chosen = [say('settings.look.dark'), say('settings.text.150'), say('settings.motion.reduced')];
			for (const name of chosen) {
				await page.getByRole('radio', { name, exact: true }).check();
				await expect(status(page, lang)).toContainText(say('shell.status.saved'));
			}
			await page.getByLabel(say('settings.place.label')).selectOption('CA-QC');
			const after = await looksOf(page);
			expect(after.background).not.toBe(before.background);
			expect(after.text).toBeGreaterThan(before.text * 1.4);
			await page.reload();
			await awake(page);
			for (const name of chosen) await expect(page.getByRole('radio', { name, exact: true })).toBeChecked();
			await expect(page.getByLabel(say('settings.place.label'))).toHaveValue('CA-QC');
			expect(await looksOf(page)).toEqual(after);
			await visit(page, `/${lang}/about/`);
			expect((await looksOf(page)).background).toBe(after.background);
			await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced');
		});

		test('another open tab follows what was chosen', async ({ page, context }) => {
			await visit(page, `/${lang}/settings/`);
			const other = await context.newPage();
			await visit(other, `/${lang}/today/`);
			const before = await looksOf(other);
			await page.getByRole('radio', { name: say('settings.look.dark'), exact: true }).check();
			await page.getByLabel(say('settings.place.label')).selectOption('CA-QC');
			await expect.poll(async () => (await looksOf(other)).background).not.toBe(before.background);
			await expect(other.locator('aside a[href="tel:+18662773553"]:visible')).toHaveCount(1);
		});

		test('the choices come back even when the quick copy of them is lost', async ({ page }) => {
			await visit(page, `/${lang}/settings/`);
			await page.getByRole('radio', { name: say('settings.text.200'), exact: true }).check();
			await expect(status(page, lang)).toContainText(say('shell.status.saved'));
			await page.evaluate(() => localStorage.clear());
			await visit(page, `/${lang}/today/`);
			await expect(page.locator('html')).toHaveAttribute('data-text', '200');
		});

		test('the other language is one tap away and is remembered', async ({ page }) => {
			const other = lang === 'en' ? 'fr' : 'en';
			await visit(page, `/${lang}/settings/`);
			const there = page.getByRole('link', { name: other === 'en' ? 'English' : 'Français', exact: true });
			await expect(there).toHaveAttribute('lang', other === 'en' ? 'en-CA' : 'fr-CA');
			await there.focus();
			await there.press('ArrowDown');
			await expect(page).toHaveURL(`/${lang}/settings/`);
			await there.press('Enter');
			await expect(page).toHaveURL(`/${other}/settings/`);
			// said on the new page, in its language; the keyboard is where it was
			await expect(status(page, other)).toHaveText(wordsOf(other)('shell.status.saved'));
			await expect(there).toBeFocused();
			await expect(there).toHaveAttribute('aria-current', 'true');
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(wordsOf(other)('settings.title'));
			await expect(page.locator('html')).toHaveAttribute('lang', other === 'en' ? 'en-CA' : 'fr-CA');
			await page.goto('/');
			await expect(page).toHaveURL(`/${other}/today/`);
			await awake(page);
		});

		test('the count of requests that left is 0', async ({ page }) => {
			await visit(page, `/${lang}/privacy/`);
			await expect(page.locator('output')).toHaveText('0');
			// somewhere else and back: still none
			await page.getByRole('link', { name: say('shell.back'), exact: true }).click();
			await page.getByRole('link', { name: say('plan.privacy') }).click();
			await expect(page.locator('output')).toHaveText('0');
		});

		test('erasing asks once, then leaves nothing', async ({ page, tolerate }) => {
			// the page before may still be letting go of the database
			tolerate(/Dexie\.delete\('envol'\) was blocked/);
			await beginWith(page, lang, 'first-steps');
			await steps(page).first().check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			await visit(page, `/${lang}/settings/`);
			await page.getByRole('button', { name: say('settings.erase.ask') }).click();
			await page.getByRole('button', { name: say('settings.erase.no') }).click();
			await visit(page, `/${lang}/today/`);
			await expect(steps(page).first()).toBeChecked();
			await visit(page, `/${lang}/settings/`);
			await page.getByRole('button', { name: say('settings.erase.ask') }).click();
			await page.getByRole('button', { name: say('settings.erase.yes') }).click();
			await expect(page).toHaveURL('/erase/');
			await expect(page.getByRole('heading', { name: 'Everything is gone from this device' })).toBeVisible();
			await expect(page.getByRole('heading', { name: 'Tout est effacé de cet appareil' })).toBeVisible();
			await expect(page.getByText('Nothing was erased here')).toBeHidden();
			expect(
				await page.evaluate(async () => [
					await caches.keys(),
					(await navigator.serviceWorker.getRegistrations()).length,
					sessionStorage.length
				])
			).toEqual([[], 0, 0]);
			expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
			expect(await page.evaluate(() => localStorage.length)).toBe(0);
			const files = () =>
				page.evaluate(async () => {
					const names: string[] = [];
					for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
					return names;
				});
			expect(await files()).toEqual([]);
			await visit(page, `/${lang}/today/`);
			await expect(page.getByRole('heading', { name: say('today.empty.title') })).toBeVisible();
			await expect(page.getByText(say('shell.lost.missing'))).toBeHidden();
		});
	});
}
