import type { Page } from '@playwright/test';
import { allPages } from '../../src/pages.js';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { addOwn, beginWith, chosen, mine, openStep, steps, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

const looks = ['light', 'dark', 'contrast'] as const;
const parts = [
	['without a language', allPages.filter((address) => !/^\/(en|fr)\//.test(address)).concat('/404.html')],
	['en', allPages.filter((address) => address.startsWith('/en/'))],
	['fr', allPages.filter((address) => address.startsWith('/fr/'))]
] as const;

/** Opens every fold of the page. */
async function openAll(page: Page): Promise<void> {
	await page
		.locator('details')
		.evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));
}

/** Runs in the page, before its own scripts. */
function prefer(preferences: object): void {
	try {
		localStorage.setItem('envol.preferences', JSON.stringify(preferences));
	} catch {
		// a frame of the checker's own
	}
}

test.describe('for every eye, hand and ear', () => {
	test.use({ viewport: { width: 360, height: 740 } });

	for (const look of looks) {
		test.describe(look, () => {
			test.beforeEach(async ({ context }) => {
				await context.addInitScript(prefer, { look, textSize: 100, motion: 'reduced' });
			});

			// another look changes colours only, and colours are the same in each language
			const onlyColours = look !== 'light';
			for (const [name, addresses] of parts.filter(
				([each]) => !onlyColours || each === (look === 'dark' ? 'fr' : 'en')
			))
				test(`every page ${name} has no barrier, ${look}`, async ({ page }) => {
					test.setTimeout(180_000);
					const found: string[] = [];
					for (const address of addresses) {
						await page.goto(address);
						if (address !== '/404.html') await expect(page.locator('html[data-ready]')).toBeAttached();
						await openAll(page);
						found.push(...(await barriers(page, address, { onlyColours })));
					}
					expect(found).toEqual([]);
				});

			for (const lang of langs)
				test(`a day with six steps, and a step being changed, have no barrier, ${look}, ${lang}`, async ({
					page
				}) => {
					await beginWith(page, lang, 'sleep');
					await steps(page).first().check();
					const found = await barriers(page, 'today');
					await visit(page, `/${lang}/prescription/`);
					await addOwn(page, lang, 'Alpha');
					await openStep(page, lang, 'Alpha');
					await mine(page, lang)
						.getByLabel(wordsOf(lang)('prescription.often.label'))
						.selectOption('weekdays');
					found.push(...(await barriers(page, 'prescription')));
					expect(found).toEqual([]);
				});
		});
	}
});

/** What sticks out of the screen, what is covered, what is too small to hit. */
async function misfits(page: Page, about: string): Promise<string[]> {
	return page.evaluate((address) => {
		const found: string[] = [];
		const width = document.documentElement.clientWidth;
		if (document.scrollingElement!.scrollWidth > width) {
			const wide = [...document.querySelectorAll('body *')].find(
				(element) => element.getBoundingClientRect().right > width + 1 && !element.closest('.visually-hidden')
			);
			found.push(`${address} scrolls sideways: ${wide?.outerHTML.slice(0, 120)}`);
		}
		for (const where of [0, document.documentElement.scrollHeight]) {
			scrollTo(0, where);
			for (const link of document.querySelectorAll('aside a')) {
				const box = link.getBoundingClientRect();
				if (box.width === 0 || getComputedStyle(link).visibility === 'hidden') continue;
				const isSticky = getComputedStyle(link.closest('aside')!).position === 'sticky';
				if (where > 0 && !isSticky) continue;
				const x = box.left + box.width / 2;
				const y = box.top + box.height / 2;
				if (box.left < 0 || box.right > width + 1) found.push(`${address} cut off: ${link.textContent}`);
				if (y < innerHeight && document.elementFromPoint(x, y)?.closest('a') !== link)
					found.push(`${address} covered: ${link.textContent}`);
				// how high the place is that answers to a finger
				const reach = [-22, 21].every(
					(offset) =>
						y + offset < 0 ||
						y + offset >= innerHeight ||
						document.elementFromPoint(x, y + offset)?.closest('a') === link
				);
				if (!reach) found.push(`${address} lower than 44 px: ${link.textContent}`);
			}
		}
		scrollTo(0, 0);
		return found;
	}, about);
}

const screens = [
	['a screen 320 px wide', { width: 320, height: 568 }, 100],
	['very big text', { width: 360, height: 740 }, 200],
	['very big text on a narrow screen', { width: 320, height: 568 }, 200],
	['a page zoomed to 200 %', { width: 640, height: 360 }, 100]
] as const;

for (const [name, viewport, textSize] of screens)
	test.describe(name, () => {
		test.use({ viewport });
		test(`with ${name}, nothing scrolls sideways and help is never covered`, async ({ page, context }) => {
			test.setTimeout(180_000);
			await context.addInitScript(prefer, { look: 'light', textSize, motion: 'reduced' });
			const found: string[] = [];
			// the door of the hard day would keep the person there; its page is looked at in each language
			for (const address of [...allPages.filter((each) => each !== '/hard-day/'), '/404.html']) {
				await page.goto(address);
				if (address !== '/404.html') await expect(page.locator('html[data-ready]')).toBeAttached();
				await openAll(page);
				found.push(...(await misfits(page, address)));
			}
			// with a plan, and with Quebec's longer row of numbers
			await beginWith(page, 'fr', 'sleep');
			await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
			found.push(...(await misfits(page, '/fr/today/ with a plan')));
			await visit(page, '/fr/prescription/');
			await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
			await chosen(page, 'fr').first().click();
			found.push(...(await misfits(page, '/fr/prescription/ with a step open')));
			expect(found).toEqual([]);
		});
	});
