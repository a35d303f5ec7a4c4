import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { status, visit } from './person.ts';
import { wordsOf } from './words.ts';

const lang = 'en';
const say = wordsOf(lang);

/** Types into the last field of a sign; with the first letter, the page goes to where `top` of the field is as said, in px. */
async function type(page: Page, words: string, top: number): Promise<void> {
	const field = page.getByLabel(say('my-plan.signs.does'));
	await field.evaluate((input, at) => {
		input.addEventListener('input', () => scrollBy(0, input.getBoundingClientRect().top - at), {
			once: true
		});
	}, top);
	await field.fill(words);
	await expect(status(page, lang)).toContainText(say('shell.status.changed'));
	// a page that moves does so within a few frames
	for (let frame = 0; frame < 4; frame++) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** Where the field stands on the screen, and where the line that says what was kept begins, in px from above. */
function places(page: Page): Promise<{ bottom: number; line: number }> {
	return page.evaluate(() => ({
		bottom: document.activeElement!.getBoundingClientRect().bottom,
		line: document.querySelector('.place > .line')!.getBoundingClientRect().top
	}));
}

test.beforeEach(async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await visit(page, `/${lang}/plan/signs/`);
	await page.getByRole('button', { name: say('my-plan.signs.own') }).click();
});

test('what was kept is told without taking back a person who has gone on down the page', async ({ page }) => {
	await type(page, 'I go out', -200);
	expect((await places(page)).bottom).toBeLessThan(0);
});

test('the line that tells what was kept never covers the field that is written in', async ({ page }) => {
	await type(page, 'I go out', 640);
	const { bottom, line } = await places(page);
	expect(bottom).toBeLessThanOrEqual(line);
});
