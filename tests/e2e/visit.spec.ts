import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { keep, missingTools, pagesIn, textIn } from './paper-tools.ts';
import { status, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

/** Without gaps, small drawings, and the marks that set words of another direction apart: a print has them in its own way. */
const plain = (text: string) => text.replace(/[\s\p{Cf}\p{Extended_Pictographic}]/gu, '');

/** The page as it prints, on either paper, as one text. */
async function printed(page: Page, info: TestInfo, format: 'Letter' | 'A4') {
	const pdf = keep(
		info.outputPath(`visit-${format}.pdf`),
		await page.pdf({ format, preferCSSPageSize: true })
	);
	return { pages: pagesIn(pdf), text: plain(textIn(pdf)) };
}

for (const lang of langs) {
	const say = wordsOf(lang);

	test(`only what is switched on is on the page for the visit, and the preview is what prints, ${lang}`, async ({
		page
	}, info) => {
		await fill(page, lang);
		await page.setViewportSize({ width: 360, height: 740 });
		await visit(page, `/${lang}/plan/visit/`);
		const preview = page.getByRole('region', { name: say('visit-page.out.preview') });
		const paperText = async () => (await preview.locator('.plan-paper > section').allInnerTexts()).join(' ');
		await expect(preview.getByText(say('visit.parts.did'), { exact: true })).toBeVisible();
		// measured once all of it is there
		const fits = page.getByText(say('visit-page.out.fits'));
		await expect(fits).toBeVisible();
		const before = await paperText();

		// a part opens, a line goes on, and off
		const part = (name: string) =>
			page
				.locator('.parts > li')
				.filter({ has: page.getByText(say(`visit.parts.${name}`), { exact: true }) });
		await part('agreements').locator('summary').first().click();
		const line = part('agreements').getByRole('checkbox').first();
		await expect(line).not.toBeChecked();
		await line.click();
		await expect(line).toBeChecked();
		await expect(preview.getByText(say('visit.parts.agreements'))).toBeVisible();
		await line.click();
		await expect(line).not.toBeChecked();
		await expect(preview.getByText(say('visit.parts.agreements'))).toHaveCount(0);
		await expect.poll(paperText).toBe(before);

		// words of one's own
		await part('hard').locator('summary').first().click();
		await part('hard')
			.getByRole('button', { name: say('visit-page.add') })
			.click();
		await page.keyboard.type('Zkqx');
		await expect(status(page, lang)).toContainText(say('shell.status.changed'));
		await expect(preview.getByText('Zkqx')).toBeVisible();

		await expect(fits).toBeVisible();
		if (missingTools.length === 0)
			for (const format of ['Letter', 'A4'] as const) {
				const { pages, text } = await printed(page, info, format);
				expect(pages, format).toBe(1);
				for (const shown of await preview.locator('.plan-paper > section li').allInnerTexts())
					expect(text, format).toContain(plain(shown));
			}

		// far too much for one page: said, and nothing is cut
		for (const name of ['did', 'helped', 'signs', 'next', 'agreements']) {
			const one = part(name);
			// open already, it may only be on its way
			const isOpen = await one
				.locator('details')
				.first()
				.evaluate((fold) => (fold as HTMLDetailsElement).open);
			if (!isOpen) await one.locator('summary').first().click();
			await expect(one.getByRole('checkbox').first()).toBeVisible();
			for (const box of await one.getByRole('checkbox').all()) {
				if (!(await box.isChecked())) await box.click();
				await expect(box).toBeChecked();
			}
		}
		await expect(preview.locator('.plan-paper > section li').nth(12)).toBeVisible();
		const lines = await preview.locator('.plan-paper > section li').allInnerTexts();
		expect(lines.length).toBeGreaterThan(10);
		const isOne = await fits.isVisible();
		if (missingTools.length === 0) {
			const { pages, text } = await printed(page, info, 'Letter');
			expect(pages === 1).toBe(isOne);
			for (const shown of lines) expect(text).toContain(plain(shown));
		}
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

		// shown large, and what to watch together when medicine changes
		await page.getByRole('button', { name: say('visit-page.out.show') }).click();
		await expect(page.getByRole('dialog').getByText('Zkqx')).toBeVisible();
		await page
			.getByRole('dialog')
			.getByRole('button', { name: say('visit-page.out.close') })
			.click();
		await page.getByRole('radio', { name: say('visit-page.out.medicine') }).check();
		await expect(preview.getByRole('heading', { level: 2 })).toHaveText(say('visit-page.medicine.title'));
		const person = page.locator('section[aria-labelledby="page"]').getByRole('checkbox').last();
		await person.check();
		await expect(preview.getByText(say('visit-page.medicine.again'))).toBeVisible();
		if (missingTools.length === 0)
			for (const format of ['Letter', 'A4'] as const)
				expect((await printed(page, info, format)).pages).toBe(1);
	});
}
