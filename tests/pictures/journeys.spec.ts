import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../e2e/fixtures.ts';
import { fill } from '../e2e/full-profile.ts';
import { beginWith, visit } from '../e2e/person.ts';
import { langs, wordsOf, type Lang } from '../e2e/words.ts';

/** A strip for each journey: what is on the screen before the first tap and after each one. One row for each language. */
const folder = 'docs/pictures/review';

/** Takes a picture of what is there now. @param about what was tapped to come here */
type Take = (about: string) => Promise<void>;
type Journey = (page: Page, lang: Lang, take: Take) => Promise<void>;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });

const journeys: Record<string, Journey> = {
	'first-steps': async (page, lang, take) => {
		const say = wordsOf(lang);
		await visit(page, `/${lang}/`);
		await take('the door');
		await link(page, say('welcome.next')).click();
		await expect(page).toHaveURL(/place/);
		await take(say('welcome.next'));
		await link(page, say('welcome.next')).click();
		await expect(page).toHaveURL(/start/);
		await take(say('welcome.next'));
		await page.getByRole('button', { name: say('prescription.starts.first-steps') }).click();
		await expect(page.getByRole('main').getByRole('checkbox')).toHaveCount(5);
		await take(say('prescription.starts.first-steps'));
		const box = page.getByRole('main').getByRole('checkbox').first();
		await box.check();
		await expect(page.locator('.feather')).toBeVisible();
		await take('the box of a step');
	},
	row: async (page, lang, take) => {
		const say = wordsOf(lang);
		await beginWith(page, lang, 'first-steps');
		await take('Today');
		await page.getByRole('main').locator('.row .step').first().click();
		await expect(page.getByRole('dialog')).toBeVisible();
		await take('the words of a step');
		await page
			.getByRole('dialog')
			.getByRole('button', { name: say('row.notToday') })
			.click();
		await expect(page.getByRole('dialog')).toBeHidden();
		await take(say('row.notToday'));
		await button(page, say('shell.status.undo')).click();
		await take(say('shell.status.undo'));
	},
	'hard-day-journey': async (page, lang, take) => {
		const say = wordsOf(lang);
		await beginWith(page, lang, 'first-steps');
		await take('Today');
		await link(page, say('today.hardDay.show')).click();
		await expect(page).toHaveURL(/hard-day/);
		await take(say('today.hardDay.show'));
		await button(page, say('hard-day.person.near')).click();
		await take(say('hard-day.person.near'));
		await link(page, say('hard-day.here')).click();
		await expect(page).toHaveURL(/here/);
		await take(say('hard-day.here'));
		await page
			.getByRole('button', { name: new RegExp(`^${say('here.next')}`) })
			.first()
			.click();
		await take(say('here.next'));
	},
	'a-note': async (page, lang, take) => {
		const say = wordsOf(lang);
		await fill(page, lang);
		await visit(page, `/${lang}/hope/`);
		await take('Hope');
		await link(page, say('hope.pillars.free')).click();
		await expect(page).toHaveURL(/write/);
		const words = page.getByLabel(say('hope.write.text'), { exact: true });
		await expect(words).toBeVisible();
		await take(say('hope.pillars.free'));
		await words.fill(lang === 'fr' ? 'La lumière sur le lac.' : 'The light on the lake.');
		await take('some words');
		await button(page, say('hope.write.save')).click();
		await expect(page).toHaveURL(/note|hope\/$/);
		await take(say('hope.write.save'));
	},
	'a-human': async (page, lang, take) => {
		const say = wordsOf(lang);
		await fill(page, lang);
		await visit(page, `/${lang}/today/`);
		await take('Today');
		await page.locator('.banner a').last().click();
		await expect(page).toHaveURL(/help/);
		await page.waitForLoadState('networkidle');
		await take(say('shell.banner.allShort'));
		await page.getByRole('region', { name: say('help.people.title') }).scrollIntoViewIfNeeded();
		await take(say('help.people.title'));
	},
	'the-dice': async (page, lang, take) => {
		const say = wordsOf(lang);
		await beginWith(page, lang, 'first-steps');
		await link(page, say('today.links.dice')).click();
		await expect(page.getByRole('region', { name: say('dice.result') }).getByRole('heading')).toBeVisible();
		await take(say('today.links.dice'));
	}
};

for (const [name, journey] of Object.entries(journeys))
	test(`a strip of ${name}`, async ({ browser, server }) => {
		const rows: string[] = [];
		for (const lang of langs) {
			const context = await browser.newContext({
				baseURL: server.url,
				serviceWorkers: 'block',
				timezoneId: 'America/Toronto',
				viewport: { width: 360, height: 740 },
				reducedMotion: 'reduce'
			});
			const page = await context.newPage();
			await page.clock.setFixedTime(new Date('2026-11-21T10:12:00-05:00'));
			const figures: string[] = [];
			await journey(page, lang, async (about) => {
				await page.waitForLoadState('networkidle');
				const picture = (await page.screenshot({ type: 'jpeg', quality: 80 })).toString('base64');
				figures.push(
					`<figure><img height="430" src="data:image/jpeg;base64,${picture}"><figcaption>${figures.length}. ${about}</figcaption></figure>`
				);
			});
			rows.push(figures.join(''));
			await context.close();
		}
		const sheet = await browser.newPage({ viewport: { width: 1200, height: 960 } });
		await sheet.setContent(
			`<style>body{margin:8px;font:13px sans-serif;background:#ddd;width:max-content}div{display:flex;gap:8px;margin-bottom:8px}figure{margin:0}figcaption{width:209px}</style>${rows.map((row) => `<div>${row}</div>`).join('')}`
		);
		const file = `${folder}/strip-${name}.jpg`;
		await sheet.locator('body').screenshot({ path: file, type: 'jpeg', quality: 50 });
		if (readFileSync(file).length > 200_000) throw new Error(`${file} is too large to stay with the project`);
		await sheet.close();
	});
