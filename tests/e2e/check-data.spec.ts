import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

/** Takes a picture away, as a damaged disk does. */
const lose = (page: Page, id: string) =>
	page.evaluate(async (lost) => {
		const db = await new Promise<IDBDatabase>((resolve) => {
			const opening = indexedDB.open('envol');
			opening.onsuccess = () => resolve(opening.result);
		});
		const transaction = db.transaction(['pictures', 'thumbnails'], 'readwrite');
		for (const table of ['pictures', 'thumbnails']) transaction.objectStore(table).delete(lost);
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		db.close();
	}, id);

test('what is damaged comes back, and what cannot is told in Settings and on its note', async ({ page }) => {
	await page.goto('/404.html');
	await keepJournal(page, {
		notes: [{ id: 'walk', text: 'A walk by the river.' }],
		photos: [
			{ id: 'river', note: 'walk' },
			{ id: 'bridge', note: 'walk' }
		]
	});
	// nobody has this one: it was gone before there was a second store
	await lose(page, 'bridge');
	await visit(page, '/en/settings/');
	const card = page.getByRole('region', { name: say('settings.check.title') });
	const check = card.getByRole('button');
	await check.click();
	await expect(card.getByText(say('settings.check.photos', { count: 1 }))).toBeVisible();
	await expect(card.getByText(say('settings.check.mended'))).toBeHidden();
	await lose(page, 'river');
	await check.click();
	await expect(card.getByText(say('settings.check.mended'))).toBeVisible();
	await expect(card.getByText(say('settings.check.photos', { count: 1 }))).toBeVisible();
	await expect(card.getByText(say('settings.check.whole'))).toBeHidden();
	await expect(card.getByRole('link', { name: say('settings.copyBack') })).toBeVisible();
	await visit(page, '/en/hope/note/#walk');
	await expect(page.getByRole('paragraph').filter({ hasText: 'A walk by the river.' })).toBeVisible();
	const photos = page.getByRole('list', { name: say('hope.photos.list') }).getByRole('listitem');
	await expect(photos.filter({ hasText: say('hope.photos.gone') })).toHaveCount(1);
	await expect
		.poll(() =>
			photos.locator('img').evaluateAll((all) => all.map((img) => (img as HTMLImageElement).naturalWidth > 0))
		)
		.toEqual([true]);
});
