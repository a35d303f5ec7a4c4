import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { beginWith, rowsOf, status, step, steps } from './person.ts';
import { langs, wordsOf } from './words.ts';

/** Ten minutes before midnight in each place; in Cairo the clocks go forward at that very midnight. */
const places = [
	{ zone: 'America/St_Johns', before: '2026-11-25T23:50:00-03:30', day: '2026-11-25', next: '2026-11-26' },
	{ zone: 'Pacific/Apia', before: '2026-11-25T23:50:00+13:00', day: '2026-11-25', next: '2026-11-26' },
	{ zone: 'America/Toronto', before: '2026-10-31T23:50:00-04:00', day: '2026-10-31', next: '2026-11-01' },
	{ zone: 'America/Sao_Paulo', before: '2026-12-31T23:50:00-03:00', day: '2026-12-31', next: '2027-01-01' },
	{ zone: 'Africa/Cairo', before: '2026-04-23T23:50:00+02:00', day: '2026-04-23', next: '2026-04-24' }
] as const;

type Kept = { day: string; note?: string; ticks: unknown[] };
const daysOf = async (page: Page) =>
	Object.fromEntries(((await rowsOf(page, 'days')) as Kept[]).map((kept) => [kept.day, kept]));

for (const [index, { zone, before, day, next }] of places.entries()) {
	const lang = langs[index % 2]!;
	const say = wordsOf(lang);
	test.describe(zone, () => {
		test.use({ timezoneId: zone });
		test(`L2 at midnight in ${zone} a new day begins quietly, and the words stay with theirs, ${lang}`, async ({
			page
		}) => {
			await page.clock.install({ time: new Date(before) });
			await beginWith(page, lang, 'first-steps');
			const date = page.locator('main .date');
			const dateBefore = (await date.textContent())!;
			await steps(page).first().check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			expect(Object.keys(await daysOf(page))).toEqual([day]);

			const note = page.getByLabel(say('today.note.label'));
			await page.clock.fastForward('09:40');
			await expect(date).toHaveText(dateBefore);
			await note.fill('une longue soirée');
			await page.clock.fastForward('00:20');
			await expect(date).not.toHaveText(dateBefore);
			await expect(page.getByText(say('today.note.newDay'))).toBeVisible();
			await expect(note).toHaveValue('');
			await expect(note).toBeFocused();
			await expect(steps(page).first()).not.toBeChecked();
			await steps(page).nth(1).check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));

			const kept = await daysOf(page);
			expect(Object.keys(kept).sort()).toEqual([day, next]);
			expect(kept[day]).toMatchObject({ note: 'une longue soirée' });
			expect(kept[day]?.ticks).toHaveLength(1);
			expect(kept[next]?.note).toBeUndefined();
			expect(kept[next]?.ticks).toHaveLength(1);

			// the clock set back: the day it shows, with what it had
			await page.clock.setSystemTime(new Date(before));
			await page.clock.runFor(1500);
			await expect(date).toHaveText(dateBefore);
			await expect(steps(page).first()).toBeChecked();
			await expect(note).toHaveValue('une longue soirée');
			await expect(steps(page).nth(1)).not.toBeChecked();
			expect(Object.keys(await daysOf(page)).sort()).toEqual([day, next]);
		});
	});
}

test('L2 a day is the day on the wall: after a journey, what was done stays where it was', async ({
	anotherContext
}) => {
	const { title, state } = await (async () => {
		const context = await anotherContext({ timezoneId: 'America/Toronto' });
		const page = await context.newPage();
		await page.clock.install({ time: new Date('2026-11-25T22:00:00-05:00') });
		await beginWith(page, 'en', 'first-steps');
		await steps(page).first().check();
		await expect(status(page, 'en')).toContainText('Done');
		const title = await page.locator('main .row .title').first().innerText();
		const days = await daysOf(page);
		expect(Object.keys(days)).toEqual(['2026-11-25']);
		return { title, state: await context.storageState({ indexedDB: true }) };
	})();
	// in Paris it is already the next day
	const context = await anotherContext({ timezoneId: 'Europe/Paris', storageState: state });
	const page = await context.newPage();
	await page.clock.install({ time: new Date('2026-11-25T22:05:00-05:00') });
	// in the night the list is asked for
	await page.goto('/en/today/#whole');
	await expect(step(page, title)).not.toBeChecked();
	await page.getByRole('link', { name: wordsOf('en')('today.links.yesterday') }).click();
	await expect(step(page, title)).toBeChecked();
});
