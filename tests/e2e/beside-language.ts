import type { Page } from '@playwright/test';
import type { BesideLang } from '../../src/lib/domain/language.ts';
import type { PaperKind } from '../../src/lib/domain/prescription.ts';
import { madeUp } from '../support/made-up-language.ts';
import { expect } from './fixtures.ts';
import { asPrinted, troublesOnPaper, widthOf } from './paper-boxes.ts';
import { draw, petals, twelve } from './paper-page.ts';

/**
 * Sheets with a language that the app is not in, beside French and English: each on one page, every word in its place, and
 * what runs from right to left does so.
 */
export async function troublesBeside(page: Page): Promise<string[]> {
	const troubles: string[] = [];
	await page.setViewportSize({ width: widthOf.A4, height: 1056 });
	let isFirst = true;
	for (const [tag, langs] of [
		[madeUp.fromRight, 'fr'],
		[madeUp.long, 'en-fr']
	] as const) {
		const paper = { beside: tag as string as BesideLang, region: 'CA-QC', teamPhone: '514-555-0123' };
		for (const [kind, layout, ids] of [
			['sheet', 'list', twelve.slice(0, 4)],
			['list', 'list', twelve.slice(0, 8)],
			['sheet', 'large', twelve.slice(0, 3)],
			['sheet', 'flower', petals],
			['week', 'list', twelve.slice(0, 8)],
			['wallet', 'list', twelve.slice(0, 8)],
			['habit-sleep', 'list', twelve],
			['pad-list', 'list', []]
		] as const satisfies readonly (readonly [PaperKind, string, readonly string[]])[]) {
			const { fit } = await draw(page, { ids, langs, layout, kind, paper });
			if (isFirst) await asPrinted(page);
			isFirst = false;
			const what = `${tag} ${kind} ${layout}`;
			// a page for each language about a habit
			if (fit?.overMm !== 0) troubles.push(`${what}: ${fit?.overMm} mm too long`);
			for (const trouble of await troublesOnPaper(page, { paper: '.paper', smallest: 10 }))
				troubles.push(`${what}: ${trouble}`);
			const spoken = page.locator(`.paper [lang="${tag}"]`);
			await expect(spoken.first()).toHaveCSS('direction', tag === madeUp.fromRight ? 'rtl' : 'ltr');
			await expect(page.locator('.paper [lang="fr-CA"], .paper [lang="en-CA"]').first()).toHaveCSS(
				'direction',
				'ltr'
			);
		}
	}
	return troubles;
}
