import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { awake, beginWith, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');
const small = { width: 320, height: 568 };
const words = 'A sentence for nobody else';

/** Shift three times, as the page hears it; what can be seen right after, before anything else ran. */
const threeShifts = (page: Page) =>
	page.evaluate(() => {
		for (let press = 0; press < 3; press += 1)
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
		return [getComputedStyle(document.documentElement).display, document.title];
	});

const onPlainPage = async (page: Page) => {
	await expect(page).toHaveURL('/numbers/');
	await expect(page).toHaveTitle('Useful numbers · Numéros utiles');
	await expect(page.getByText('Envol')).toHaveCount(0);
	for (const href of ['tel:911', 'tel:988', 'sms:988'])
		await expect(page.locator(`a[href="${href}"]`)).toBeInViewport();
};

test('S8: quick hide is off until it is chosen, and then blanks any page at once; Back shows nothing of ours', async ({
	page
}) => {
	await page.setViewportSize(small);
	await beginWith(page, 'en', 'first-steps');
	expect(await threeShifts(page)).toEqual(['block', `${say('today.title')} · Envol`]);
	await visit(page, '/en/settings/');
	await page.getByLabel(say('settings.seen.hide')).check();
	const button = page.getByRole('button', { name: 'Hide', exact: true });
	await expect(button).toBeInViewport();
	await button.click();
	await onPlainPage(page);
	expect(await barriers(page, 'the plain page', { width: 320 })).toEqual([]);
	await page.setViewportSize(small);
	// every way back in this tab leads to the plain page
	for (let back = 0; back < 2; back += 1) {
		await page.goBack();
		await onPlainPage(page);
	}
	// and by its last link to the person's own
	await page.getByRole('link', { name: 'Home' }).click();
	await expect(page).toHaveURL('/en/today/');
	for (const address of [
		'/',
		'/en/hope/write/',
		'/fr/help/',
		'/en/hard-day/',
		'/404.html',
		'/en/prescribe/',
		'/fr/learn/'
	]) {
		await page.goto(address);
		await expect(page.locator('button.quick-hide')).toHaveText(address.startsWith('/fr') ? 'Cacher' : 'Hide');
		if (address === '/en/hope/write/') {
			await awake(page);
			await page.getByRole('main').getByRole('textbox').first().fill(words);
		}
		expect(await threeShifts(page), address).toEqual(['none', '']);
		await onPlainPage(page);
		await threeShifts(page);
		await expect(page).not.toHaveURL('/numbers/');
	}
	// nothing that was typed is lost
	await visit(page, '/en/hope/');
	await expect(page.getByText(words).first()).toBeVisible();
});

test('a plain name and icon: the tab, the manifest, on app pages and on plain ones', async ({ page }) => {
	await visit(page, '/en/settings/');
	await page.getByLabel(say('settings.seen.plain')).check();
	await expect(page).toHaveTitle('Notes');
	for (const address of ['/en/plan/', '/en/help/', '/']) {
		await page.goto(address);
		await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', '/plain.webmanifest');
		await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /\/plain\.svg$/);
		await expect(page).toHaveTitle('Notes');
	}
	await visit(page, '/en/plan/');
	await page
		.getByRole('navigation')
		.getByRole('link', { name: say('shell.nav.hope') })
		.click();
	await expect(page).toHaveURL('/en/hope/');
	await expect(page).toHaveTitle('Notes');
	const manifest = await page.evaluate(
		async () =>
			(await fetch('/plain.webmanifest')).json() as Promise<{ name: string; icons: { src: string }[] }>
	);
	expect(manifest.name).toBe('Notes');
	for (const { src } of manifest.icons) expect((await page.request.get(src)).ok(), src).toBe(true);
});
