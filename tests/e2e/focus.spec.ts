import type { Locator, Page } from '@playwright/test';
import { expect, openEveryFold, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { status, visit } from './person.ts';
import { say } from './words.ts';

const t = (key: string, values?: Record<string, string | number>) => say('en', key, values);

/** What has the keyboard, in words: its name, and whether it can be seen. */
function held(page: Page): Promise<string> {
	return page.evaluate(() => {
		const one = document.activeElement as HTMLElement | null;
		if (!one || one === document.body) return 'BODY';
		const { top, bottom } = one.getBoundingClientRect();
		const where = bottom > 0 && top < innerHeight ? '' : ' (out of sight)';
		if (one.id === 'main') return 'MAIN';
		return `${(one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/g, ' ').trim()}${where}`;
	});
}
/** Presses it as a keyboard does. */
async function press(control: Locator): Promise<void> {
	await control.focus();
	await control.press('Enter');
}
const starts = (key: string) => new RegExp(`^${t(key)}`);
const holds = (page: Page, words: string | RegExp) =>
	expect
		.poll(() => held(page), { message: `the keyboard is on ${words}` })
		.toMatch(
			typeof words === 'string' ? new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) : words
		);
const undo = (page: Page) => page.getByRole('button', { name: t('shell.status.undo'), exact: true });
const unfold = (page: Page, within: Locator = page.locator('main')) => openEveryFold(within);

test.beforeEach(async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await fill(page, 'en');
});

for (const [part, title] of [
	['people', /Change|Close/],
	['signs', /Change|Close/],
	['wants', /Change|Close/],
	['agreements', /Change|Close/],
	['visit', /Change|Close/]
] as const)
	test(`on the list of ${part}, the keyboard stays with what moved, and goes to the neighbour of what left`, async ({
		page
	}) => {
		await visit(page, `/en/plan/${part}/`);
		const rows = page.locator('main ul.rows > li[data-entry]');
		await expect(rows.first()).toBeVisible();
		await rows.first().locator('summary').click();
		const first = await rows.first().getAttribute('data-entry');
		const second = await rows.nth(1).getAttribute('data-entry');
		const mine = page.locator(`li[data-entry="${first}"]`);
		await press(mine.getByRole('button', { name: starts('my-plan.down') }));
		await expect(rows.nth(1)).toHaveAttribute('data-entry', first!);
		await holds(page, t('my-plan.down'));
		expect(await mine.evaluate((row) => row.contains(document.activeElement))).toBe(true);
		// at the other end the button rests, and has the keyboard still
		await press(mine.getByRole('button', { name: starts('my-plan.up') }));
		await expect(rows.first()).toHaveAttribute('data-entry', first!);
		await holds(page, t('my-plan.up'));
		await press(mine.getByRole('button', { name: starts('my-plan.remove') }));
		await expect(mine).toHaveCount(0);
		await expect
			.poll(() =>
				page.locator(`li[data-entry="${second}"]`).evaluate((row) => row.contains(document.activeElement))
			)
			.toBe(true);
		await holds(page, title);
		// the line before has an undo too, until this one is said
		await expect(status(page, 'en')).toContainText(t('my-plan.status.removed'));
		// what an undo brings back gets it
		await undo(page).focus();
		await page.keyboard.press('Enter');
		await expect(mine).toHaveCount(1);
		await expect.poll(() => mine.evaluate((row) => row.contains(document.activeElement))).toBe(true);
	});

test('steps: moved, put away, brought back; the page stays where it is', async ({ page }) => {
	await visit(page, '/en/prescription/');
	const rows = page.locator('section[aria-labelledby="mine"] > ol > li');
	const third = await rows.nth(2).elementHandle();
	await rows.nth(2).locator('summary').first().click();
	await expect(rows.nth(2).locator('details details').first()).toBeVisible();
	await unfold(page, rows.nth(2));
	await press(rows.nth(2).getByRole('button', { name: starts('prescription.down') }));
	await expect.poll(() => rows.nth(3).evaluate((row, one) => row === one, third)).toBe(true);
	await holds(page, t('prescription.down'));
	await unfold(page, rows.nth(3));
	const next = (await rows.nth(4).locator('.title').first().textContent()) ?? '';
	const before = await page.evaluate(() => scrollY);
	await press(rows.nth(3).getByRole('button', { name: starts('prescription.putAway') }));
	await holds(page, next.trim());
	expect(await page.evaluate(() => scrollY), 'the page moves only to show it').toBeGreaterThan(before / 2);
	await expect(status(page, 'en')).toContainText(t('shell.status.putAway'));
	await undo(page).focus();
	await page.keyboard.press('Enter');
	await expect.poll(() => held(page)).not.toContain(next.trim());
	await expect.poll(() => rows.nth(3).evaluate((row) => row.contains(document.activeElement))).toBe(true);

	const away = page.locator('section[aria-labelledby="put-away"]');
	const back = away.getByRole('button', { name: starts('prescription.bringBack') });
	const other = await back.nth(1).textContent();
	await press(back.first());
	await expect(back).toHaveCount(1);
	await holds(page, other!.replace(/\s+/g, ' ').trim());
	await press(back.first());
	await expect(away).toHaveCount(0);
	await expect.poll(() => held(page)).not.toMatch(/BODY|MAIN|out of sight/);
});

test('today: rest, and taken back', async ({ page }) => {
	await visit(page, '/en/today/');
	await press(page.getByRole('button', { name: t('today.rest.ask') }));
	await holds(page, t('today.rest.takeBack'));
	expect(await held(page)).not.toContain('out of sight');
	await press(page.getByRole('button', { name: t('today.rest.takeBack') }));
	await holds(page, t('today.rest.ask'));
});

test('dice: answers, a later taken off, a timer, and back', async ({ page }) => {
	await visit(page, '/en/dice/');
	const off = page
		.locator('section[aria-labelledby="later"]')
		.getByRole('button', { name: t('dice.later.remove') });
	await expect(off).toHaveCount(2);
	await press(off.first());
	await expect(off).toHaveCount(1);
	await expect
		.poll(() =>
			page
				.locator('section[aria-labelledby="later"] li')
				.evaluate((row) => row.contains(document.activeElement))
		)
		.toBe(true);
	await page.locator('section[aria-labelledby="later"] .take').click();
	const answer = (key: string) => page.getByRole('button', { name: t(key), exact: true });
	await press(page.locator('summary').filter({ hasText: t('dice.answers.more') }));
	await press(answer('dice.answers.add'));
	await holds(page, t('dice.answers.added'));
	await press(answer('dice.answers.notForMe'));
	await holds(page, t('dice.notForMe.notNow'));
	await press(answer('dice.notForMe.back'));
	await holds(page, t('dice.answers.notForMe'));
	await press(answer('dice.answers.start'));
	await holds(page, t('dice.doing.back'));
	await press(page.getByRole('button', { name: /^Start a timer for \d/ }).first());
	await holds(page, t('dice.doing.stop'));
	await press(answer('dice.doing.stop'));
	await holds(page, /^Start a timer for \d/);
	await expect(page.getByText(t('dice.doing.stopped'))).toBeVisible();
	await press(answer('dice.doing.back'));
	await holds(page, t('dice.roll'));
	await visit(page, '/en/dice/mine/');
	const own = page.locator('section[aria-labelledby="own"] li');
	await expect(own.first()).toBeVisible();
	const count = await own.count();
	await press(own.first().getByRole('button'));
	await expect(own).toHaveCount(count - 1);
	await expect.poll(() => own.first().evaluate((row) => row.contains(document.activeElement))).toBe(true);
});

test('the journal: lines, photos, a question, a letter, the filters', async ({ page }) => {
	await visit(page, '/en/hope/kept/');
	const lines = page.locator('section[aria-labelledby="lines"] > ul > li');
	await expect(lines).toHaveCount(3);
	await press(lines.first().getByRole('button'));
	await expect(lines).toHaveCount(2);
	await expect.poll(() => lines.first().evaluate((row) => row.contains(document.activeElement))).toBe(true);
	const offered = page.locator('section[aria-labelledby="lines"] details');
	await offered.locator('summary').click();
	await press(offered.getByRole('button').first());
	await expect(lines).toHaveCount(3);
	await holds(page, t('hope.lines.take'));

	await visit(page, '/en/hope/write/#full-note');
	const photos = page.getByRole('list', { name: t('hope.photos.list') }).locator(':scope > li');
	await expect(photos).toHaveCount(2);
	await unfold(page, photos.first());
	const first = await photos.first().elementHandle();
	await press(photos.first().getByRole('button', { name: starts('hope.photos.later') }));
	await expect.poll(() => photos.nth(1).evaluate((row, one) => row === one, first)).toBe(true);
	await holds(page, t('hope.photos.later'));
	// the note has tags: what else can be chosen stands open
	await press(page.getByRole('button', { name: t('hope.write.skip') }));
	await expect.poll(() => held(page)).not.toMatch(/BODY|MAIN|out of sight/);

	await visit(page, '/en/hope/note/#full-waits');
	await press(page.getByRole('button', { name: t('hope.note.openNow') }));
	await expect.poll(() => held(page)).not.toMatch(/BODY|MAIN|out of sight/);

	await visit(page, '/en/hope/all/');
	await page.getByRole('searchbox').fill('zzz');
	await press(page.getByRole('button', { name: t('hope.all.clear') }));
	await expect(page.getByRole('button', { name: t('hope.all.clear') })).toHaveCount(0);
	await expect.poll(() => held(page)).not.toMatch(/BODY|MAIN|out of sight/);
});

test('the clinician’s sheet: rows, and Clear all asks with the keyboard on No', async ({ page }) => {
	await visit(page, '/en/prescribe/');
	await page.getByRole('button', { name: t('prescribe.out.clear'), exact: true }).press('Enter');
	await holds(page, t('prescribe.out.clearNo'));
	await press(page.getByRole('button', { name: t('prescribe.out.clearYes') }));
	await holds(page, t('prescribe.out.clear'));
	await expect(page.getByRole('status', { name: t('shell.status.label') })).toHaveText(
		t('prescribe.cleared')
	);
});

test('an empty form marks its field, says why in its description, and gives it the keyboard', async ({
	page
}) => {
	for (const [address, field, send, why] of [
		['/en/prescription/', 'prescription.own.label', 'prescription.own.add', 'prescription.own.empty'],
		['/en/dice/mine/', 'dice.mine.words', 'dice.mine.save', 'dice.mine.empty'],
		['/en/hope/kept/', 'hope.lines.label', 'hope.lines.add', 'hope.lines.empty'],
		['/en/hope/write/#free', 'hope.write.text', 'hope.write.save', 'hope.write.empty'],
		['/en/receive/', 'receive.ways.textLabel', 'receive.ways.open', 'receive.ways.textEmpty']
	] as const) {
		await visit(page, address);
		const words = page.getByLabel(t(field), { exact: true });
		await page.getByRole('button', { name: t(send), exact: true }).click();
		await expect(words).toBeFocused();
		await expect(words).toHaveAttribute('aria-invalid', 'true');
		await expect(words).toHaveAccessibleDescription(new RegExp(t(why).slice(0, 20)));
		await words.fill('x');
		await expect(words).toHaveAttribute('aria-invalid', 'false');
	}
});
