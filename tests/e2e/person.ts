import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { say, type Lang } from './words.ts';

export type Preset = 'first-steps' | 'sleep' | 'use-less';

/** Waits until the page reacts to taps. */
export async function awake(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
}

export async function visit(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await awake(page);
}

/**
 * Passes the time that a page waits for its database at once: first the check whether there is one, then opening it.
 * Needs `page.clock.install()`. A unit test checks how long that is: `tests/unit/storage/trouble.test.ts`.
 */
export async function waitedForDatabase(page: Page): Promise<void> {
	for (const ms of [500, 2000]) {
		await page.clock.runFor(ms);
		await page.waitForLoadState('networkidle');
	}
}

/** From now on these files wait. Returns a function that lets them come. */
export async function heldBack(page: Page, files: string): Promise<() => void> {
	let release = () => {};
	const released = new Promise<void>((resolve) => (release = resolve));
	await page.route(files, async (route) => {
		await released;
		await route.continue();
	});
	return release;
}

/** Starts with a ready-made list and opens Today. */
export async function beginWith(page: Page, lang: Lang, preset: Preset): Promise<void> {
	await visit(page, `/${lang}/welcome/start/`);
	await page.getByRole('button', { name: say(lang, `prescription.starts.${preset}`) }).click();
	await expect(page).toHaveURL(new RegExp(`/${lang}/today/$`));
	await expect(steps(page).first()).toBeVisible();
	await page.getByRole('button', { name: say(lang, 'shell.status.close'), exact: true }).click();
}

/** Adds a step in the person's own words, on the page where steps are chosen. */
export async function addOwn(page: Page, lang: Lang, words: string): Promise<void> {
	await page.getByLabel(say(lang, 'prescription.own.label')).fill(words);
	// with the first word, a picture and a time are offered above the button
	await expect(page.getByText(say(lang, 'prescription.own.other'), { exact: true })).toBeVisible();
	await page.getByRole('button', { name: say(lang, 'prescription.own.add') }).click();
	await expect(mine(page, lang).getByRole('listitem').filter({ hasText: words })).toBeVisible();
}

/** The steps of the day that are ticked once. */
export function steps(page: Page): Locator {
	return page.getByRole('main').getByRole('checkbox');
}

export function step(page: Page, words: string): Locator {
	return page.getByRole('main').getByRole('checkbox', { name: words });
}

/** The status line. */
export function status(page: Page, lang: Lang): Locator {
	return page.getByRole('status', { name: say(lang, 'shell.status.label') });
}

/** Undoes the last change, and waits until that is stored and reported: what shows before may not be on disk yet. */
export async function undo(page: Page, lang: Lang): Promise<void> {
	await page.getByRole('button', { name: say(lang, 'shell.status.undo'), exact: true }).click();
	await expect(status(page, lang)).toContainText(say(lang, 'shell.status.undone'));
}

/** "What I chose". */
export function mine(page: Page, lang: Lang): Locator {
	return page.getByRole('region', { name: say(lang, 'prescription.mine') });
}

/** The titles of the chosen steps, each of which opens. */
export function chosen(page: Page, lang: Lang): Locator {
	return mine(page, lang).locator('li > details > summary');
}

/** Opens one of the chosen steps to change it. */
export async function openStep(page: Page, lang: Lang, words: string): Promise<Locator> {
	const item = mine(page, lang)
		.getByRole('listitem')
		.filter({ has: page.locator('summary', { hasText: words }) });
	await item.locator('summary').first().click();
	// "Make it smaller", "More choices", "Pause or put away" are folded
	await expect(item.locator('details details').first()).toBeVisible();
	await item
		.locator('details details')
		.evaluateAll((all) => all.forEach((folded) => folded.setAttribute('open', '')));
	return item;
}

/** All rows of one table of the person's data, as the browser keeps them; under a lock they are sealed. */
export async function rowsOf(
	page: Page,
	table: 'days' | 'steps' | 'drafts' | 'settings' | 'notes' | 'photos'
): Promise<unknown[]> {
	// opening the database too early would create an empty one, and block the app
	const inUse = await page.evaluate(async () => {
		const named = localStorage.getItem('envol.database') ?? 'envol';
		return (await indexedDB.databases()).find(({ name }) => name === named)?.name;
	});
	if (inUse === undefined) return [];
	return page.evaluate(
		([database, name]) =>
			new Promise<unknown[]>((resolve, reject) => {
				const opening = indexedDB.open(database);
				opening.onerror = () => reject(new Error('cannot open'));
				opening.onsuccess = () => {
					const db = opening.result;
					const all = db.transaction(name).objectStore(name).getAll();
					all.onsuccess = () => {
						db.close();
						resolve(all.result);
					};
					all.onerror = () => reject(new Error('cannot read'));
				};
			}),
		[inUse, table] as const
	);
}
