import { expect, test } from './fixtures.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('D4 in Firefox a database that is gone is rebuilt from the second store, and the person is told', async ({
	page
}) => {
	await beginWith(page, 'en', 'first-steps');
	await steps(page).nth(1).check();
	await expect(status(page, 'en')).toContainText(say('today.status.done'));
	await page.getByLabel(say('today.note.label')).fill('words before it was gone');
	await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
	// a page that has no script of the app: nothing holds the database
	await page.goto('/404.html');
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const deleting = indexedDB.deleteDatabase('envol');
				deleting.onsuccess = () => resolve();
				deleting.onerror = () => reject(new Error('not deleted'));
			})
	);
	await visit(page, '/en/today/');
	await expect(page.getByLabel(say('today.note.label'))).toHaveValue('words before it was gone');
	await expect(steps(page).nth(1)).toBeChecked();
	await expect(page.getByText(say('shell.lost.mended'))).toBeVisible();
});
