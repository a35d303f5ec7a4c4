import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { asPrinted, troublesOnPaper, widthOf } from './paper-boxes.ts';
import { visit } from './person.ts';
import { langs, say } from './words.ts';

/** Checks papers printed directly from a page, in both languages: Help, all ideas, and forms to fill in by hand. */
export async function troublesOnPages(page: Page): Promise<string[]> {
	const troubles: string[] = [];
	for (const lang of langs) {
		const look = async (what: string, paper: string, smallest: number) => {
			// the narrower of the two papers
			await page.setViewportSize({ width: widthOf.A4, height: 1056 });
			for (const trouble of await troublesOnPaper(page, { paper, smallest }))
				troubles.push(`${what}, ${lang}: ${trouble}`);
		};
		await visit(page, `/${lang}/dice/all/`);
		await asPrinted(page);
		await look('all ideas', 'main', 8.5);

		// the numbers of every place, and of none
		await page.goto(`/${lang}/help/`);
		await asPrinted(page);
		for (const region of [undefined, 'CA-QC', 'CA-ON', 'CA-NU']) {
			await page.evaluate((place) => {
				if (place) document.documentElement.dataset.region = place;
				else delete document.documentElement.dataset.region;
			}, region);
			await look(`help ${region ?? 'anywhere'}`, '.help-page', 8);
		}

		await page.setViewportSize({ width: 1280, height: 1056 });
		await visit(page, `/${lang}/prescribe/`);
		// with nothing on the sheet there is nothing to print, but blank forms
		await expect(page.getByRole('button', { name: say(lang, 'prescribe.out.print') })).toBeDisabled();
		await expect(page.getByText(say(lang, 'prescribe.out.blank'))).toBeVisible();
		for (const kind of [
			'pad-pictures',
			'pad-list',
			'pad-flower',
			'pad-week',
			'pad-crisis',
			'week',
			'month',
			'wallet',
			'die'
		]) {
			await page.evaluate(
				([label, value]) => {
					const field = [...document.querySelectorAll('label')].find((each) =>
						each.textContent.includes(label)
					)!.control as HTMLSelectElement;
					field.value = value;
					field.dispatchEvent(new Event('change', { bubbles: true }));
				},
				[say(lang, 'prescribe.out.what'), kind] as const
			);
			await expect(page.locator(kind === 'die' ? '.die-paper' : '.paper')).toBeAttached();
			// a pad has its code once it is drawn
			if (kind.startsWith('pad-')) await expect(page.locator('.paper footer svg')).toBeAttached();
			await asPrinted(page);
			await look(`blank ${kind}`, '.paper', kind === 'die' ? 7.5 : 10);
		}
	}
	return troubles;
}
