import { expect, test } from './fixtures.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');

test('while a note is written, Save and the box are in view, with a keyboard on the screen and with letters twice as large', async ({
	page
}) => {
	await page.addInitScript(() => {
		// chance that always draws the first question
		crypto.getRandomValues = (list) => list;
	});
	await visit(page, '/fr/hope/write/#patience');
	const box = page.getByLabel(say('hope.write.text'), { exact: true });
	const save = page.getByRole('button', { name: say('hope.write.save'), exact: true });
	for (const [width, height, text] of [
		[360, 430, ''],
		[360, 740, '200']
	] as const) {
		await page.setViewportSize({ width, height });
		await page.evaluate((size) => {
			if (size) document.documentElement.dataset.text = size;
			else delete document.documentElement.dataset.text;
			scrollTo(0, 0);
		}, text);
		const tabs = page.getByRole('navigation', { name: say('shell.nav.label') });
		/** Two lines of the box at least, above the bar of pages where that stands on the screen. */
		await expect
			.poll(async () => {
				const [words, bar] = [(await box.boundingBox())!, (await tabs.boundingBox())!];
				const line = await box.evaluate((field) => parseFloat(getComputedStyle(field).lineHeight));
				return Math.min(height, bar.y) - words.y > line * 1.5;
			})
			.toBe(true);
		await expect(save).toBeInViewport();
	}
	// it is kept for hard days with its first words
	await page.evaluate(() => delete document.documentElement.dataset.text);
	await box.fill('Une soupe chaude');
	await page.getByRole('checkbox', { name: say('hope.note.keep') }).check();
	await save.click();
	await expect(page.getByRole('article')).toContainText(say('hope.note.keptNow'));
});
