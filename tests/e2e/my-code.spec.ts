import { expect, test } from './fixtures.ts';
import { beginWith, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

test('my code is one tap from Today and from My plan, and what I say stands beside each step at the clinic', async ({
	page,
	anotherContext
}) => {
	await beginWith(page, 'en', 'first-steps');
	await page.evaluate(() => {
		navigator.clipboard.writeText = (text) => {
			document.body.dataset.copied = text;
			return Promise.resolve();
		};
	});
	await page.getByRole('link', { name: say('today.links.code') }).click();
	await page.setViewportSize({ width: 360, height: 740 });
	// the first screen of a phone has all of it
	const code = page.getByRole('img', { name: say('my-code.title') });
	await expect(code).toBeInViewport({ ratio: 0.9 });
	const alone = await code.locator('path').getAttribute('d');

	await page.getByText(say('my-code.say.title')).click();
	await page.getByLabel(say('my-code.say.line')).fill('Mornings are hard');
	const second = page.locator('fieldset').nth(1);
	await second.getByRole('radio', { name: say('my-code.say.smaller') }).check();
	await expect(code.locator('path')).not.toHaveAttribute('d', alone!);
	await page.getByRole('button', { name: say('my-code.copy') }).click();
	await expect(page.getByText(say('my-code.copied'))).toBeVisible();
	const link = new URL((await page.locator('body').getAttribute('data-copied'))!);

	await visit(page, '/en/plan/');
	await page.getByRole('link', { name: say('today.links.code') }).click();
	// the words came back; they are in the code, so they are in view
	await expect(page.getByLabel(say('my-code.say.line'))).toHaveValue('Mornings are hard');

	const clinic = await (await anotherContext()).newPage();
	await visit(clinic, link.pathname + link.hash);
	await expect(clinic.getByText(/What they say:.*Mornings are hard/)).toBeVisible();
	await expect(clinic.getByText(say('visit-page.said.smaller'))).toHaveCount(1);
	await expect(clinic.getByRole('main').locator('ol > li').nth(1)).toContainText(
		say('visit-page.said.smaller')
	);
	expect(new URL(clinic.url()).hash).toBe('');
});
