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
		// the form renders once somebody uses the page
		await page.mouse.move(200, 200);
		await expect(page.locator('.paper .blank, .paper li, .paper tr').first()).toBeAttached();
		await asPrinted(page);
		for (const kind of ['sheet', 'week', 'wallet', 'die'])
			for (const layout of kind === 'sheet' ? ['list', 'large', 'flower'] : ['list']) {
				await page.evaluate(
					([selects]) => {
						for (const [label, value] of selects) {
							const field = [...document.querySelectorAll('label')].find((each) =>
								each.textContent.includes(label)
							)!.control as HTMLSelectElement;
							field.value = value;
							field.dispatchEvent(new Event('change', { bubbles: true }));
						}
					},
					[
						[
							[say(lang, 'prescribe.out.what'), kind],
							[say(lang, 'prescribe.start.layout'), layout]
						]
					] as const
				);
				await expect(page.locator(kind === 'die' ? '.die-paper' : '.paper')).toBeAttached();
				await look(`blank ${kind} ${layout}`, '.paper', kind === 'die' ? 7.5 : 10);
			}
	}
	return troubles;
}
