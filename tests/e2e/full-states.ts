import type { Page } from '@playwright/test';
import { pages } from '../../src/pages.js';
import { barriers } from './barriers.ts';
import { wear, type Look } from './empty-pages.ts';
import { expect, openEveryFold } from './fixtures.ts';
import { fill } from './full-profile.ts';
import { awake } from './person.ts';
import { prepareWalk, walkBothWays, walkByKey, whatSticksOut } from './walk.ts';
import { say, type Lang } from './words.ts';

/** Pages that show other data depending on the hash of their address. */
const more: Record<string, readonly string[]> = {
	'hope/note/': ['#full-note', '#full-waits'],
	'hope/write/': ['#full-note', '#letter']
};

/** Every state of every page, in the order of the pages. */
export const states = pages.flatMap(({ path }) => more[path]?.map((about) => `${path}${about}`) ?? [path]);

/** What a person does first, where a page shows more once it is used. */
async function use(page: Page, state: string, lang: Lang): Promise<void> {
	const main = page.getByRole('main');
	if (state === 'today/') {
		// a step done several times a day, begun: its undo button is there
		await main.locator('button.tick').first().click();
		await expect(main.locator('button.less').first()).toBeVisible();
		// not by a pointer: what was just done is said, and moves what is below it while the pointer is on its way
		await main.getByRole('checkbox', { checked: false }).first().dispatchEvent('click');
		await expect(
			page.getByRole('button', { name: say(lang, 'shell.status.undo'), exact: true })
		).toBeVisible();
		// while it arrives, taps go through it to what it covers
		await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
	}
	if (state === 'prescribe/')
		await main.getByRole('button', { name: say(lang, 'prescribe.start.first-steps'), exact: true }).click();
	if (state === 'dice/') {
		await main.getByRole('button', { name: say(lang, 'dice.roll') }).click();
		await expect(page.getByRole('region', { name: say(lang, 'dice.result') })).toBeVisible();
	}
}

export async function openState(page: Page, state: string, lang: Lang): Promise<void> {
	// an address that differs only in its hash would not load again
	await page.goto('/404.html');
	await page.goto(`/${lang}/${state}`);
	await awake(page);
	await expect(page.getByText(/^(Opening|Ouverture)/)).toHaveCount(0);
	await use(page, state, lang);
	await openEveryFold(page.locator('main'));
	await prepareWalk(page);
}

/** Screen sizes, the app's text size, and the browser's font size. */
export const sizes = [
	['360 x 740', { width: 360, height: 740 }, 100, 16],
	['320 x 640, text at 200 %', { width: 320, height: 640 }, 200, 16],
	['360 x 740, letters of 24 px', { width: 360, height: 740 }, 100, 24],
	['320 x 640, letters of 32 px', { width: 320, height: 640 }, 100, 32]
] as const;

type Size = (typeof sizes)[number];

/** Sets a size as a person who chose it would see it. */
async function sizer(page: Page): Promise<(size: Size) => Promise<void>> {
	const browser = await page.context().newCDPSession(page);
	return async ([, viewport, text, letters]) => {
		await page.setViewportSize(viewport);
		await browser.send('Page.setFontSizes', { fontSizes: { standard: letters } });
		await page.evaluate((size) => {
			if (size === 100) delete document.documentElement.dataset.text;
			else document.documentElement.dataset.text = String(size);
		}, text);
	};
}

/** Calls back with every state at every size. */
async function atEverySize(
	page: Page,
	lang: Lang,
	some: readonly string[],
	look: (about: string) => Promise<void>
): Promise<void> {
	const take = await sizer(page);
	await fill(page, lang);
	for (const state of some) {
		await take(sizes[0]);
		await openState(page, state, lang);
		for (const size of sizes) {
			await take(size);
			await look(`/${lang}/${state} at ${size[0]}`);
		}
	}
}

/**
 * Walks every state at every size in both directions; reports what cannot be seen when it has the focus, and what
 * scrolls sideways.
 */
export async function walkStates(page: Page, lang: Lang, some: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	await atEverySize(page, lang, some, async (about) => {
		const { wrong, count } = await walkBothWays(page);
		found.push(...wrong.map((each) => `${about}: ${each}`));
		// a walk over almost nothing proves nothing
		if (count < 6) found.push(`${about}: only ${count} places`);
	});
	return found;
}

/** Reports what scrolls sideways, in every state at every size. */
export async function reflowOfStates(page: Page, lang: Lang, some: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	await atEverySize(page, lang, some, async (about) => {
		found.push(...(await whatSticksOut(page)).map((each) => `${about}: ${each}`));
	});
	return found;
}

/** Axe, then both walks, at the size of a phone, in any browser. */
export async function axeAndWalk(page: Page, lang: Lang, some: readonly string[]): Promise<string[]> {
	const found: string[] = [];
	await fill(page, lang);
	for (const state of some) {
		await page.setViewportSize({ width: 360, height: 740 });
		await openState(page, state, lang);
		found.push(...(await barriers(page, `/${lang}/${state}`)));
		await page.setViewportSize({ width: 360, height: 740 });
		const { wrong, count } = await walkBothWays(page);
		found.push(...wrong.map((each) => `/${lang}/${state}: ${each}`));
		if (count < 6) found.push(`/${lang}/${state}: only ${count} places`);
	}
	return found;
}

/** The same with real key presses. */
export async function walkStatesByKey(
	page: Page,
	lang: Lang,
	some: readonly string[],
	size: Size = sizes[0]
): Promise<string[]> {
	const found: string[] = [];
	const take = await sizer(page);
	await fill(page, lang);
	for (const state of some) {
		await take(sizes[0]);
		await openState(page, state, lang);
		await take(size);
		for (const key of ['Tab', 'Shift+Tab'] as const)
			found.push(...(await walkByKey(page, key)).map((each) => `/${lang}/${state} at ${size[0]}, ${each}`));
	}
	return found;
}

/** Axe on every state: all rules in light, colours again in the other looks. */
export async function axeOnStates(
	page: Page,
	lang: Lang,
	some: readonly string[],
	looks: readonly ('dark' | 'contrast')[],
	widths: readonly number[] = [320]
): Promise<string[]> {
	const found: string[] = [];
	await fill(page, lang);
	for (const state of some) {
		await page.setViewportSize({ width: 320, height: 740 });
		await openState(page, state, lang);
		for (const width of widths)
			found.push(...(await barriers(page, `/${lang}/${state} at ${width}`, { width })));
		for (const look of looks) {
			await wear(page, look);
			found.push(...(await barriers(page, `/${lang}/${state} ${look}`, { onlyColours: true, width: 320 })));
		}
	}
	return found;
}

/** Axe once on each state, each in its look. */
export async function axeInTurn(
	page: Page,
	lang: Lang,
	some: readonly (readonly [state: string, look: Look])[]
): Promise<string[]> {
	const found: string[] = [];
	await fill(page, lang);
	for (const [state, look] of some) {
		await page.setViewportSize({ width: 320, height: 740 });
		await openState(page, state, lang);
		await wear(page, look);
		found.push(...(await barriers(page, `/${lang}/${state} ${look}`, { width: 320 })));
	}
	return found;
}
