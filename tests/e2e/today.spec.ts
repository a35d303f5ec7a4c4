import { expect, test } from './fixtures.ts';
import {
	addOwn,
	awake,
	beginWith,
	mine,
	openStep,
	rowsOf,
	status,
	step,
	steps,
	undo,
	visit
} from './person.ts';
import { only, wordsOf } from './words.ts';

const done = { en: 'Done. You can undo.', fr: 'C’est fait. Vous pouvez annuler.' } as const;
/** Words for what a day was not: none of them may ever stand on a page. */
const blame =
	/\b(missed|failed|late|overdue|streak|score|manqué|oublié|échec|échoué|en retard|pourcentage)\b|%/i;

for (const lang of only('en')) {
	const say = wordsOf(lang);

	test.describe(`today, ${lang}`, () => {
		test('a tick is said, stays in its place, and outlives a reload', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			const before = await page.locator('main .row .title').allInnerTexts();
			const second = steps(page).nth(1);
			await second.check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await expect(second).toBeChecked();
			expect(await page.locator('main .row .title').allInnerTexts()).toEqual(before);
			await page.reload();
			await expect(steps(page).nth(1)).toBeChecked();
			await expect(steps(page).first()).not.toBeChecked();
			expect(await page.locator('main .row .title').allInnerTexts()).toEqual(before);
		});

		test('a tick can be undone, from the line or by tapping again', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			const first = steps(page).first();
			await first.check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await undo(page, lang);
			await expect(first).not.toBeChecked();
			await expect(status(page, lang)).toContainText(say('shell.status.undone'));
			await first.check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await first.uncheck();
			await expect(status(page, lang)).toContainText(say('shell.status.undone'));
			await page.reload();
			await awake(page);
			await expect(steps(page).first()).not.toBeChecked();
			expect(await rowsOf(page, 'days')).toEqual([]);
		});

		test('seven steps are shown, the others one tap away, and a ticked one stays', async ({ page }) => {
			await page.clock.install({ time: new Date('2026-11-25T09:00:00-05:00') });
			await beginWith(page, lang, 'first-steps');
			await visit(page, `/${lang}/prescription/`);
			for (const words of ['Pas 1', 'Pas 2', 'Pas 3', 'Pas 4']) await addOwn(page, lang, words);
			await visit(page, `/${lang}/today/`);
			const later = page.locator('main .rows summary');
			await later.click();
			await expect(steps(page)).toHaveCount(7);
			await page.getByRole('button', { name: say('today.showAll', { count: 2 }) }).click();
			await expect(steps(page)).toHaveCount(9);
			await step(page, 'Pas 4').check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await expect(steps(page)).toHaveCount(9);
			await page.getByRole('button', { name: say('today.showFewer') }).click();
			await expect(steps(page)).toHaveCount(7);
			await page.reload();
			await page.getByRole('button', { name: say('today.showAll', { count: 2 }) }).click();
			await expect(step(page, 'Pas 4')).toBeChecked();
			// what is for later is folded away until it is asked for
			await expect(steps(page)).not.toHaveCount(9);
			await later.click();
			await expect(steps(page)).toHaveCount(9);
		});

		test('a step of three times a day counts up, one at a time', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Marcher / Walk');
			const item = await openStep(page, lang, 'Marcher / Walk');
			await item.getByRole('radio', { name: say('today.timesADay', { times: 3 }) }).check();
			await expect(status(page, lang)).toContainText(say('shell.status.changed'));
			await visit(page, `/${lang}/today/`);
			const counter = page.locator('main button.tick');
			await expect(counter).toHaveAccessibleName(/^Marcher \/ Walk/);
			const said = page.locator('main .row .words');
			await expect(said).toContainText(say('today.timesADay', { times: 3 }));
			for (const times of [1, 2, 3]) {
				await counter.click();
				await expect(said).toContainText(say('today.timesDone', { done: times }));
			}
			await expect(status(page, lang)).toContainText(done[lang]);
			await counter.click({ force: true });
			await expect(said).toContainText(say('today.timesDone', { done: 3 }));
			await undo(page, lang);
			await expect(said).toContainText(say('today.timesDone', { done: 2 }));
			await page.reload();
			await expect(said).toContainText(say('today.timesDone', { done: 2 }));
		});

		test('rest is an answer like any other, kept, and open to a change of mind', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			await steps(page).first().check();
			await page.getByRole('button', { name: say('today.rest.ask') }).click();
			await expect(page.getByText(say('today.rest.answer'))).toBeVisible();
			await expect(status(page, lang)).toContainText(say('today.status.rest'));
			await page.reload();
			await expect(page.getByText(say('today.rest.answer'))).toBeVisible();
			await expect(steps(page).first()).toBeChecked();
			await page.getByRole('button', { name: say('today.rest.takeBack') }).click();
			await expect(page.getByRole('button', { name: say('today.rest.ask') })).toBeVisible();
			await expect(steps(page).first()).toBeChecked();
		});

		test('a note is kept without a button, and says so only once it is', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			const note = page.getByLabel(say('today.note.label'));
			await note.fill('Journée douce ☀️ — “fine”');
			await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
			const [day] = (await rowsOf(page, 'days')) as { note: string }[];
			expect(day?.note).toBe('Journée douce ☀️ — “fine”');
			await page.reload();
			await expect(note).toHaveValue('Journée douce ☀️ — “fine”');
		});

		test('yesterday can be filled in, and nothing is called missed', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			await page.getByRole('link', { name: say('today.links.yesterday') }).click();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('today.yesterdayTitle'));
			await expect(steps(page)).toHaveCount(5);
			expect(await page.getByRole('main').innerText()).not.toMatch(blame);
			await steps(page).first().check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await page.getByRole('link', { name: say('today.links.today') }).click();
			await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(say('today.yesterdayTitle'));
			await expect(steps(page).first()).not.toBeChecked();
			expect(await page.getByRole('main').innerText()).not.toMatch(blame);
			await page.getByRole('link', { name: say('today.links.yesterday') }).click();
			await expect(steps(page).first()).toBeChecked();
			const days = (await rowsOf(page, 'days')) as { day: string }[];
			const yesterday = await page.evaluate(() => {
				const date = new Date();
				date.setDate(date.getDate() - 1);
				return date.toLocaleDateString('en-CA');
			});
			expect(days.map(({ day }) => day)).toEqual([yesterday]);
		});

		test('a tiny way counts fully', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Douche');
			const item = await openStep(page, lang, 'Douche');
			await item.getByLabel(say('prescription.smaller.label')).fill('Rincer');
			await expect(item.getByText(say('shell.status.saved'), { exact: true })).toBeVisible();
			await expect(mine(page, lang).locator('li > details > summary')).toContainText('Rincer');
			await visit(page, `/${lang}/today/`);
			const tiny = step(page, 'Rincer');
			await expect(page.getByText(say('today.tinyWay', { tiny: 'Rincer' }))).toBeVisible();
			await tiny.check();
			await expect(status(page, lang)).toContainText(done[lang]);
			await visit(page, `/${lang}/prescription/`);
			await (
				await openStep(page, lang, 'Rincer')
			)
				.getByRole('button', { name: say('prescription.smaller.back') })
				.click();
			await visit(page, `/${lang}/today/`);
			await expect(step(page, 'Douche')).toBeChecked();
		});
	});
}

test('with the keyboard alone a person ticks, and undoes', async ({ page }) => {
	await beginWith(page, 'en', 'first-steps');
	await steps(page).first().focus();
	await page.keyboard.press('Space');
	await expect(steps(page).first()).toBeChecked();
	await expect(status(page, 'en')).toContainText(done.en);
	await expect(steps(page).first()).toBeFocused();
	const button = page.getByRole('button', { name: 'Undo', exact: true });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(steps(page).first()).not.toBeChecked();
});
