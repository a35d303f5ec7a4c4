import type { Page } from '@playwright/test';
import { allPages } from '../../src/pages.js';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { addOwn, beginWith, chosen, mine, openStep, steps, visit } from './person.ts';
import { langs, wordsOf } from './words.ts';

const phone = { width: 360, height: 740 };
const looks = ['light', 'dark', 'contrast'] as const;
/** Another look changes colours only, and colours are the same in each language: each is looked at in one. */
const otherLook: Record<string, (typeof looks)[number]> = { en: 'contrast', fr: 'dark' };
const parts = [
	['without a language', allPages.filter((address) => !/^\/(en|fr)\//.test(address)).concat('/404.html')],
	['en', allPages.filter((address) => address.startsWith('/en/'))],
	['fr', allPages.filter((address) => address.startsWith('/fr/'))]
] as const;
/** So many pages are looked at by one test, so that others can be looked at beside it. */
const together = 9;
const groups = parts.flatMap(([name, addresses]) =>
	Array.from({ length: Math.ceil(addresses.length / together) }, (_, i) => ({
		name: addresses.length > together ? `${name}, ${i * together + 1} and on` : name,
		look: otherLook[name],
		addresses: addresses.slice(i * together, (i + 1) * together)
	}))
);

const screens = [
	['a screen 320 px wide', { width: 320, height: 568 }, 100],
	['very big text', { width: 360, height: 740 }, 200],
	['very big text on a narrow screen', { width: 320, height: 568 }, 200],
	['a page zoomed to 200 %', { width: 640, height: 360 }, 100]
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

/** As the page would stand with another look: nothing but this attribute of it changes. */
async function wear(page: Page, look: (typeof looks)[number]): Promise<void> {
	await page.evaluate((name) => (document.documentElement.dataset.look = name), look);
}

async function inEachLook(page: Page, about: string): Promise<string[]> {
	const found: string[] = [];
	for (const look of looks) {
		await wear(page, look);
		found.push(...(await barriers(page, `${about} ${look}`)));
	}
	return found;
}

/** What sticks out of the screen, what is covered, what is too small to hit. */
async function misfits(page: Page, about: string): Promise<string[]> {
	return page.evaluate(async (address) => {
		// what fits itself to a new size does so in the frame after
		for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
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
				const x = box.left + box.width / 2;
				const y = box.top + box.height / 2;
				const isSticky = getComputedStyle(link.closest('aside')!).position === 'sticky';
				if (where > 0 && !isSticky) continue;
				// on a low screen, or with very big letters, help waits at the top of the page: elsewhere it stays
				if (where > 0 && y < 0) {
					if (innerHeight >= 480 && !document.documentElement.dataset.text)
						found.push(`${address} left behind: ${link.textContent}`);
					continue;
				}
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

/** The same on each screen, one after the other: what a screen changes is the size, and how large the text is. */
async function misfitsOnEachScreen(page: Page, address: string): Promise<string[]> {
	const found: string[] = [];
	for (const [name, viewport, textSize] of screens) {
		await page.setViewportSize(viewport);
		await page.evaluate((size) => {
			if (size === 100) delete document.documentElement.dataset.text;
			else document.documentElement.dataset.text = String(size);
		}, textSize);
		found.push(...(await misfits(page, `${address} with ${name}:`)));
	}
	await page.evaluate(() => delete document.documentElement.dataset.text);
	return found;
}

test.beforeEach(async ({ context }) => {
	await context.addInitScript(prefer, { look: 'light', textSize: 100, motion: 'reduced' });
});

for (const { name, look, addresses } of groups)
	test(`for every eye, hand and ear: each page ${name} has no barrier, nothing scrolls sideways, help is never covered`, async ({
		page
	}) => {
		test.setTimeout(180_000);
		const found: string[] = [];
		for (const address of addresses) {
			await page.setViewportSize(phone);
			await page.goto(address);
			if (address !== '/404.html') await expect(page.locator('html[data-ready]')).toBeAttached();
			await openAll(page);
			found.push(...(await barriers(page, address)));
			if (look) {
				await wear(page, look);
				found.push(...(await barriers(page, `${address} ${look}`, { onlyColours: true })));
				await wear(page, 'light');
			}
			found.push(...(await misfitsOnEachScreen(page, address)));
		}
		expect(found).toEqual([]);
	});

for (const lang of langs)
	test(`a day with six steps, and a step being changed, have no barrier in any look, ${lang}`, async ({
		page
	}) => {
		test.setTimeout(120_000);
		await page.setViewportSize(phone);
		await beginWith(page, lang, 'sleep');
		await steps(page).first().check();
		const found = await inEachLook(page, 'today');
		await page.setViewportSize(phone);
		await visit(page, `/${lang}/prescription/`);
		await addOwn(page, lang, 'Alpha');
		await openStep(page, lang, 'Alpha');
		await mine(page, lang).getByLabel(wordsOf(lang)('prescription.often.label')).selectOption('weekdays');
		found.push(...(await inEachLook(page, 'prescription')));
		expect(found).toEqual([]);
	});

test('with a plan, and with Quebec’s longer row of numbers, nothing scrolls sideways and help is never covered', async ({
	page
}) => {
	await page.setViewportSize(phone);
	await beginWith(page, 'fr', 'sleep');
	await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
	const found = await misfitsOnEachScreen(page, '/fr/today/ with a plan');
	await page.setViewportSize(phone);
	await visit(page, '/fr/prescription/');
	await page.evaluate(() => (document.documentElement.dataset.region = 'CA-QC'));
	await chosen(page, 'fr').first().click();
	found.push(...(await misfitsOnEachScreen(page, '/fr/prescription/ with a step open')));
	expect(found).toEqual([]);
});
