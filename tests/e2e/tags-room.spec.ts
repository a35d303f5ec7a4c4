import { expect, test } from './fixtures.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

test('a tag that is too long: the field says so, with what is kept, and no longer once it fits', async ({
	page
}) => {
	const say = wordsOf('fr');
	await visit(page, '/fr/hope/write/#free');
	// the address names the note by now, and the page is as it stays
	await expect(page).not.toHaveURL(/#free$/);
	await page.getByText(say('hope.write.more')).click();
	const tags = page.getByLabel(say('hope.write.tags'));
	await tags.fill('chat, une promenade au bord de la rivière gelée');
	const said = page.getByText(
		say('hope.write.tagsLong', { count: 30, tag: 'une promenade au bord de la ri' })
	);
	await expect(said).toBeVisible();
	await tags.fill('chat, une promenade');
	await expect(said).toHaveCount(0);
});
