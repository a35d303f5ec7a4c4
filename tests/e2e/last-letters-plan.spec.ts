import type { Locator, Page } from '@playwright/test';
import { expect, openEveryFold, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { awake, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

/** Types, and loads the page again in the same breath: nothing that needs a moment is ever done. */
async function typeAndReload(field: Locator, words: string): Promise<void> {
	await field.evaluate((element: HTMLInputElement, typed) => {
		element.value = typed;
		element.dispatchEvent(new InputEvent('input', { bubbles: true }));
		location.reload();
	}, words);
	await awake(field.page());
}

/** Folds come with what is kept. */
async function unfold(page: Page): Promise<void> {
	const folds = page.locator('main details');
	await expect(folds.first()).toBeAttached();
	await openEveryFold(page.locator('main'));
}

test('what is typed into a day or a plan is there to the last letter when the page is loaded again', async ({
	page
}) => {
	await fill(page, 'en');

	await visit(page, '/en/today/');
	const note = page.getByLabel(say('today.note.label'));
	await typeAndReload(note, 'Soup with Lea');
	await expect(note).toHaveValue('Soup with Lea');

	await visit(page, '/en/plan/people/');
	const when = page.locator('main li details').first().getByLabel(say('people.when'), { exact: false });
	await unfold(page);
	await typeAndReload(when, 'Tuesdays after supper');
	await unfold(page);
	await expect(when).toHaveValue('Tuesdays after supper');

	await visit(page, '/en/plan/crisis/');
	const alone = page.getByLabel(say('my-plan.crisis.alone'), { exact: true });
	await unfold(page);
	await typeAndReload(alone, 'Call Lea, then rest');
	await unfold(page);
	await expect(alone).toHaveValue('Call Lea, then rest');
});
