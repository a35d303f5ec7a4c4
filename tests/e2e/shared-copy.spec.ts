import { readFileSync } from 'node:fs';
import { expect, testOffline } from './fixtures.ts';
import { beginWith } from './person.ts';
import { keptAtFirst } from './worker.ts';
import { wordsOf } from './words.ts';

testOffline(
	'a copy that another app shares opens the page that brings it back, and waits for it',
	async ({ page }) => {
		testOffline.setTimeout(120_000);
		await beginWith(page, 'fr', 'first-steps');
		// on the page that asked for the worker: one that is opened while it takes over may be left without
		await keptAtFirst(page);
		// as the share sheet of a phone posts it
		const address = await page.evaluate(
			async (text) => {
				const form = new FormData();
				form.append('copy', new File([text], 'envol.json', { type: 'application/json' }));
				return (await fetch('/copy/shared', { method: 'POST', body: form })).url;
			},
			readFileSync('tests/vectors/copy/small-readable.json', 'utf8')
		);
		expect(new URL(address).pathname).toBe('/fr/copy/back/');
		// a tap on a file knows no language: the person's own is gone on to
		await page.goto('/en/copy/back/?outside');
		await expect(page).toHaveURL('/fr/copy/back/');
		await expect(page.getByRole('heading', { name: wordsOf('fr')('copies.back.preview') })).toBeVisible();
		await page.reload();
		await expect(page.locator('html[data-ready]')).toBeAttached();
		// it was read: nothing of it stays on the shelf
		expect(await page.evaluate(() => caches.keys())).not.toContain('envol-shared-file');
	}
);
