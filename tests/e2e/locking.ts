import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';
import { visit } from './person.ts';
import { say, type Lang } from './words.ts';

export const passphrase = 'four kind words here';
export const pin = '314159';

/** Opens the part of Settings about the lock. */
export async function lockSetting(page: Page, lang: Lang): Promise<Locator> {
	await visit(page, `/${lang}/settings/`);
	await page.getByRole('button', { name: say(lang, 'settings.lock.open') }).click();
	return page.getByRole('region', { name: say(lang, 'settings.lock.title'), exact: true });
}

/** Types what is to open it, twice. */
export async function fillWords(
	part: Locator,
	lang: Lang,
	kind: 'passphrase' | 'pin',
	words = kind === 'pin' ? pin : passphrase
): Promise<void> {
	await part.getByLabel(say(lang, `lock-setting.kind.${kind}`)).check();
	await part
		.getByLabel(say(lang, `lock-setting.label.${kind}`), { exact: true })
		.last()
		.fill(words);
	await part.getByLabel(say(lang, 'lock-setting.again')).fill(words);
}

/** Asks for a lock; it is being turned on then. */
export async function askTurnOn(page: Page, lang: Lang, kind: 'passphrase' | 'pin'): Promise<Locator> {
	const part = await lockSetting(page, lang);
	await fillWords(part, lang, kind);
	await part.getByRole('button', { name: say(lang, 'lock-setting.turnOn') }).click();
	return part;
}

/** Turns a lock on. Resolves to the words of its recovery page. */
export async function turnOn(page: Page, lang: Lang, kind: 'passphrase' | 'pin'): Promise<string> {
	const part = await askTurnOn(page, lang, kind);
	const recovery = (await part.locator('p.words').first().textContent())!.trim();
	const done = part.getByRole('button', { name: say(lang, 'lock-setting.page.done') });
	await expect(done).toBeDisabled();
	await part.getByLabel(say(lang, 'lock-setting.page.have')).check();
	await done.click();
	await expect(part.getByText(say(lang, `lock-setting.on.${kind}`))).toBeVisible();
	return recovery;
}

export const lockNow = (page: Page, lang: Lang) => page.getByRole('button', { name: say(lang, 'lock.now') });

export const lockScreen = (page: Page, lang: Lang) =>
	page.getByRole('region', { name: say(lang, 'lock.title') });

/** Types these words on the lock screen and sends them. */
export async function openWith(
	page: Page,
	lang: Lang,
	label: 'lock.passphrase' | 'lock.pin' | 'lock.recovery.label',
	words: string
): Promise<void> {
	await page.getByLabel(say(lang, label)).fill(words);
	await page.getByLabel(say(lang, label)).press('Enter');
}
