import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { visit } from './person.ts';
import { say, type Lang } from './words.ts';

/** Every dialog of the app, by the page where a person with something of everything opens it. */
const dialogs: Record<string, { address: string; open: (page: Page, lang: Lang) => Promise<unknown> }> = {
	'erase everything': {
		address: 'settings/',
		open: (page, lang) => page.getByRole('button', { name: say(lang, 'settings.erase.ask') }).click()
	},
	'a photo': {
		address: 'hope/photos/',
		open: (page) => page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
	},
	'the code of the dice': {
		address: 'dice/mine/',
		open: (page, lang) => page.getByRole('button', { name: say(lang, 'dice.share.open') }).click()
	},
	'the code of a sheet': {
		address: 'prescribe/',
		open: async (page, lang) => {
			await page.getByRole('button', { name: say(lang, 'prescribe.start.first-steps'), exact: true }).click();
			await page.getByRole('button', { name: say(lang, 'prescribe.out.code') }).click();
		}
	},
	'nobody there': {
		address: 'prescribe/',
		open: async (page, lang) => {
			await page.getByRole('button', { name: say(lang, 'prescribe.start.first-steps'), exact: true }).click();
			// without a row there is nothing to ask about, and the time begins anew
			await expect(page.getByRole('button', { name: say(lang, 'prescribe.out.code') })).toBeVisible();
			await page.clock.fastForward(14.5 * 60_000);
		}
	}
};

/** Axe with each dialog open: all rules in light, colours again in the other looks. */
export async function axeOnDialogs(
	page: Page,
	lang: Lang,
	looks: readonly ('dark' | 'contrast')[]
): Promise<string[]> {
	const found: string[] = [];
	await fill(page, lang);
	await page.clock.install();
	for (const [name, { address, open }] of Object.entries(dialogs)) {
		await page.setViewportSize({ width: 360, height: 740 });
		await visit(page, `/${lang}/${address}`);
		await open(page, lang);
		await expect(page.getByRole('dialog'), name).toBeVisible();
		await expect(page.locator('dialog:modal .foot button'), name).toBeFocused();
		found.push(...(await barriers(page, `${name}, ${lang}`)));
		for (const look of looks) {
			await page.evaluate((wanted) => (document.documentElement.dataset.look = wanted), look);
			found.push(...(await barriers(page, `${name}, ${lang}, ${look}`, { onlyColours: true })));
		}
	}
	return found;
}
