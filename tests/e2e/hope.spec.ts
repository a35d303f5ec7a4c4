import type { BrowserContext, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { keepJournal } from './journal.ts';
import { awake, rowsOf, status, undo, visit } from './person.ts';
import { only, wordsOf, type Lang } from './words.ts';

/** Opens the page for writing; `about` is what stands after # in its address. */
async function begin(page: Page, lang: Lang, about = 'free'): Promise<void> {
	await visit(page, `/${lang}/hope/write/#${about}`);
	await expect(words(page, lang)).toBeVisible();
}
const words = (page: Page, lang: Lang) => page.getByLabel(wordsOf(lang)('hope.write.text'), { exact: true });

async function save(page: Page, lang: Lang): Promise<void> {
	await page.getByRole('button', { name: wordsOf(lang)('hope.write.save'), exact: true }).click();
	await expect(page).toHaveURL(/\/hope\/$/);
}

/** Writes a note in own words, and stands on the first page of the journal. */
async function note(page: Page, lang: Lang, text: string): Promise<void> {
	await begin(page, lang);
	await words(page, lang).fill(text);
	await save(page, lang);
	await expect(page.getByRole('article').filter({ hasText: text })).toBeVisible();
}

async function openNote(page: Page, lang: Lang, text: string): Promise<void> {
	await page
		.getByRole('article')
		.filter({ hasText: text })
		.getByRole('link', { name: wordsOf(lang)('hope.memory.open') })
		.click();
	await expect(page).toHaveURL(/\/hope\/note\/#/);
	await expect(page.getByRole('button', { name: wordsOf(lang)('hope.note.delete') })).toBeVisible();
}

/** The words are on disk as a draft. */
async function drafted(page: Page, text: string): Promise<void> {
	await expect
		.poll(async () => JSON.stringify(await rowsOf(page, 'drafts')))
		.toContain(JSON.stringify(text).slice(1, -1));
}

for (const lang of only('fr')) {
	const say = wordsOf(lang);

	test.describe(`the hope journal, ${lang}`, () => {
		test('one tap answers a question, a word is saved, and each note makes one stitch that stays', async ({
			page
		}) => {
			await visit(page, `/${lang}/hope/`);
			await page.getByRole('link', { name: say('journal-prompts.pillars.patience') }).click();
			await expect(words(page, lang)).toBeVisible();
			await page.getByText(say('hope.write.more'), { exact: true }).click();
			await page.getByRole('radio', { name: say('journal-prompts.levels.tap'), exact: true }).check();
			await page.getByRole('radio').first().check();
			await save(page, lang);
			await expect(status(page, lang)).toContainText(say('hope.status.saved'));
			await note(page, lang, 'Du pain, du thé 🍵');
			await expect(page.getByText(say('hope.stitches.some', { count: 2 }))).toBeVisible();

			await openNote(page, lang, 'Du pain');
			await page.getByRole('button', { name: say('hope.note.delete') }).click();
			await expect(page.getByText(say('hope.stitches.some', { count: 2 }))).toBeVisible();
			await expect(page.getByRole('article').filter({ hasText: 'Du pain' })).toHaveCount(0);
			await undo(page, lang);
			await expect(page.getByRole('article').filter({ hasText: 'Du pain' })).toBeVisible();

			// deleted for good once the page is left
			await openNote(page, lang, 'Du pain');
			await page.getByRole('button', { name: say('hope.note.delete') }).click();
			await expect(status(page, lang)).toContainText(say('hope.status.deleted'));
			await page.getByRole('link', { name: say('hope.latest.kept') }).click();
			await expect(page).toHaveURL(/kept/);
			await expect.poll(async () => (await rowsOf(page, 'notes')).length).toBe(1);
			await visit(page, `/${lang}/hope/`);
			await expect(page.getByText(say('hope.stitches.some', { count: 2 }))).toBeVisible();

			// what there was energy for is not asked again
			await page.getByRole('link', { name: say('journal-prompts.pillars.trust') }).click();
			await expect(page.getByRole('radio').first()).toBeVisible();
			await page.getByText(say('hope.write.more'), { exact: true }).click();
			await expect(
				page.getByRole('radio', { name: say('journal-prompts.levels.tap'), exact: true })
			).toBeChecked();
		});

		test('nothing to save is said kindly; any earlier day can be written, a later one not', async ({
			page
		}) => {
			await begin(page, lang);
			await page.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
			await expect(page.getByText(say('hope.write.empty'))).toBeVisible();
			await expect(words(page, lang)).toBeFocused();
			await words(page, lang).fill('Hier');
			await page.getByLabel(say('hope.write.day')).fill('2020-02-29');
			await page.getByLabel(say('hope.write.day')).blur();
			await save(page, lang);
			expect(await rowsOf(page, 'notes')).toMatchObject([{ day: '2020-02-29', text: 'Hier' }]);
		});

		test('kept for hard days, given back, found by a word, by its month, on the calendar', async ({
			page
		}) => {
			await note(page, lang, 'Ma sœur Éloïse est venue.');
			await note(page, lang, 'Rain all day.');
			await openNote(page, lang, 'Éloïse');
			await page.getByRole('button', { name: say('hope.note.keep') }).click();
			await expect(status(page, lang)).toContainText(say('hope.status.kept'));
			await page.getByText(say('hope.note.line'), { exact: true }).click();
			await page.getByRole('button', { name: 'Ma sœur Éloïse est venue.' }).click();
			await expect(status(page, lang)).toContainText(say('hope.status.lineAdded'));

			await visit(page, `/${lang}/hope/`);
			await page.getByRole('button', { name: say('hope.given.one') }).click();
			await expect(page.getByRole('blockquote')).toHaveText('Ma sœur Éloïse est venue.');

			await page.getByRole('link', { name: say('hope.latest.all') }).click();
			await page.getByLabel(say('hope.all.search')).fill('soeur eloi');
			await expect(page.getByRole('article')).toHaveCount(1);
			await expect(page.getByText(say('hope.all.found', { count: 1 }))).toBeVisible();
			await page.getByLabel(say('hope.all.search')).fill('zzz');
			await expect(page.getByText(say('hope.all.found', { count: 0 }))).toBeVisible();
			await page.getByRole('button', { name: say('hope.all.clear') }).click();
			await page.getByLabel(say('hope.all.calendar')).check();
			await page.getByRole('cell').getByRole('button').click();
			await expect(page.getByRole('article')).toHaveCount(2);
			await page.getByRole('button', { name: say('hope.all.before') }).click();
			await expect(page.getByText(say('hope.all.found', { count: 0 }))).toBeVisible();

			await visit(page, `/${lang}/hope/kept/`);
			await expect(page.getByRole('article')).toHaveCount(1);
			await expect(page.getByRole('region', { name: say('hope.lines.title') })).toContainText('Éloïse');
		});

		test('a letter to later stays closed until its day, unless it is needed before', async ({ page }) => {
			await page.clock.setFixedTime(new Date('2026-11-22T15:00:00-05:00'));
			await begin(page, lang, 'letter');
			await words(page, lang).fill('Cher moi');
			// a day is there at once: without one it would not be a letter
			await expect(page.getByLabel(say('hope.write.openOn'))).toHaveValue('2026-12-22');
			await page.getByLabel(say('hope.write.openOn')).fill('2026-12-01');
			await page.getByLabel(say('hope.write.openOn')).blur();
			await save(page, lang);
			const card = page.getByRole('article');
			await expect(card).toBeVisible();
			await expect(card).not.toContainText('Cher moi');
			await card.getByRole('link').click();
			await page.getByRole('button', { name: say('hope.note.openNow') }).click();
			await expect(page.getByRole('paragraph').filter({ hasText: 'Cher moi' })).toBeVisible();

			// it waits however long the person was away, and goes once it was opened
			await visit(page, `/${lang}/hope/`);
			await page.clock.setFixedTime(new Date('2027-06-01T08:00:00-05:00'));
			await visit(page, `/${lang}/hope/`);
			await expect(page.getByRole('article')).toContainText('Cher moi');
			const letters = page.getByRole('region', { name: say('hope.memory.letter') });
			await letters.getByRole('link').click();
			// until then, the card of the letter and the note in the list have its words
			await expect(page).toHaveURL(/\/hope\/note\//);
			await expect(page.getByRole('paragraph').filter({ hasText: 'Cher moi' })).toBeVisible();
			await page.getByRole('link', { name: say('shell.back'), exact: true }).click();
			await expect(page.getByRole('article')).toContainText('Cher moi');
			await expect(letters).toHaveCount(0);
		});

		test('T4 D9 what was typed comes back after the tab is gone, and is offered on the first page', async ({
			page,
			context
		}) => {
			await begin(page, lang, 'hope');
			await words(page, lang).fill('Encore un mot');
			await drafted(page, 'Encore un mot');
			const address = page.url();
			// no goodbye: as when the phone takes the memory back
			await page.goto('about:blank');
			const again = await context.newPage();
			await visit(again, `/${lang}/hope/`);
			await expect(again.getByRole('heading', { name: say('hope.unsaved.title') })).toBeVisible();
			await again.getByRole('link', { name: say('hope.unsaved.goOn') }).click();
			await expect(words(again, lang)).toHaveValue('Encore un mot');
			expect(new URL(again.url()).hash).toBe(new URL(address).hash);
			await save(again, lang);
			expect(await rowsOf(again, 'drafts')).toEqual([]);
			await expect(again.getByRole('heading', { name: say('hope.unsaved.title') })).toHaveCount(0);
		});
	});
}

test('T1 five tabs that change one note: every text is kept, it is said, and the others follow', async ({
	page,
	context
}) => {
	const say = wordsOf('en');
	await note(page, 'en', 'Monday.');
	await openNote(page, 'en', 'Monday.');
	const id = new URL(page.url()).hash;
	const tabs = await Promise.all(Array.from({ length: 5 }, () => openTab(context, `/en/hope/write/${id}`)));
	for (const [i, tab] of tabs.entries()) {
		// a page that nobody looks at answers to a finger a second later
		await tab.bringToFront();
		await expect(words(tab, 'en')).toHaveValue('Monday.');
		await words(tab, 'en').fill(`Monday. Tab ${i}.`);
	}
	for (const [i, tab] of tabs.entries()) {
		await tab.bringToFront();
		if (i === 1) await expect(tab.getByText(say('hope.write.elsewhere'))).toBeVisible();
		await tab.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
		await expect(status(tab, 'en')).toContainText(
			say(i === 0 ? 'hope.status.changed' : 'hope.status.joined')
		);
	}
	await page.bringToFront();
	for (let i = 0; i < 5; i++) await expect(page.getByRole('article')).toContainText(`Monday. Tab ${i}.`);
	// what each said alone is there too, and comes back without losing what it says now
	const earlier = page.locator('details').filter({ hasText: say('hope.note.earlierHint') });
	await earlier.locator('summary').click();
	for (let i = 0; i < 5; i++)
		await expect(earlier.getByText(`Monday. Tab ${i}.`, { exact: true })).toHaveCount(1);
	const last = earlier.getByRole('listitem').filter({ has: page.getByText('Monday.', { exact: true }) });
	await last.getByRole('button', { name: say('hope.note.bringBack') }).click();
	await expect(status(page, 'en')).toContainText(say('hope.status.broughtBack'));
	await expect(page.getByText('Tab 3')).toHaveCount(0);
	await undo(page, 'en');
	await expect(page.getByRole('article')).toContainText('Monday. Tab 3.');
});

test('a note that another tab deleted: it is said, and saving brings it back', async ({ page, context }) => {
	const say = wordsOf('fr');
	await note(page, 'fr', 'Lundi.');
	await openNote(page, 'fr', 'Lundi.');
	const tab = await openTab(context, `/fr/hope/write/${new URL(page.url()).hash}`);
	await words(tab, 'fr').fill('Lundi, soleil.');
	await page.getByRole('button', { name: say('hope.note.delete') }).click();
	await expect(tab.getByText(say('hope.write.deleted'))).toBeVisible();
	await tab.getByRole('button', { name: say('hope.write.save'), exact: true }).click();
	await expect(tab.getByRole('article')).toContainText('Lundi, soleil.');
	await expect(page.getByRole('article')).toContainText('Lundi, soleil.');
});

test('back from a note, the list of all notes is as it was left', async ({ page }) => {
	const say = wordsOf('en');
	await page.goto('/help/');
	const notes = Array.from({ length: 90 }, (_, i) => ({
		id: `n${i}`,
		text: i % 2 ? `tea ${i}` : `rain ${i}`
	}));
	await keepJournal(page, { notes });
	await visit(page, '/en/hope/all/');
	await page.getByLabel(say('hope.all.search')).fill('tea');
	await expect(page.getByText(say('hope.all.found', { count: 45 }))).toBeVisible();
	await page.getByRole('article').nth(20).scrollIntoViewIfNeeded();
	const opened = page.getByRole('article').nth(20);
	const text = (await opened.locator('.words').textContent())!;
	await opened.getByRole('link').click();
	await expect(page).toHaveURL(/\/note\//);
	await page.goBack();
	await expect(page.getByLabel(say('hope.all.search'))).toHaveValue('tea');
	await expect(page.getByText(say('hope.all.found', { count: 45 }))).toBeVisible();
	await expect(page.getByRole('article').filter({ hasText: text })).toBeInViewport();
	// and afresh from anywhere else; the link below the list moves away while more notes come
	await page.locator('nav a[href$="/hope/"]').first().click();
	await page.getByRole('link', { name: say('hope.latest.all') }).click();
	await expect(page.getByText(say('hope.all.found', { count: 90 }))).toBeVisible();
});

test('the person marks what a note is about, and another question does not take it away', async ({
	page
}) => {
	const say = wordsOf('en');
	await begin(page, 'en', 'trust');
	await page.getByText(say('hope.write.more'), { exact: true }).click();
	const boxes = page.getByRole('group', { name: say('hope.write.chimes') }).getByRole('checkbox');
	for (const box of await boxes.all()) await box.check();
	for (let i = 0; i < 6; i++) await page.getByRole('button', { name: say('hope.write.another') }).click();
	// a question takes its own mark with it, never one of the others
	expect(await boxes.evaluateAll((all) => all.filter((each) => (each as HTMLInputElement).checked).length)).toBeGreaterThan(1); // prettier-ignore
});

test('words typed where nothing can be kept stay on screen, and it is said', async ({ page }) => {
	await page.addInitScript(() => {
		Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
	});
	const say = wordsOf('fr');
	await begin(page, 'fr');
	await words(page, 'fr').fill('Toujours là');
	await expect(page.getByText(say('hope.write.notKept'))).toBeVisible();
	await save(page, 'fr');
	await expect(page.getByRole('article')).toContainText('Toujours là');
	await expect(status(page, 'fr')).toContainText(say('shell.status.notKept'));
});

async function openTab(context: BrowserContext, address: string): Promise<Page> {
	const tab = await context.newPage();
	await tab.goto(address);
	await awake(tab);
	return tab;
}
