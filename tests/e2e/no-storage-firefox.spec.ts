import { expect, test } from './fixtures.ts';
import { addOwn, mine, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

test('in Firefox, where nothing can be kept, all works until the page closes, and says that it is not kept', async ({
	page,
	context
}) => {
	// three browsers at once on two cores: the stand-in takes its time
	await context.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
	await visit(page, '/fr/today/');
	await expect(page.getByRole('alert')).toContainText(say('shell.storage.blocked'), { timeout: 30_000 });
	await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
	await steps(page).first().check();
	await expect(status(page, 'fr')).toContainText(say('shell.status.notKept'));
	const note = page.getByLabel(say('today.note.label'));
	await note.fill('De la soupe');
	await note.blur();
	// to another page and back, without loading it anew
	await page
		.getByRole('main')
		.getByRole('link', { name: say('today.links.change') })
		.click();
	await addOwn(page, 'fr', 'Nourrir le chat');
	await expect(mine(page, 'fr').getByText('Nourrir le chat').first()).toBeVisible();
	await page
		.getByRole('navigation')
		.getByRole('link', { name: say('shell.nav.today') })
		.click();
	await expect(steps(page).first()).toBeChecked();
	await expect(note).toHaveValue('De la soupe');
	// gone with the page, and never called a first visit lost
	await visit(page, '/fr/today/');
	await expect(page.getByRole('button', { name: say('today.empty.firstSteps') })).toBeVisible();
});
