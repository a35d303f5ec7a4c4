import type { Page } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { beginWith, rowsOf, visit } from './person.ts';
import { wordsOf } from './words.ts';

const say = wordsOf('en');
const dayNote = (page: Page) => page.getByLabel(say('today.note.label'));
const alone = (page: Page) => page.getByLabel(say('my-plan.crisis.alone'), { exact: true });

/** Types without pause, as two hands would, in both tabs. */
async function typeInBoth(one: Page, two: Page, field: (page: Page) => ReturnType<Page['locator']>) {
	await Promise.all([
		field(one).pressSequentially('soup with Lea', { delay: 20 }),
		field(two).pressSequentially('rain on the roof', { delay: 20 })
	]);
	await one.bringToFront();
	await field(one).blur();
	await two.bringToFront();
	await field(two).blur();
}

test('T1 a small field that two tabs type in at the same time has the words of both', async ({
	page,
	context
}) => {
	await beginWith(page, 'en', 'first-steps');
	const other = await context.newPage();
	await visit(other, '/en/today/');
	await expect(dayNote(other)).toBeVisible();
	await typeInBoth(page, other, dayNote);
	for (const words of [/soup with Lea/, /rain on the roof/])
		await expect.poll(async () => JSON.stringify(await rowsOf(page, 'days'))).toMatch(words);

	for (const tab of [page, other]) {
		await tab.bringToFront();
		await visit(tab, '/en/plan/crisis/');
		await tab.locator('summary', { hasText: say('my-plan.crisis.alone') }).click();
		await expect(alone(tab)).toBeVisible();
	}
	await typeInBoth(page, other, alone);
	for (const words of [/soup with Lea/, /rain on the roof/])
		await expect.poll(async () => JSON.stringify(await rowsOf(page, 'settings'))).toMatch(words);
	for (const tab of [page, other]) {
		// in the background a tab may be as slow as it likes
		await tab.bringToFront();
		await expect(alone(tab)).toHaveValue(/soup with Lea/);
	}
});

/** As the browser numbers the database of the next Envol. */
const newerVersion =
	(readdirSync('tests/support').filter((name) => /^schema-v\d+\.json$/.test(name)).length + 1) * 10;

test('T3 four old tabs, once a newer Envol opened the database: every word typed after is kept, and nothing is called saved that is not', async ({
	page,
	context,
	tolerate
}) => {
	tolerate(/Another connection wants to upgrade database/);
	await beginWith(page, 'en', 'first-steps');
	const tabs: { tab: Page; field: ReturnType<Page['locator']>; words: string }[] = [
		{ tab: page, field: dayNote(page), words: 'note of the day' }
	];
	for (const [address, words] of [
		['/en/hope/write/', 'a whole story'],
		['/en/hope/write/', 'another story'],
		['/en/plan/crisis/', 'the old song']
	] as const) {
		const tab = await context.newPage();
		await visit(tab, address);
		if (address === '/en/plan/crisis/')
			await tab.locator('summary', { hasText: say('my-plan.crisis.alone') }).click();
		const field =
			address === '/en/plan/crisis/' ? alone(tab) : tab.getByLabel(say('hope.write.text'), { exact: true });
		await expect(field).toBeVisible();
		tabs.push({ tab, field, words });
	}
	const newer = await context.newPage();
	await newer.goto('/#choose');
	await newer.evaluate(
		(version) =>
			new Promise<void>((resolve) => {
				const opening = indexedDB.open('envol', version);
				opening.onsuccess = () => {
					opening.result.close();
					resolve();
				};
			}),
		newerVersion
	);
	for (const { tab, field, words } of tabs) {
		await tab.bringToFront();
		await expect(tab.getByRole('alert')).toContainText(say('shell.storage.newer'));
		await field.pressSequentially(words);
	}
	const drafts = async () => JSON.stringify(await rowsOf(newer, 'drafts'));
	for (const { words } of tabs) await expect.poll(drafts).toContain(words);
	// Save does not hang: the words stay, as a draft
	const { tab } = tabs[1]!;
	await tab.bringToFront();
	await tab.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(tab.locator('#save-state')).toHaveText(say('hope.write.typingLong'));
	expect(await rowsOf(newer, 'notes')).toEqual([]);
	expect(await rowsOf(newer, 'days')).toEqual([]);
});
