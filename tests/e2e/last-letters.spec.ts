import { expect, test } from './fixtures.ts';
import { addOwn, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('words are there to the last letter when the page is loaded again as they are typed', async ({
	page
}) => {
	await visit(page, '/en/prescription/');
	// something is kept: storage is open
	await addOwn(page, 'en', 'Feed the cat');
	const own = page.getByLabel(say('prescription.own.label'));
	await own.fill('Water the plant');
	await page.evaluate(() => location.reload());
	await expect(own).toHaveValue('Water the plant');

	await visit(page, '/en/hope/write/#free');
	const words = page.getByLabel(say('hope.write.text'), { exact: true });
	// the address names the note by now: a reload comes back to it
	await expect(page).not.toHaveURL(/#free$/);
	await words.fill('The light on the river');
	await page.evaluate(() => location.reload());
	await expect(words).toHaveValue('The light on the river');
});
