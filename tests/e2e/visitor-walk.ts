import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect } from './fixtures.ts';
import { awake, steps } from './person.ts';
import { say as sayIn, type Lang } from './words.ts';

/** What a visitor writes, to be looked for afterwards. */
export const sentence = 'Heron over a quiet lake';

const door = { en: 'leave nothing behind', fr: 'ne rien laisser derrière vous' };

/** A visitor session from the door: a list, a note of the day, a note of hope; the address never says where. */
export async function goThroughVisit(page: Page, lang: Lang): Promise<void> {
	const say = (key: string) => sayIn(lang, key);
	await page.goto('/');
	await page.getByRole('link', { name: door[lang] }).click();
	await awake(page);
	const bar = page.getByRole('complementary', { name: say('visitor.label') });
	await expect(bar).toBeVisible();
	const size = page.viewportSize()!;
	expect(await barriers(page, 'a visitor session')).toEqual([]);
	await page.setViewportSize(size);
	const address = new RegExp(`/${lang}/$`);
	await page.getByRole('link', { name: say('welcome.skip') }).click();
	await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
	await steps(page).first().check();
	await page.getByLabel(say('today.note.label')).fill(sentence);
	await page.getByRole('link', { name: say('shell.nav.hope') }).click();
	await page.getByRole('link', { name: say('hope.pillars.free'), exact: true }).click();
	await page.getByRole('main').getByRole('textbox').first().fill(sentence);
	await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(page.getByText(sentence).first()).toBeVisible();
	await expect(page).toHaveURL(address);
	// the way back inside the session
	await page.getByRole('link', { name: say('shell.nav.today') }).click();
	await expect(page.getByLabel(say('today.note.label'))).toHaveValue(sentence);
	await page.goBack();
	await expect(page.getByLabel(say('today.note.label'))).toHaveCount(0);
	await page.goForward();
	await expect(page.getByLabel(say('today.note.label'))).toHaveValue(sentence);
	await expect(bar).toBeVisible();
	await expect(page).toHaveURL(address);
	await expect(page).toHaveTitle('Envol');
}
