import type { Page } from '@playwright/test';
import { appendFileSync } from 'node:fs';
import type { Harness } from '../harness/storage-page.ts';
import { buildHarness } from '../harness/build.ts';
import { serve } from '../../scripts/server.mjs';
import { expect, test, testOwnSite } from './fixtures.ts';
import { addOwn, awake, beginWith, chosen, rowsOf, status, step, steps, visit } from './person.ts';
import { only, wordsOf } from './words.ts';
import { kept } from './worker.ts';

declare const harness: Harness;

/** A newer Envol is there and waits: until it is taken it reloads no page. */
const isWaiting = (page: Page) =>
	page.evaluate(
		async () => (await navigator.serviceWorker.getRegistration())?.waiting?.state === 'installed'
	);

const harnessTest = test.extend({
	// eslint-disable-next-line no-empty-pattern -- the first argument names what is needed: nothing
	server: async ({}, use, info) => {
		const folder = info.outputPath('harness');
		await buildHarness(folder);
		const server = await serve(folder);
		await use(server);
		await server.stop();
	}
});

harnessTest('T1 five tabs write a hundred times each: 500 of 500 are kept', async ({ context }) => {
	const tabs = await Promise.all(Array.from({ length: 5 }, () => context.newPage()));
	for (const tab of tabs) await tab.goto('/');
	await Promise.all(
		tabs.map((tab, index) => tab.evaluate((name) => harness.tick('2026-11-25', name, 100), `tab-${index}`))
	);
	await Promise.all(
		tabs.map((tab, index) => tab.evaluate((name) => harness.note('2026-11-25', name), `mot-${index}`))
	);
	const day = await tabs[0]!.evaluate(() => harness.read('2026-11-25'));
	expect(day.ticks).toHaveLength(500);
	for (const index of tabs.keys()) {
		expect(day.ticks.filter((tick) => tick.step === `tab-${index}`)).toHaveLength(100);
		expect(day.note).toContain(`mot-${index}`);
	}
	await tabs[0]!.reload();
	expect((await tabs[0]!.evaluate(() => harness.read('2026-11-25'))).ticks).toHaveLength(500);
});

for (const lang of only('fr')) {
	const say = wordsOf(lang);

	test.describe(`two tabs, ${lang}`, () => {
		test('the other one follows, and words being typed there stay', async ({ page, context }) => {
			await beginWith(page, lang, 'first-steps');
			const other = await context.newPage();
			await visit(other, `/${lang}/today/`);
			await expect(steps(other)).toHaveCount(5);
			await steps(page).nth(3).check();
			await expect(status(page, lang)).toContainText(say('today.status.done'));
			await expect(steps(other).nth(3)).toBeChecked();

			const note = (tab: typeof page) => tab.getByLabel(say('today.note.label'));
			await note(page).fill('du premier');
			await expect(note(other)).toHaveValue('du premier');
			await note(other).press('End');
			await note(other).pressSequentially(' et du deuxième', { delay: 5 });
			await steps(page).nth(0).check();
			await expect(steps(other).nth(0)).toBeChecked();
			await expect(note(other)).toHaveValue('du premier et du deuxième');

			await visit(page, `/${lang}/prescription/`);
			await addOwn(page, lang, 'Nouveau');
			await expect(step(other, 'Nouveau')).toBeVisible();
		});

		test('a first choice in one tab wakes another that was opened before it', async ({ page, context }) => {
			await visit(page, `/${lang}/today/`);
			const other = await context.newPage();
			await visit(other, `/${lang}/today/`);
			await page.getByRole('button', { name: say('today.empty.firstSteps') }).click();
			await expect(steps(page)).toHaveCount(5);
			await expect(steps(other)).toHaveCount(5);
		});
	});
}

testOwnSite(
	'T4 a newer Envol is offered, never forced, and loses no word that is being written',
	async ({ page, folder }) => {
		const say = wordsOf('fr');
		const take = page.getByRole('button', { name: say('shell.update.take') });
		const isSamePage = () => page.evaluate(() => 'isStillHere' in globalThis);
		const markPage = () => page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
		/** A newer Envol comes, and waits. */
		const comes = async (which: string) => {
			appendFileSync(`${folder}/sw.js`, `\n// ${which}`);
			await page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				await registration?.update();
			});
		};
		const isOffered = async () => {
			await expect(page.getByText(say('shell.update.text'))).toBeVisible();
			expect(await isWaiting(page)).toBe(true);
			expect(await isSamePage()).toBe(true);
		};
		await visit(page, '/fr/prescription/');
		await kept(page);
		await page.reload();
		await awake(page);

		await test.step('while a step is written', async () => {
			await addOwn(page, 'fr', 'Alpha');
			await markPage();
			const draft = page.getByLabel(say('prescription.own.label'));
			await draft.pressSequentially('Nourrir le ch');
			await comes('newer');
			await draft.press('End');
			await draft.pressSequentially('at');
			await isOffered();
			await expect(draft).toHaveValue('Nourrir le chat');

			await page.getByRole('button', { name: say('shell.update.later') }).click();
			await expect(page.getByText(say('shell.update.text'))).toBeHidden();
			await expect
				.poll(async () => JSON.stringify(await rowsOf(page, 'drafts')))
				.toContain('Nourrir le chat');
			await page.reload();
			await awake(page);
			await expect(draft).toHaveValue('Nourrir le chat');
			await draft.press('End');
			await draft.pressSequentially(' noir');
			await markPage();
			await take.click();
			await page.waitForFunction(() => !('isStillHere' in globalThis));
			await awake(page);
			await expect(draft).toHaveValue('Nourrir le chat noir');
			await expect(chosen(page, 'fr')).toHaveCount(1);
			await expect(page.getByText(say('shell.update.text'))).toBeHidden();
		});

		await test.step('while a note is written', async () => {
			await visit(page, '/fr/hope/write/#free');
			await markPage();
			const words = page.getByLabel(say('hope.write.text'), { exact: true });
			await words.pressSequentially('Encore un mo');
			await comes('newer still');
			await words.press('End');
			await words.pressSequentially('t');
			await isOffered();
			await expect(words).toHaveValue('Encore un mot');
			// asked for, it comes, and the words with it
			await take.click();
			await page.waitForFunction(() => !('isStillHere' in globalThis));
			await awake(page);
			await expect(words).toHaveValue('Encore un mot');
			await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
			await expect(page.getByRole('article')).toContainText('Encore un mot');
		});
	}
);
