import type { FrequencyKind } from '../../src/lib/domain/step.ts';
import { expect, test } from './fixtures.ts';
import { addOwn, beginWith, mine, openStep, rowsOf, status, step, steps, undo, visit } from './person.ts';
import { only, wordsOf } from './words.ts';

const habits = ['wake', 'routine', 'eat', 'engage', 'substances', 'sleep'] as const;

for (const lang of only('fr')) {
	const say = wordsOf(lang);

	test.describe(`choosing steps, ${lang}`, () => {
		test('ready-made lists add up, keep what is there, and can be undone', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			const titles = mine(page, lang).locator('li > details > summary');
			await page.getByRole('button', { name: say('prescription.starts.sleep'), exact: true }).click();
			await expect(titles).toHaveCount(6);
			await page.getByText(say('prescription.starts.title')).click();
			await page.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
			// one step is in both lists
			await expect(titles).toHaveCount(10);
			await undo(page, lang);
			await expect(titles).toHaveCount(6);
			await expect(status(page, lang)).toContainText(say('shell.status.undone'));
		});

		test('89 steps wait on six shelves; one can be taken and put back', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			const shelves = page.getByRole('region', { name: say('prescription.add') });
			for (const habit of habits)
				await shelves.locator('summary', { hasText: say(`habits.habits.${habit}.name`) }).click();
			await expect(shelves.getByRole('checkbox')).toHaveCount(89);
			const names = await shelves
				.getByRole('checkbox')
				.evaluateAll((boxes) =>
					boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.innerText.trim() ?? '')
				);
			expect(new Set(names).size).toBe(89);
			const third = shelves.getByRole('checkbox').nth(2);
			await third.check();
			await expect(status(page, lang)).toContainText(say('shell.status.added'));
			await expect(mine(page, lang).locator('li > details > summary')).toHaveCount(1);
			await third.uncheck();
			await expect(mine(page, lang)).toBeHidden();
			await page.reload();
			await expect(
				page.getByRole('button', { name: say('prescription.starts.sleep'), exact: true })
			).toBeVisible();
		});

		test('a step in own words is added; nothing written is met kindly', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			await expect(page.getByText(say('prescription.own.empty'))).toBeVisible();
			const words = page.getByLabel(say('prescription.own.label'), { exact: true });
			await words.fill('<b>Soupe</b> à l’oignon');
			await page.getByText(say('prescription.own.other'), { exact: true }).click();
			await page
				.getByRole('group', { name: say('prescription.own.about') })
				.getByRole('radio', { name: say('habits.habits.eat.name') })
				.check();
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			await expect(words).toHaveValue('');
			await visit(page, `/${lang}/today/`);
			await expect(step(page, '<b>Soupe</b> à l’oignon')).toBeVisible();
		});

		test('order changes with buttons, the first cannot go higher, and the finger keeps its place', async ({
			page
		}) => {
			await visit(page, `/${lang}/prescription/`);
			for (const words of ['Alpha', 'Bravo', 'Charlie']) await addOwn(page, lang, words);
			const titles = mine(page, lang).locator('summary .title');
			const item = await openStep(page, lang, 'Charlie');
			const up = item.getByRole('button', { name: say('prescription.up') });
			await up.click();
			await expect(titles).toHaveText(['Alpha', 'Charlie', 'Bravo']);
			await expect(up).toBeFocused();
			await up.click();
			await expect(titles).toHaveText(['Charlie', 'Alpha', 'Bravo']);
			await expect(up).toHaveAttribute('aria-disabled', 'true');
			await item.getByRole('button', { name: say('prescription.down') }).click();
			await expect(titles).toHaveText(['Alpha', 'Charlie', 'Bravo']);
			await visit(page, `/${lang}/today/`);
			await expect(page.getByRole('main').locator('.row')).toHaveText([/Alpha/, /Charlie/, /Bravo/]);
		});

		test('a step goes to the top with one tap or by its handle, and back with an undo', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			for (const words of ['Alpha', 'Bravo', 'Charlie']) await addOwn(page, lang, words);
			const titles = mine(page, lang).locator('summary .title');
			const item = await openStep(page, lang, 'Charlie');
			await item.getByRole('button', { name: say('prescription.toTop') }).click();
			await expect(titles).toHaveText(['Charlie', 'Alpha', 'Bravo']);
			await undo(page, lang);
			await expect(titles).toHaveText(['Alpha', 'Bravo', 'Charlie']);
			await item.locator('> details > summary').click();

			const handle = (row: number) => mine(page, lang).locator('[data-drag]').nth(row);
			await handle(0).scrollIntoViewIfNeeded();
			const [from, to] = [(await handle(0).boundingBox())!, (await handle(2).boundingBox())!];
			const picture = (await titles
				.first()
				.locator('xpath=ancestor::summary')
				.locator('svg')
				.first()
				.boundingBox())!;
			expect(picture.x, 'the handle stands beside the picture').toBeGreaterThanOrEqual(from.x + from.width);
			const drag = async () => {
				await page.mouse.move(from.x + 10, from.y + from.height / 2);
				await page.mouse.down();
				await page.mouse.move(from.x + 10, to.y + to.height - 6, { steps: 5 });
			};
			await drag();
			await page.keyboard.press('Escape');
			await page.mouse.up();
			await expect(titles).toHaveText(['Alpha', 'Bravo', 'Charlie']);
			await drag();
			await page.mouse.up();
			await expect(titles).toHaveText(['Bravo', 'Charlie', 'Alpha']);
			await undo(page, lang);
			await expect(titles).toHaveText(['Alpha', 'Bravo', 'Charlie']);
		});

		test('own words offer a picture and a part of the day; nothing is chosen unasked, and each can be another', async ({
			page
		}) => {
			await visit(page, `/${lang}/prescription/`);
			const words = page.getByLabel(say('prescription.own.label'));
			const offers = page.getByRole('group', { name: say('prescription.own.offered') });
			await words.fill('Guitare avant la nuit');
			const picture = offers.getByRole('button', { name: say('prescription.own.picture') });
			const night = offers.getByRole('button', { name: say('habits.moments.night') });
			for (const chip of [picture, night]) await expect(chip).toHaveAttribute('aria-pressed', 'false');
			// unasked: any time, no picture
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			const rows = mine(page, lang).locator('li > details > summary');
			await expect(rows.first()).toContainText(say('habits.moments.any'));
			await expect(rows.first().locator('use')).toHaveCount(0);

			await words.fill('Guitare avant la nuit, encore');
			await picture.click();
			await page.getByText(say('prescription.own.other')).click();
			await page.getByRole('radio', { name: say('habits.moments.evening') }).check();
			await expect(offers.getByRole('button', { name: say('habits.moments.evening') })).toHaveAttribute(
				'aria-pressed',
				'true'
			);
			await page.getByRole('button', { name: say('prescription.own.add') }).click();
			await expect(rows).toHaveCount(2);
			await expect(rows.nth(1)).toContainText(say('habits.moments.evening'));
			await expect(rows.nth(1).locator('use')).toHaveAttribute('href', '/pictograms.svg#music');
			// later, another picture
			const item = await openStep(page, lang, 'Guitare avant la nuit, encore');
			await item.getByRole('radio', { name: say('sheet-tools.drawing.names.dog') }).check();
			await expect(rows.nth(1).locator('use')).toHaveAttribute('href', '/pictograms.svg#paw-print');
			await visit(page, `/${lang}/today/`);
			await expect(page.locator('main .row use[href$="paw-print"]')).toHaveCount(1);
		});

		test('steps and ideas are found whatever the accents and capitals', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			const add = page.getByRole('region', { name: say('prescription.add') });
			const find = add.getByRole('searchbox', { name: say('prescription.find.label') });
			await add.locator('summary', { hasText: say('prescription.find.label') }).click();
			await expect(find).toBeFocused();
			await find.fill('MEDICAMENTS');
			await expect(add.getByRole('checkbox').first()).toBeVisible();
			const first = say('habits.items.hyg-routine-take-medication-as-agreed-care');
			await add.getByRole('checkbox', { name: first }).check();
			await expect(status(page, lang)).toContainText(say('shell.status.added'));
			await find.fill('piscine');
			const idea = add.getByRole('checkbox').first();
			await idea.check();
			await expect(mine(page, lang).locator('li > details > summary')).toHaveCount(2);
			await idea.uncheck();
			await expect(mine(page, lang).locator('li > details > summary')).toHaveCount(1);
			await find.fill('xylophone');
			await expect(add.getByText(say('prescription.find.nothing'))).toBeVisible();
			await find.fill('');
			await expect(add.locator('summary', { hasText: say('habits.habits.wake.name') })).toBeVisible();
		});

		test('part of the day, details and own words show on Today; the reason stands in the plan', async ({
			page
		}) => {
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Alpha');
			const item = await openStep(page, lang, 'Alpha');
			await item.getByRole('radio', { name: say('habits.moments.evening') }).check();
			await expect(item.locator('> details > summary')).toContainText(say('habits.moments.evening'));
			await item.getByLabel(say('prescription.detail')).fill('20 h, avec Sam');
			await expect(item.locator('> details > summary')).toContainText('20 h, avec Sam');
			await item.getByLabel(say('prescription.reason')).fill('Je dors mieux');
			await item.getByLabel(say('prescription.words')).fill('Bravo');
			await expect(mine(page, lang).locator('li > details > summary')).toContainText('Bravo');
			await visit(page, `/${lang}/today/`);
			await expect(page.getByText('20 h, avec Sam')).toBeVisible();
			await expect(step(page, 'Bravo')).toBeVisible();
			await visit(page, `/${lang}/plan/`);
			await page.getByText(say('plan.seeSteps')).click();
			await expect(page.getByText(say('plan.because', { reason: 'Je dors mieux' }))).toBeVisible();
		});

		test('each frequency decides on which days a step is offered', async ({ page }) => {
			// a Wednesday
			await page.clock.install({ time: new Date('2026-11-25T10:00:00-05:00') });
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Alpha');
			const item = await openStep(page, lang, 'Alpha');
			const often = item.getByRole('group', { name: say('prescription.often.label') });
			const meta = item.locator('summary .meta').first();
			const toToday = page.getByRole('link', { name: say('prescription.toToday') });
			const choose = async (kind: FrequencyKind) => {
				if (!page.url().includes('prescription')) {
					await page.goBack();
					await expect(mine(page, lang)).toBeVisible();
					await openStep(page, lang, 'Alpha');
				}
				await often.getByRole('radio', { name: say(`prescription.often.${kind}`) }).check();
			};

			for (const kind of ['daily', 'most-days'] as const) {
				await choose(kind);
				await expect(meta).toContainText(say(`habits.often.${kind}`));
				await toToday.click();
				await expect(step(page, 'Alpha')).toBeVisible();
			}

			await choose('weekdays');
			await expect(item.getByRole('checkbox')).toHaveCount(7);
			// Monday, Wednesday and Friday to begin with: Wednesday goes
			await item.getByRole('checkbox').nth(2).uncheck();
			await toToday.click();
			await expect(page.getByText(say('today.nothingToday'))).toBeVisible();
			await choose('weekdays');
			await expect(item.getByRole('checkbox').nth(2)).not.toBeChecked();
			await item.getByRole('checkbox').nth(2).check();
			await toToday.click();
			await expect(step(page, 'Alpha')).toBeVisible();

			await choose('as-needed');
			await toToday.click();
			await page.getByText(say('today.asNeeded'), { exact: true }).click();
			await expect(step(page, 'Alpha')).toBeVisible();

			// done on Tuesday: once is enough, and so is once a week
			await choose('weekly');
			await item.getByRole('radio', { name: say('habits.often.weekly', { times: 1 }) }).check();
			await expect(meta).toContainText(say('habits.often.weekly', { times: 1 }));
			await toToday.click();
			await page.getByRole('link', { name: say('today.links.yesterday') }).click();
			await expect(page.getByRole('heading', { name: say('today.yesterdayTitle') })).toBeVisible();
			await step(page, 'Alpha').check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			await page.getByRole('link', { name: say('today.links.today') }).click();
			await expect(page.getByText(say('today.nothingToday'))).toBeVisible();
			await visit(page, `/${lang}/prescription/`);
			await openStep(page, lang, 'Alpha');
			await often.getByRole('radio', { name: say('prescription.often.once') }).check();
			await toToday.click();
			await expect(page.getByRole('button', { name: say('today.rest.ask') })).toBeVisible();
		});

		test('a step is made smaller with a suggestion, and whole again', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			await page.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
			const whole = say('habits.items.hyg-eat-eat-something-morning');
			const item = await openStep(page, lang, whole);
			const tiny = say('habits.habits.eat.tiny');
			await item.getByRole('button', { name: say('prescription.smaller.suggest', { tiny }) }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.smaller'));
			const title = item.locator('> details > summary');
			await expect(title).toContainText(whole);
			await expect(title).toContainText(tiny);
			await item.getByRole('button', { name: say('prescription.smaller.back') }).click();
			await expect(title).not.toContainText(tiny);
		});

		test('a step rests from a day to a day, and a last day before the first is met kindly', async ({
			page
		}) => {
			await page.clock.install({ time: new Date('2026-11-25T10:00:00-05:00') });
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Alpha');
			await addOwn(page, lang, 'Bravo');
			const item = await openStep(page, lang, 'Alpha');
			await item.getByLabel(say('prescription.pause.to')).fill('2026-11-20');
			await expect(item.getByRole('alert')).toHaveText(say('prescription.pause.backwards'));
			await expect(item.getByRole('button', { name: say('prescription.pause.keep') })).toBeDisabled();
			await item.getByLabel(say('prescription.pause.to')).fill('2026-11-26');
			await item.getByRole('button', { name: say('prescription.pause.keep') }).click();
			await expect(item.locator('> details > summary')).toContainText(say('prescription.pause.isResting'));
			await visit(page, `/${lang}/today/`);
			await expect(steps(page)).toHaveCount(1);
			await expect(page.getByText(say('today.paused', { count: 1 }))).toBeVisible();
			// the day after the last one, it is back by itself
			await page.clock.setFixedTime(new Date('2026-11-27T10:00:00-05:00'));
			await visit(page, `/${lang}/today/`);
			await expect(steps(page)).toHaveCount(2);
		});

		test('everything rests together, for a hospital stay or a trip, and begins again', async ({ page }) => {
			await beginWith(page, lang, 'first-steps');
			await visit(page, `/${lang}/prescription/`);
			await page.getByText(say('prescription.pause.everything')).click();
			const more = page.getByRole('region', { name: say('prescription.more') });
			await more.getByRole('button', { name: say('prescription.pause.keep') }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.paused'));
			await visit(page, `/${lang}/today/`);
			await expect(page.getByText(say('today.paused', { count: 5 }))).toBeVisible();
			await expect(steps(page)).toHaveCount(0);
			await visit(page, `/${lang}/prescription/`);
			await page.getByText(say('prescription.pause.everything')).click();
			await more.getByRole('button', { name: say('prescription.pause.end') }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.pauseEnded'));
			await visit(page, `/${lang}/today/`);
			await expect(steps(page)).toHaveCount(5);
		});

		test('a step put away comes back with its history', async ({ page }) => {
			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Alpha');
			await addOwn(page, lang, 'Bravo');
			await visit(page, `/${lang}/today/`);
			await step(page, 'Alpha').check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			await visit(page, `/${lang}/prescription/`);
			const item = await openStep(page, lang, 'Alpha');
			await item.getByRole('button', { name: say('prescription.putAway') }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.putAway'));
			await visit(page, `/${lang}/today/`);
			await expect(steps(page)).toHaveCount(1);
			await visit(page, `/${lang}/prescription/`);
			await page
				.getByRole('button', { name: new RegExp(`${say('prescription.bringBack')} ?, Alpha`) })
				.click();
			await expect(status(page, lang)).toContainText(say('shell.status.back'));
			await visit(page, `/${lang}/today/`);
			await expect(step(page, 'Alpha')).toBeChecked();
		});

		test('an example fills Today, clearly marked, and one tap removes all of it', async ({ page }) => {
			await visit(page, `/${lang}/today/`);
			await page.getByRole('button', { name: say('today.empty.example') }).click();
			await expect(page.getByText(say('today.example.text'))).toBeVisible();
			await expect(page.locator('main li')).toHaveCount(6);
			await steps(page).and(page.locator(':not(:checked)')).first().check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			await page.getByRole('button', { name: say('today.example.remove') }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.exampleGone'));
			await expect(page.getByRole('heading', { name: say('today.empty.title') })).toBeVisible();
			expect(await rowsOf(page, 'days')).toEqual([]);
			expect(await rowsOf(page, 'steps')).toEqual([]);
		});

		test('an example shows a life in Hope and in the plan too, and goes as a whole', async ({ page }) => {
			await visit(page, `/${lang}/today/`);
			await page.getByRole('button', { name: say('today.empty.example') }).click();
			await expect(page.locator('main li')).toHaveCount(6);
			await visit(page, `/${lang}/hope/`);
			await expect(page.locator('article .words').first()).toHaveText(/^Ex[ae]mple/);
			await expect(page.getByText(say('hope.stitches.example'))).toBeVisible();
			await expect(page.getByText(say('today.example.text'))).toBeVisible();
			// nobody of the example can be called by mistake
			await visit(page, `/${lang}/help/`);
			await expect(page.getByText('Julie')).toHaveCount(0);
			await visit(page, `/${lang}/plan/people/`);
			await expect(page.getByText('Julie').first()).toBeVisible();
			await visit(page, `/${lang}/plan/`);
			await expect(page.getByText(say('today.example.text'))).toBeVisible();
			// it goes from each page that shows it, here from Hope
			await visit(page, `/${lang}/hope/`);
			await page.getByRole('button', { name: say('today.example.remove') }).click();
			await expect(status(page, lang)).toContainText(say('shell.status.exampleGone'));
			await expect(page.getByText(say('hope.stitches.none'))).toBeVisible();
			await expect(page.getByText(say('today.example.text'))).toHaveCount(0);
			for (const table of ['steps', 'days', 'notes'] as const) expect(await rowsOf(page, table)).toEqual([]);
		});
	});
}
