import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { addOwn, awake, chosen, rowsOf, status, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';

/** The browser refuses, until it is told to let be. */
async function refuse(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const { open } = IDBFactory.prototype;
		IDBFactory.prototype.open = () => {
			throw new DOMException('not here', 'SecurityError');
		};
		addEventListener('allowed', () => (IDBFactory.prototype.open = open), { once: true });
	});
}
const allow = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('allowed')));

for (const lang of only('en')) {
	const say = wordsOf(lang);
	test.describe('a part of Envol that cannot be had', () => {
		test.use({ serviceWorkers: 'block' });

		test('is told, with help in reach and a way to ask again, and the plan is there once it comes', async ({
			page,
			tolerate
		}) => {
			tolerate(/Failed to load resource/);
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Feed the cat');
			// the code that runs the database, known by what it holds
			const chunks = 'build/_app/immutable/chunks';
			const ofDatabase = readdirSync(chunks).filter(
				(name) => name.endsWith('.js') && readFileSync(`${chunks}/${name}`, 'utf8').includes('DexieError')
			);
			expect(ofDatabase).not.toEqual([]);
			let isGone = true;
			for (const name of ofDatabase)
				await page.route(`**/chunks/${name}`, (route) => (isGone ? route.abort() : route.continue()));
			await page.goto(`/${lang}/prescription/`);
			await awake(page);
			const alert = page.getByRole('alert');
			await expect(alert).toContainText(say('shell.storage.notLoaded'));
			await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
			await alert.getByRole('button', { name: say('shell.storage.again') }).click();
			await expect(alert.getByRole('button', { name: say('shell.storage.reload') })).toBeVisible();
			isGone = false;
			// what was asked for a moment ago may come by itself
			await expect(async () => {
				if ((await alert.count()) > 0)
					await alert
						.getByRole('button', { name: say('shell.storage.again') })
						.press('Enter', { timeout: 2000 });
				await expect(alert).toHaveCount(0, { timeout: 8000 });
			}).toPass({ timeout: 90_000 });
			await expect(chosen(page, lang)).toHaveCount(1);
		});
	});

	test('what was done while the browser kept nothing comes over when it lets be', async ({ page }) => {
		await refuse(page);
		await visit(page, `/${lang}/today/`);
		await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
		await steps(page).first().check();
		await expect(status(page, lang)).toContainText(say('shell.status.notKept'));
		await allow(page);
		await page
			.getByRole('alert')
			.getByRole('button', { name: say('shell.storage.again') })
			.click();
		await expect(page.getByRole('alert')).toHaveCount(0);
		await expect(steps(page).first()).toBeChecked();
		expect(await rowsOf(page, 'days')).toHaveLength(1);
	});
}
