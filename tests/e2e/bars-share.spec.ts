import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { beginWith, status, steps, visit } from './person.ts';
import { wordsOf } from './words.ts';

/** The longer words. */
const lang = 'fr';
const say = wordsOf(lang);
/** Small and usual telephones, Envol's size of text, and that of the browser's letters. */
const sizes = [
	[320, 568, 100, 16],
	[320, 568, 150, 16],
	[320, 640, 100, 16],
	[320, 640, 125, 16],
	[320, 640, 150, 16],
	[320, 640, 200, 16],
	[320, 640, 100, 24],
	[320, 640, 100, 32],
	[320, 740, 125, 16],
	[360, 740, 100, 16],
	[360, 740, 125, 16],
	[360, 740, 150, 16],
	[360, 740, 200, 16],
	[390, 844, 100, 16],
	[390, 844, 150, 16],
	[412, 915, 125, 16]
] as const;

/** At each size: bars that take more than a third of the screen, and what of help or Undo cannot be tapped. */
async function crowded(page: Page, about: string, needed: string): Promise<string[]> {
	const browser = await page.context().newCDPSession(page);
	const found: string[] = [];
	for (const [width, height, text, letters] of sizes) {
		await page.setViewportSize({ width, height });
		await browser.send('Page.setFontSizes', { fontSizes: { standard: letters } });
		await page.evaluate((size) => {
			if (size === 100) delete document.documentElement.dataset.text;
			else document.documentElement.dataset.text = String(size);
		}, text);
		const name = `${about}, ${width} x ${height}, ${text} %, ${letters} px`;
		found.push(
			...(await page.evaluate(
				async ([size, selector]) => {
					const wrong: string[] = [];
					// between what only stands at the top of the page, and what only stands at its end
					scrollTo(0, (document.documentElement.scrollHeight - innerHeight) / 2);
					// what fits itself to the size does so in the frames after
					for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
					const bars = document.querySelectorAll('.banner, .frame > nav, form .bar, .place .line');
					const seen = [...bars].map((bar) => {
						const { top, bottom } = bar.getBoundingClientRect();
						return Math.max(0, Math.min(innerHeight, bottom) - Math.max(0, top));
					});
					const share = seen.reduce((sum, each) => sum + each, 0) / innerHeight;
					if (share > 1 / 3)
						wrong.push(`${size}: bars take ${Math.round(100 * share)} %, ${seen.join(' + ')}`);
					const help = '.banner li:not(.wide) a, .banner .all';
					for (const place of document.querySelectorAll(`${help}, ${selector}`)) {
						const { left, top, width, height, right, bottom } = place.getBoundingClientRect();
						if (width === 0) continue;
						const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
						const hit = document.elementFromPoint(left + width / 2, top + height / 2);
						if (!isWhole || !hit || !place.contains(hit))
							wrong.push(`${size}: not in view, ${place.textContent}`);
					}
					return wrong;
				},
				[name, needed] as const
			))
		);
	}
	await browser.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
	return found;
}

test('bars never take more than a third of a telephone, also while Undo is offered, and help stays in view', async ({
	page
}) => {
	const found: string[] = [];
	await page.setViewportSize({ width: 320, height: 640 });
	await beginWith(page, lang, 'first-steps');
	await steps(page).first().press('Space');
	await expect(status(page, lang)).not.toBeEmpty();
	// a line that has just come lets taps through for a moment
	await page
		.locator('.line')
		.evaluate((line) => Promise.all(line.getAnimations().map(({ finished }) => finished)));
	found.push(...(await crowded(page, 'Today', '.line .undo')));
	await page.setViewportSize({ width: 320, height: 640 });
	await visit(page, `/${lang}/hope/write/#free`);
	await expect(page.getByRole('button', { name: say('hope.write.save'), exact: true })).toBeVisible();
	found.push(...(await crowded(page, 'a note', '.banner .all')));
	expect(found).toEqual([]);
});
