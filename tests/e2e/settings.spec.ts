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

		test('the person’s own night, a question in words and a light vibration are theirs to choose', async ({
			page
		}) => {
			await page.clock.install({ time: new Date('2026-11-25T21:00:00-05:00') });
			await page.addInitScript(() => {
				const told: number[] = [];
				Object.assign(window, { told });
				navigator.vibrate = (ms) => Boolean(told.push(ms as number));
			});
			const told = () => page.evaluate(() => (window as unknown as { told: number[] }).told.length);
			await beginWith(page, lang, 'first-steps');
			await expect(page.locator('#whole .feather')).toHaveCount(0);
			await steps(page).first().check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			expect(await told()).toBe(0);
			// the day has a step: its feather is in the sky
			await expect(page.locator('#whole .feather')).toBeVisible();
			await expect(page.getByRole('group', { name: say('row.how.ask') })).toHaveCount(0);

			await visit(page, `/${lang}/settings/`);
			const day = page.getByRole('region', { name: say('settings.day.title') });
			await day.getByRole('checkbox', { name: say('settings.day.vibrates') }).check();
			await day.getByRole('checkbox', { name: say('settings.day.how') }).check();
			await expect(day.getByLabel(say('settings.day.from'))).toHaveValue('23:00');
			await expect(status(page, lang)).toContainText(say('shell.status.saved'));

			await visit(page, `/${lang}/today/`);
			await steps(page).nth(1).check();
			// a tick on the list that waits in the page is told once the app is awake
			await expect.poll(told).toBe(1);
			const how = page.getByRole('group', { name: say('row.how.ask') });
			await how.getByRole('radio', { name: say('row.how.calm') }).check();
			await expect(status(page, lang)).toContainText(say('row.how.said'));
			await page.reload();
			await awake(page);
			await expect(how.getByRole('radio', { name: say('row.how.calm') })).toBeChecked();
			await how.getByRole('button', { name: say('row.how.clear') }).click();
			await expect(how.getByRole('radio', { checked: true })).toHaveCount(0);

			// nine in the evening is night for who says so
			await visit(page, `/${lang}/settings/`);
			await day.getByLabel(say('settings.day.from')).fill('20:30');
			await day.getByLabel(say('settings.day.from')).blur();
			await expect(status(page, lang)).toContainText(say('shell.status.saved'));
			await visit(page, `/${lang}/today/`);
			const night = page.getByRole('region', { name: say('today.night.title') });
			await expect(night).toBeVisible();
			// the same time twice: never night
			await visit(page, `/${lang}/settings/`);
			await day.getByLabel(say('settings.day.to')).fill('20:30');
			await day.getByLabel(say('settings.day.to')).blur();
			await expect(status(page, lang)).toContainText(say('shell.status.saved'));
			await visit(page, `/${lang}/today/`);
			await expect(steps(page).first()).toBeVisible();
			await expect(night).toBeHidden();
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
