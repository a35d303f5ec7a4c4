import type { BrowserContext, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { lockScreen, openWith, passphrase, pin } from './locking.ts';
import { addOwn, beginWith, step, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');

/** A browser that can be ended and opened again. */
export interface Killable {
	open: () => Promise<BrowserContext>;
	kill: () => Promise<void>;
}

export const ownStep = 'Water the violet heron';
export const dayNote = 'Marguerite saw it sing';

/** A step of one's own, and a note of the day. */
export async function live(page: Page): Promise<void> {
	await beginWith(page, 'en', 'first-steps');
	await visit(page, '/en/prescription/');
	await addOwn(page, 'en', ownStep);
	await visit(page, '/en/today/');
	await page.getByLabel(say('today.note.label')).fill(dayNote);
	await expect(page.getByText(say('today.note.saved'), { exact: true })).toBeVisible();
}

/** Types these words on the lock screen. Resolves to whether they opened it. */
async function tryWords(page: Page, words: string): Promise<boolean> {
	const asksPin = (await page.getByLabel(say('lock.pin'), { exact: true }).count()) > 0;
	const habits = () => page.evaluate(() => localStorage.getItem('envol.lock-habits') ?? '{}');
	const wrong = async () => (JSON.parse(await habits()) as { tries?: { wrong: number } }).tries?.wrong ?? 0;
	const before = await wrong();
	await openWith(page, 'en', asksPin ? 'lock.pin' : 'lock.passphrase', words);
	const isOpen = async () => (await step(page, ownStep).count()) > 0;
	await expect.poll(async () => (await isOpen()) || (await wrong()) > before, { timeout: 60_000 }).toBe(true);
	return (await wrong()) <= before;
}

/**
 * Opens Today, whatever was going on: all is there. Resolves to what opened it, undefined where nothing was needed. Where a lock is on,
 * nothing of the person's shows before, and of the words that may open it exactly one does.
 */
export async function isAllThere(
	page: Page,
	mayOpen: readonly string[] = [passphrase, pin]
): Promise<string | undefined> {
	await visit(page, '/en/today/');
	const own = step(page, ownStep);
	await expect(lockScreen(page, 'en').or(own)).toBeVisible();
	let by: string | undefined;
	if ((await lockScreen(page, 'en').count()) > 0) {
		await expect(page.getByText(ownStep)).toHaveCount(0);
		await expect(
			page
				.getByLabel(say('lock.pin'), { exact: true })
				.or(page.getByLabel(say('lock.passphrase'), { exact: true }))
		).toBeVisible();
		for (const words of mayOpen) if (!by && (await tryWords(page, words))) by = words;
		expect(by, 'one of them opens it').toBeDefined();
	}
	await expect(own).toBeVisible();
	await expect(page.getByLabel(say('today.note.label'))).toHaveValue(dayNote);
	return by;
}
