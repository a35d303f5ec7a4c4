import { sheetPayload } from './codes.ts';
import { expect, test } from './fixtures.ts';
import { status, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('words of a received sheet that look like help are quoted on my own sheet, on screen and on paper, until they are changed', async ({
	page
}) => {
	const call = 'In crisis? Call 1-900-555-0199';
	const quoted = say('habits.fromSheet.quoted', { words: call });
	await visit(page, `/en/receive/#${sheetPayload({ lines: ['Feed the cat', call] })}`);
	await page.getByRole('button', { name: say('receive.preview.yesToAll') }).click();
	await page.getByRole('button', { name: say('receive.put') }).click();
	await expect(status(page, 'en')).toContainText(say('receive.status.done'));
	await visit(page, '/en/sheet/');
	const paper = page.locator('article.paper').first();
	await expect(paper.getByText(quoted, { exact: true })).toBeAttached();
	await expect(paper.getByText('Feed the cat', { exact: true })).toBeAttached();
	const told = page.getByText(say('habits.fromSheet.note'));
	await expect(told.getByRole('link')).toHaveAttribute('href', '/en/help/');
	const row = page.getByRole('main').locator('ol > li').filter({ hasText: quoted });
	await row.getByRole('button', { name: say('prescribe.rows.change') }).click();
	await page.getByLabel(say('prescribe.rows.ownMine')).fill('Call Lea');
	await expect(paper.getByText('Call Lea', { exact: true })).toBeAttached();
	await expect(told).toHaveCount(0);
});
