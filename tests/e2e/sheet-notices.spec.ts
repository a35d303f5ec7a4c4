import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('fr');
const rows = (page: Page) => page.getByRole('main').locator('ol > li');

/** What of the form the notice lies over, of what can be seen or touched. */
function coveredBy(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const line = document.querySelector('.line')!;
		const box = line.getBoundingClientRect();
		return [...document.querySelectorAll('main :is(input, select, button, summary, label, legend, h2, p, a)')]
			.filter(
				(each) =>
					!line.contains(each) &&
					!each.closest('.paper') &&
					each.checkVisibility({ visibilityProperty: true })
			)
			.filter((each) =>
				[...each.getClientRects()].some(
					({ left, right, top, bottom, width }) =>
						width > 1 &&
						Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
						Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1
				)
			)
			.map((each) => `${each.tagName} ${each.textContent?.trim().slice(0, 30)}`);
	});
}

test('on a phone a notice stands in the form, where the thing was done, and covers none of it', async ({
	page
}) => {
	const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
	const line = page.locator('.line');
	const isClear = async (words: string) => {
		await expect(line).toContainText(words);
		await expect(line).toBeVisible();
		await expect(line).toBeInViewport();
		await expect.poll(() => coveredBy(page)).toEqual([]);
	};
	for (const [width, height, size] of [
		[360, 640, 100],
		[360, 640, 200]
	] as const) {
		await page.setViewportSize({ width, height });
		await visit(page, '/fr/prescribe/');
		await page.evaluate((percent) => {
			document.documentElement.dataset.text = String(percent);
		}, size);
		await press(say('prescribe.start.first-steps'));
		await expect(rows(page)).toHaveCount(5);
		await isClear(say('prescribe.bring.started').split('.')[0]!);
		// a row that is gone: its neighbour has the notice, and the way back works there
		const name = (await rows(page).nth(1).locator('b').first().textContent())!;
		await press(`${say('prescribe.rows.remove')}, ${name}`);
		await expect(rows(page)).toHaveCount(4);
		await isClear(name);
		await expect(rows(page).locator('.line')).toHaveCount(1);
		await press(say('shell.status.undo'));
		await expect(rows(page)).toHaveCount(5);
		await isClear(say('shell.status.undone'));
		// written, by the Enter key
		await page.getByLabel(say('prescribe.add.own')).fill('Nourrir le chat');
		await expect(page.getByLabel(say('prescribe.rows.detail'))).toBeVisible();
		await page.getByLabel(say('prescribe.add.own')).press('Enter');
		await expect(rows(page)).toHaveCount(6);
		await isClear('Nourrir le chat');
		// the code is shown whole or scrolls, and the way out is in view
		await press(say('prescribe.out.code'));
		await expect(
			page.getByRole('dialog').getByRole('button', { name: say('sheet-tools.code.close') })
		).toBeInViewport({
			ratio: 1
		});
		await page.keyboard.press('Escape');
		// all of it cleared: the place where it was asked is gone
		await press(say('prescribe.out.clear'));
		await press(say('prescribe.out.clearYes'));
		await expect(rows(page)).toHaveCount(0);
		await isClear(say('prescribe.clearedUndo').split('.')[0]!);
	}
	// at a desk it stands below the sheet, as ever
	await page.setViewportSize({ width: 1366, height: 600 });
	await visit(page, '/fr/prescribe/');
	await press(say('prescribe.start.first-steps'));
	await expect(rows(page)).toHaveCount(5);
	await expect(page.locator('.place > .line')).toBeVisible();
	await expect.poll(() => coveredBy(page)).toEqual([]);
	// the start, what adds a step, and the sheet are in the first view; so is the way out of the code
	for (const seen of [
		page.getByRole('button', { name: say('prescribe.start.first-steps'), exact: true }),
		page.getByLabel(say('prescribe.add.search')),
		page.getByRole('button', { name: say('prescribe.out.print'), exact: true })
	])
		await expect(seen).toBeInViewport({ ratio: 1 });
	await expect(page.locator('.paper')).toBeInViewport();
	await press(say('prescribe.out.code'));
	const code = page.getByRole('dialog');
	await expect(code.getByRole('button', { name: say('sheet-tools.code.close') })).toBeInViewport({
		ratio: 1
	});
	await expect(code).toBeInViewport({ ratio: 0.99 });
});
