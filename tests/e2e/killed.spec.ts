import { expect, test } from './fixtures.ts';
import { addOwn, beginWith, rowsOf, status, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';

test.describe('killing the browser', () => {
	test.skip(process.platform !== 'linux', 'looks for the browser in /proc');

	for (const lang of only('en')) {
		const say = wordsOf(lang);
		test(`D9 what was ticked, and words kept as they are typed, are still there, ${lang}`, async ({
			device
		}) => {
			let context = await device.open();
			let page = await context.newPage();
			await beginWith(page, lang, 'first-steps');
			for (const index of [0, 2, 4]) {
				await steps(page).nth(index).check();
				await expect(status(page, lang)).toContainText(say('today.status.done'));
			}
			const ticked = page.locator('main .row:has(:checked) .title');
			const done = (await ticked.allTextContents()).toSorted();
			expect(done).toHaveLength(3);
			await page.getByLabel(say('today.note.label')).fill('mes mots');
			await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Nourrir le chat');
			await page.getByLabel(say('prescription.own.label')).pressSequentially('Arroser la plan');
			const journal = await context.newPage();
			await visit(journal, `/${lang}/hope/write/#free`);
			await journal
				.getByLabel(say('hope.write.text'), { exact: true })
				.pressSequentially('Encore un mot, là');
			for (const text of ['Arroser la plan', 'Encore un mot, là'])
				await expect.poll(async () => JSON.stringify(await rowsOf(journal, 'drafts'))).toContain(text);
			await device.kill();

			context = await device.open();
			page = await context.newPage();
			await visit(page, `/${lang}/prescription/`);
			await expect(page.getByLabel(say('prescription.own.label'))).toHaveValue('Arroser la plan');
			await visit(page, `/${lang}/today/`);
			// what is for later may be folded away
			await expect(page.locator('main .row')).toHaveCount(6);
			const again = page.locator('main .row:has(:checked) .title');
			await expect.poll(async () => (await again.allTextContents()).toSorted()).toEqual(done);
			await expect(page.getByLabel(say('today.note.label'))).toHaveValue('mes mots');
			await visit(page, `/${lang}/hope/`);
			await page.getByRole('link', { name: say('hope.unsaved.goOn') }).click();
			await expect(page.getByLabel(say('hope.write.text'), { exact: true })).toHaveValue('Encore un mot, là');
		});
	}
});
