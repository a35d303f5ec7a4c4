import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { say } from './words.ts';

test('what was done is saved as a table for other programs', async ({ page }) => {
	await beginWith(page, 'fr', 'first-steps');
	await steps(page).first().check();
	await expect(status(page, 'fr')).toContainText(say('fr', 'today.status.done'));
	await visit(page, '/fr/copy/');
	await page.getByText(say('fr', 'copies.openFormats')).click();
	const saving = page.waitForEvent('download');
	await page.getByRole('button', { name: say('fr', 'open-formats.days') }).click();
	const file = await saving;
	expect(file.suggestedFilename()).toMatch(/^envol-days-\d{4}-\d\d-\d\d\.csv$/);
	const text = readFileSync(await file.path(), 'utf8');
	expect(text).toMatch(/^\ufeffday,what,name,at,form\r\n\d{4}-\d\d-\d\d,step,[^\r]+\r\n$/);
	await expect(
		page.getByText(say('fr', 'open-formats.saved', { name: file.suggestedFilename() }))
	).toBeVisible();
});
